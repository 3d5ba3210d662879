using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Interviews;

/// <summary>An application or a job that ended needs no more interviews, and nobody is asked for a scorecard any more.</summary>
public sealed class StopInterviews(InterviewFactsLoader facts, WorkDesk work)
    : IReaction<ApplicationRejected>, IReaction<ApplicationWithdrawn>, IReaction<ApplicationTransferred>, IReaction<RequisitionEnded>
{
    public Task ReactAsync(ApplicationRejected happened, TalentHubDb db, CancellationToken ct) => StopAsync(happened.Application.Id, happened.At, db, ct);

    public Task ReactAsync(ApplicationWithdrawn happened, TalentHubDb db, CancellationToken ct) => StopAsync(happened.Application.Id, happened.At, db, ct);

    public Task ReactAsync(ApplicationTransferred happened, TalentHubDb db, CancellationToken ct) => StopAsync(happened.Application.Id, happened.At, db, ct);

    public async Task ReactAsync(RequisitionEnded happened, TalentHubDb db, CancellationToken ct)
    {
        var applications = await db.Interviews.Where(i => i.RequisitionId == happened.Requisition.Id && InterviewFlow.Running.Contains(i.State))
            .Select(i => i.ApplicationId).Distinct().ToListAsync(ct);
        foreach (var application in applications)
        {
            await StopAsync(application, happened.At, db, ct);
        }
    }

    private async Task StopAsync(long applicationId, DateTime at, TalentHubDb db, CancellationToken ct)
    {
        Reason? why = "The application or its job has ended.";
        foreach (var interview in await db.Interviews.Where(i => i.ApplicationId == applicationId && InterviewFlow.Running.Contains(i.State)).ToListAsync(ct))
        {
            if (interview.State != InterviewState.AwaitingFeedback)
            {
                interview.Cancel(await facts.LoadAsync(interview, null, ct), Actor.System, at, why);
            }
        }

        foreach (var card in await db.Scorecards.Where(c => c.ApplicationId == applicationId && ScorecardFlow.Missing.Contains(c.State)).ToListAsync(ct))
        {
            card.Waive(new ScorecardFacts(), Actor.System, at, why);
        }

        await work.ClearDecisionAsync(applicationId, ct);
    }
}
