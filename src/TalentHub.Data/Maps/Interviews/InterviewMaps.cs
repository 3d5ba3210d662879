using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Data.Maps.People;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;

namespace TalentHub.Data.Maps.Interviews;

internal sealed class InterviewPlanMap : IEntityTypeConfiguration<InterviewPlan>
{
    public void Configure(EntityTypeBuilder<InterviewPlan> plan)
    {
        plan.ToTable("InterviewPlans");
        plan.HasIndex(p => p.RequisitionId).IsUnique();
        plan.Ignore(p => p.Ordered);
        plan.HasMany(p => p.Rounds).WithOne().HasForeignKey("PlanId").OnDelete(DeleteBehavior.Cascade);
        plan.Navigation(p => p.Rounds).AutoInclude();
        plan.HasOne<Requisition>().WithMany().HasForeignKey(p => p.RequisitionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InterviewRoundMap : IEntityTypeConfiguration<InterviewRound>
{
    /// <summary>Only the page that puts a removed round back looks past it.</summary>
    public const string Kept = "Kept";

    public void Configure(EntityTypeBuilder<InterviewRound> round)
    {
        round.ToTable("InterviewRounds");
        round.HasQueryFilter(Kept, r => r.RemovedAt == null);
        round.ComplexProperty(r => r.Name, Names.Short);
        round.ComplexProperty(r => r.Aim, aim =>
        {
            aim.Property(a => a.En).HasMaxLength(InterviewRound.AimLength);
            aim.Property(a => a.Zh).HasMaxLength(InterviewRound.AimLength);
        });
        round.Property(r => r.InterviewerIds).HasJson();
        round.Property(r => r.Kit).HasJson();
        round.Property(r => r.Attributes).HasJson();
    }
}

internal sealed class InterviewMap : IEntityTypeConfiguration<Interview>
{
    public void Configure(EntityTypeBuilder<Interview> interview)
    {
        interview.ComplexProperty(i => i.RoundName, Names.Short);
        interview.Property(i => i.CandidateZone).HasMaxLength(60);
        interview.Property(i => i.Place).HasMaxLength(Interview.PlaceLength);
        interview.Property(i => i.Link).HasMaxLength(Interview.LinkLength);
        interview.Property(i => i.Availability).HasMaxLength(Interview.AvailabilityLength);
        interview.Property(i => i.Kit).HasJson();
        interview.Property(i => i.Attributes).HasJson();
        interview.Ignore(i => i.MissingCards);
        interview.Ignore(i => i.CalendarUid);
        interview.HasMany(i => i.Panel).WithOne().HasForeignKey("InterviewId").OnDelete(DeleteBehavior.Cascade);
        interview.Navigation(i => i.Panel).AutoInclude();
        interview.HasOne<JobApplication>().WithMany().HasForeignKey(i => i.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        interview.HasOne<Requisition>().WithMany().HasForeignKey(i => i.RequisitionId).OnDelete(DeleteBehavior.Restrict);
        interview.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        interview.HasIndex(i => new { i.ApplicationId, i.State });

        // The list and the week: by time; the jobs: what is over, what is near.
        interview.HasIndex(i => new { i.StartsAt, i.Id });
        interview.HasIndex(i => new { i.State, i.EndsAt });
        interview.HasIndex(i => new { i.RequisitionId, i.StartsAt });
        interview.HasIndex(i => i.PersonId);
    }
}

internal sealed class PanelMemberMap : IEntityTypeConfiguration<PanelMember>
{
    public void Configure(EntityTypeBuilder<PanelMember> member)
    {
        member.ToTable("PanelMembers");
        member.HasIndex("InterviewId", nameof(PanelMember.PersonId)).IsUnique();
        member.HasIndex(m => m.PersonId);
        member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScorecardMap : IEntityTypeConfiguration<Scorecard>
{
    public void Configure(EntityTypeBuilder<Scorecard> card)
    {
        card.Property(c => c.Attributes).HasJson();
        card.Property(c => c.Ratings).HasJson();
        card.Property(c => c.Summary).HasMaxLength(Scorecard.EvidenceLength);
        card.Ignore(c => c.Unrated);
        card.Ignore(c => c.WithoutEvidence);
        card.HasMany(c => c.Versions).WithOne().HasForeignKey("ScorecardId").OnDelete(DeleteBehavior.Cascade);
        card.Navigation(c => c.Versions).AutoInclude();
        card.HasOne<Interview>().WithMany().HasForeignKey(c => c.InterviewId).OnDelete(DeleteBehavior.Restrict);
        card.HasIndex(c => new { c.InterviewId, c.InterviewerId }).IsUnique();
        card.HasIndex(c => new { c.ApplicationId, c.State });
        card.HasIndex(c => new { c.InterviewerId, c.State });
    }
}

internal sealed class ScorecardVersionMap : IEntityTypeConfiguration<ScorecardVersion>
{
    public void Configure(EntityTypeBuilder<ScorecardVersion> version)
    {
        version.ToTable("ScorecardVersions");
        version.Property(v => v.Ratings).HasJson();
        version.Property(v => v.Summary).HasMaxLength(Scorecard.EvidenceLength);
    }
}

internal sealed class HiringDecisionMap : IEntityTypeConfiguration<HiringDecision>
{
    public void Configure(EntityTypeBuilder<HiringDecision> decision)
    {
        decision.Property(d => d.OpenQuestion).HasMaxLength(Domain.Workflows.Transition.ReasonLength);
        decision.Property(d => d.Reason).HasMaxLength(Domain.Workflows.Transition.ReasonLength);
        decision.HasIndex(d => d.ApplicationId).IsUnique();
        decision.HasIndex(d => d.RequisitionId);
        decision.HasOne<JobApplication>().WithMany().HasForeignKey(d => d.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}
