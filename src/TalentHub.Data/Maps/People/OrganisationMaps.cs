using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.People;

namespace TalentHub.Data.Maps.People;

internal sealed class LegalEntityMap : IEntityTypeConfiguration<LegalEntity>
{
    public void Configure(EntityTypeBuilder<LegalEntity> entity)
    {
        entity.ToTable("LegalEntities");
        entity.Property(e => e.Code).HasMaxLength(LegalEntity.CodeLength);
        entity.Property(e => e.Country).HasMaxLength(2);
        entity.Property(e => e.RegisteredAs).HasMaxLength(LegalEntity.NumberLength);
        entity.ComplexProperty(e => e.Name, Names.Short);
        entity.HasIndex(e => e.Code).IsUnique();
    }
}

internal sealed class DepartmentChangeMap : IEntityTypeConfiguration<DepartmentChange>
{
    public void Configure(EntityTypeBuilder<DepartmentChange> change)
    {
        change.ToTable("DepartmentChanges");
        change.ComplexProperty(c => c.Name, Names.Short);
        change.Ignore(c => c.Terms);
        change.HasIndex(c => new { c.DepartmentId, c.From }).IsUnique();
        change.HasOne<Department>().WithMany().HasForeignKey(c => c.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CostCentreMap : IEntityTypeConfiguration<CostCentre>
{
    public void Configure(EntityTypeBuilder<CostCentre> centre)
    {
        centre.ToTable("CostCentres");
        centre.Property(c => c.Code).HasMaxLength(CostCentre.CodeLength);
        centre.HasIndex(c => c.Code).IsUnique();
    }
}

internal sealed class CostCentreChangeMap : IEntityTypeConfiguration<CostCentreChange>
{
    public void Configure(EntityTypeBuilder<CostCentreChange> change)
    {
        change.ToTable("CostCentreChanges");
        change.ComplexProperty(c => c.Name, Names.Short);
        change.HasIndex(c => new { c.CostCentreId, c.From }).IsUnique();
        change.HasOne<CostCentre>().WithMany().HasForeignKey(c => c.CostCentreId).OnDelete(DeleteBehavior.Restrict);
        change.HasOne<LegalEntity>().WithMany().HasForeignKey(c => c.LegalEntityId).OnDelete(DeleteBehavior.Restrict);
    }
}
