using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Screening;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Interviews;

/// <summary>An approved request gets its role family's interview plan, to be changed as the job needs.</summary>
public sealed class CopyPlan : IReaction<RequisitionApproved>
{
    public async Task ReactAsync(RequisitionApproved happened, TalentHubDb db, CancellationToken ct)
    {
        var requisition = happened.Requisition;
        if (await db.InterviewPlans.AnyAsync(p => p.RequisitionId == requisition.Id, ct)
            || await db.RoleFamilies.SingleOrDefaultAsync(f => f.Code == requisition.RoleFamilyCode, ct) is not { } family)
        {
            return;
        }

        db.InterviewPlans.Add(InterviewPlan.CopyOf(family, requisition.Id, happened.At));
    }
}

/// <summary>An application that comes to the interviews gets one interview per required round, each waiting for a time, and a decision that waits for them.</summary>
public sealed class PlanInterviews : IReaction<ApplicationMoved>
{
    public async Task ReactAsync(ApplicationMoved happened, TalentHubDb db, CancellationToken ct)
    {
        var application = happened.Application;
        if (!await db.HiringDecisions.AnyAsync(d => d.ApplicationId == application.Id, ct))
        {
            db.HiringDecisions.Add(new HiringDecision(Actor.System, happened.At, application.Id, application.RequisitionId, application.PersonId));
        }

        var plan = await db.InterviewPlans.SingleOrDefaultAsync(p => p.RequisitionId == application.RequisitionId, ct);
        var rounds = await db.Interviews
            .Where(i => i.ApplicationId == application.Id && i.State != InterviewState.Cancelled && i.State != InterviewState.NoShow)
            .Select(i => i.RoundId).ToListAsync(ct);
        foreach (var round in plan?.Ordered.Where(r => r.IsRequired && !rounds.Contains(r.Id)) ?? [])
        {
            db.Interviews.Add(new Interview(Actor.System, happened.At, application.Id, application.RequisitionId, application.PersonId, round));
        }
    }
}

/// <summary>More signal was asked for and an interview is booked: the decision waits for feedback again.</summary>
public sealed class WaitForMoreSignal : IReaction<InterviewBooked>
{
    public async Task ReactAsync(InterviewBooked happened, TalentHubDb db, CancellationToken ct)
    {
        var decision = await db.HiringDecisions.SingleOrDefaultAsync(d => d.ApplicationId == happened.Interview.ApplicationId, ct);
        if (decision is { State: DecisionState.MoreSignal })
        {
            decision.Plan(Actor.System, happened.At);
        }
        else if (decision is null)
        {
            var interview = happened.Interview;
            db.HiringDecisions.Add(new HiringDecision(Actor.System, happened.At, interview.ApplicationId, interview.RequisitionId, interview.PersonId));
        }
    }
}
