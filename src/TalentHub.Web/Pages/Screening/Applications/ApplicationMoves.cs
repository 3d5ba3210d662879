using TalentHub.Domain.Access;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;
using static TalentHub.Domain.Screening.ApplicationTrigger;

namespace TalentHub.Web.Pages.Screening.Applications;

/// <summary>The moves of one application as buttons and links, in the order in which they are wanted.</summary>
public static class ApplicationMoves
{
    private static readonly ApplicationTrigger[] Forward = [StartReview, Shortlist, ToInterview, SendAssessment, ToDecision, DecideHire];

    /// <summary>What a board's card offers, with the column to which each leads.</summary>
    public static readonly (ApplicationTrigger Trigger, ApplicationState To)[] OfCard =
    [
        (StartReview, ApplicationState.InReview), (Shortlist, ApplicationState.Shortlisted), (SendAssessment, ApplicationState.Assessing),
        (ToInterview, ApplicationState.Interviewing), (ToDecision, ApplicationState.Deciding), (DecideHire, ApplicationState.OfferStage), (Reject, ApplicationState.Rejected),
    ];

    public static MovesView For(JobApplication application, ApplicationFacts facts, Actor me, Text text)
    {
        var moves = new List<MoveView>();
        foreach (var trigger in Forward)
        {
            // The key for "go on" belongs to the one that is offered first.
            Add(trigger, key: moves.Exists(m => m.Verdict.IsPossible) ? null : "a");
        }

        Add(Reject, "r");
        Add(ProposeRejection, application.Can(Reject, facts, me).IsPossible ? null : "r");
        Add(application.Hold is null ? PutOnHold : Resume, "h");
        Add(MoreSignal, null, asksReason: true);
        Add(Transfer, null);
        Add(Withdraw, null);
        Add(Restore, null);
        return new MovesView(ApplicationFlow.Table.Name, application.Version, moves);

        void Add(ApplicationTrigger trigger, string? key, bool asksReason = false)
        {
            var verdict = application.Can(trigger, facts, me);

            // Whoever may send a rejection need not propose one; a decision is made in the debrief, not here.
            if (!verdict.IsShown || (trigger == ProposeRejection && (me.May(Capability.AddCandidates) || application.Can(Reject, facts, me).IsPossible)))
            {
                return;
            }

            var href = HrefOf(application.Id, trigger);
            moves.Add(new MoveView(trigger, verdict, href, href is null ? trigger.ToString() : null, asksReason) { Key = key });
        }
    }

    /// <summary>The page of a move that needs a form; null for those that are made at once.</summary>
    public static string? HrefOf(long id, ApplicationTrigger trigger) => trigger switch
    {
        SendAssessment => Links.Application(id) + "/assessment",
        DecideHire => Links.Debrief(id),
        Reject => Links.Application(id) + "/rejection",
        ProposeRejection => Links.Application(id) + "/proposal",
        PutOnHold => Links.Application(id) + "/hold",
        Transfer => Links.Application(id) + "/transfer",
        Withdraw => Links.Application(id) + "/withdrawal",
        Restore => Links.Application(id) + "/restoration",
        StartReview or Shortlist or ToInterview or ToDecision or MoreSignal or Resume or Ready or Hire or OfferEnded => null,
    };
}
