using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentHub.Data.Scheduling;

/// <summary>A process that serves this database; it says every few seconds that it is there, and takes its row away when it is stopped.</summary>
public sealed class ServingInstance
{
    public const int NameLength = 60;

    /// <summary>Machine, process and a few random letters: never the same twice.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Of the product.</summary>
    public string Version { get; set; } = string.Empty;

    public DateTime StartedAt { get; set; }

    public DateTime SeenAt { get; set; }
}

internal sealed class ServingInstanceMap : IEntityTypeConfiguration<ServingInstance>
{
    public void Configure(EntityTypeBuilder<ServingInstance> instance)
    {
        instance.HasKey(i => i.Name);
        instance.Property(i => i.Name).HasMaxLength(ServingInstance.NameLength);
        instance.Property(i => i.Version).HasMaxLength(60);
    }
}
