using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.People;

namespace TalentHub.Data.Visibility;

/// <summary>
/// A department and one that it stands below, at whatever depth; each also below itself. Kept with every save that moves a department, so that one join asks for all heads
/// above, on either database.
/// </summary>
public sealed class DepartmentLine
{
    public long DepartmentId { get; init; }

    public long AboveId { get; init; }
}

internal sealed class DepartmentLineMap : IEntityTypeConfiguration<DepartmentLine>
{
    public void Configure(EntityTypeBuilder<DepartmentLine> line)
    {
        line.ToTable("DepartmentLines");
        line.HasKey(l => new { l.DepartmentId, l.AboveId });
        line.HasIndex(l => l.AboveId);
        line.HasOne<Department>().WithMany().HasForeignKey(l => l.DepartmentId).OnDelete(DeleteBehavior.Cascade);
        line.HasOne<Department>().WithMany().HasForeignKey(l => l.AboveId).OnDelete(DeleteBehavior.NoAction);
    }
}
