using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Data.Maps.People;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;

namespace TalentHub.Data.Maps.Demand;

internal sealed class RequisitionMap : IEntityTypeConfiguration<Requisition>
{
    public void Configure(EntityTypeBuilder<Requisition> requisition)
    {
        requisition.ComplexProperty(r => r.Title, Names.Short);
        requisition.Property(r => r.RoleFamilyCode).HasMaxLength(Requisition.CodeLength);
        requisition.Property(r => r.LevelCode).HasMaxLength(20);
        requisition.Property(r => r.ReasonCode).HasMaxLength(Requisition.CodeLength);
        requisition.Property(r => r.Why).HasMaxLength(Requisition.WhyLength);
        requisition.Property(r => r.MustHaves).HasJson();
        requisition.Property(r => r.Skills).HasJson();
        requisition.ComplexProperty(r => r.AnnualCost, cost => cost.Property(c => c.Currency).HasMaxLength(3));
        requisition.ComplexProperty(r => r.Hold, hold => hold.Property(h => h.Reason).HasMaxLength(Transition.ReasonLength));
        requisition.ComplexProperty(r => r.HoldBeforeEnd, hold => hold.Property(h => h.Reason).HasMaxLength(Transition.ReasonLength));
        requisition.ComplexProperty(r => r.SeatRequest);
        requisition.HasOne(r => r.Approval).WithMany().HasForeignKey("ApprovalId").OnDelete(DeleteBehavior.Restrict);
        requisition.HasOne<Department>().WithMany().HasForeignKey(r => r.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        requisition.HasOne<Location>().WithMany().HasForeignKey(r => r.LocationId).OnDelete(DeleteBehavior.Restrict);
        requisition.HasIndex(r => r.HiringManagerId);
        requisition.HasIndex(r => r.RequestedBy);
        requisition.HasIndex(r => r.RecruiterId);
        requisition.HasIndex(r => r.IsConfidential);
        requisition.HasIndex(r => new { r.DepartmentId, r.TargetStart });
        requisition.HasIndex(r => new { r.RoleFamilyCode, r.State });
    }
}

internal sealed class OpeningMap : IEntityTypeConfiguration<Opening>
{
    public void Configure(EntityTypeBuilder<Opening> opening)
    {
        opening.HasIndex(o => new { o.RequisitionId, o.State });
        opening.HasIndex(o => o.OfferId);
        opening.HasOne<Requisition>().WithMany().HasForeignKey(o => o.RequisitionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HeadcountPlanMap : IEntityTypeConfiguration<HeadcountPlan>
{
    public void Configure(EntityTypeBuilder<HeadcountPlan> plan)
    {
        plan.ComplexProperty(p => p.Budget, budget => budget.Property(b => b.Currency).HasMaxLength(3));
        plan.HasIndex(p => new { p.DepartmentId, p.Year }).IsUnique();
        plan.HasOne<Department>().WithMany().HasForeignKey(p => p.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
