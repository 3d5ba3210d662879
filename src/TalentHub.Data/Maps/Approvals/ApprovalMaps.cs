using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Data.Maps.People;
using TalentHub.Domain.Approvals;

namespace TalentHub.Data.Maps.Approvals;

internal sealed class ApprovalRunMap : IEntityTypeConfiguration<ApprovalRun>
{
    public void Configure(EntityTypeBuilder<ApprovalRun> run)
    {
        run.Property(r => r.Machine).HasMaxLength(40);
        run.HasIndex(r => new { r.Machine, r.SubjectId });
        run.Ignore(r => r.Current);
        run.HasMany(r => r.Steps).WithOne().HasForeignKey("RunId").OnDelete(DeleteBehavior.Cascade);
        run.Navigation(r => r.Steps).AutoInclude();
    }
}

internal sealed class ApprovalStepMap : IEntityTypeConfiguration<ApprovalStep>
{
    public void Configure(EntityTypeBuilder<ApprovalStep> step)
    {
        step.ToTable("ApprovalSteps");
        step.ComplexProperty(s => s.Label, Names.Short);
        step.HasMany(s => s.Votes).WithOne().HasForeignKey("StepId").OnDelete(DeleteBehavior.Cascade);
        step.Navigation(s => s.Votes).AutoInclude();
    }
}

internal sealed class ApprovalVoteMap : IEntityTypeConfiguration<ApprovalVote>
{
    public void Configure(EntityTypeBuilder<ApprovalVote> vote)
    {
        vote.ToTable("ApprovalVotes");
        vote.Property(v => v.Note).HasMaxLength(2000);
        vote.HasIndex(v => v.ApproverId);
    }
}

internal sealed class ApprovalPolicyMap : IEntityTypeConfiguration<ApprovalPolicy>
{
    public void Configure(EntityTypeBuilder<ApprovalPolicy> policy)
    {
        policy.ComplexProperty(p => p.Name, Names.Short);
        policy.HasMany(p => p.Steps).WithOne().HasForeignKey("PolicyId").OnDelete(DeleteBehavior.Cascade);
        policy.Navigation(p => p.Steps).AutoInclude();
    }
}

internal sealed class PolicyStepMap : IEntityTypeConfiguration<PolicyStep>
{
    public void Configure(EntityTypeBuilder<PolicyStep> step)
    {
        step.ToTable("ApprovalPolicySteps");
        step.ComplexProperty(s => s.Label, Names.Short);
    }
}
