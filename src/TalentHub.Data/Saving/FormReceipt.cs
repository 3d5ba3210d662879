using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentHub.Data.Saving;

/// <summary>One row per form that took effect. Its key comes from the form, so that a double click or a repeat counts once.</summary>
public sealed class FormReceipt
{
    /// <summary>Random, made when the form was shown.</summary>
    public Guid Key { get; set; }

    public DateTime At { get; set; }

    /// <summary>Where the first one was sent, so that the second goes there too.</summary>
    public string? WentTo { get; set; }
}

/// <summary>The form had been sent before; nothing was done again.</summary>
public sealed class SentBefore(string? wentTo) : Exception("This form was sent before.")
{
    public string? WentTo { get; } = wentTo;
}

internal sealed class FormReceiptMap : IEntityTypeConfiguration<FormReceipt>
{
    public void Configure(EntityTypeBuilder<FormReceipt> receipt)
    {
        receipt.HasKey(r => r.Key);
        receipt.Property(r => r.Key).ValueGeneratedNever();
        receipt.Property(r => r.WentTo).HasMaxLength(400);
        receipt.HasIndex(r => r.At);
    }
}
