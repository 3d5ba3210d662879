using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentHub.Data.Accounts;

/// <summary>A one-time code that a start of an empty installation printed: whoever reads the console may set up the company.</summary>
public sealed class SetupCode
{
    public long Id { get; set; }

    /// <summary>SHA-256, hex.</summary>
    public string Hash { get; set; } = string.Empty;

    public DateTime CreatedAt { get; set; }
}

/// <summary>Taken by the one who sets up. Its key can exist once: of two at the same moment, one wins.</summary>
public sealed class SetupClaim
{
    public const int TheOne = 1;

    public int Id { get; set; } = TheOne;

    public DateTime At { get; set; }
}

/// <summary>How often somebody guessed, by account or by network; shared by all instances.</summary>
public sealed class GuessCount
{
    /// <summary>"a:" and a hash of the address as typed, "n:" and the network, or "c:" and an account's second factor.</summary>
    public string Key { get; set; } = string.Empty;

    public int Failures { get; set; }

    public DateTime LastAt { get; set; }

    /// <summary>No further try before this.</summary>
    public DateTime OpensAt { get; set; }
}

internal sealed class SetupCodeMap : IEntityTypeConfiguration<SetupCode>
{
    public void Configure(EntityTypeBuilder<SetupCode> code)
    {
        code.ToTable("SetupCodes");
        code.Property(c => c.Hash).HasMaxLength(64);
    }
}

internal sealed class SetupClaimMap : IEntityTypeConfiguration<SetupClaim>
{
    public void Configure(EntityTypeBuilder<SetupClaim> claim)
    {
        claim.ToTable("SetupClaims");
        claim.Property(c => c.Id).ValueGeneratedNever();
    }
}

internal sealed class GuessCountMap : IEntityTypeConfiguration<GuessCount>
{
    public void Configure(EntityTypeBuilder<GuessCount> count)
    {
        count.ToTable("GuessCounts");
        count.HasKey(c => c.Key);
        count.Property(c => c.Key).HasMaxLength(80);
        count.HasIndex(c => c.LastAt);
    }
}
