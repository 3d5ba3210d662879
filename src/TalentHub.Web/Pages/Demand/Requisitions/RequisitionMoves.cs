using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Workflows;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>The moves of a request as buttons: those with a form lead to it, the others are one click.</summary>
public static class RequisitionMoves
{
    public static MovesView Of(Requisition requisition, RequisitionFacts facts, Actor me) => new(
        RequisitionFlow.Table.Name,
        requisition.Version,
        [.. requisition.TriggersFromHere().Distinct()
            .Where(t => t is not (RequisitionTrigger.PutOnHold or RequisitionTrigger.Resume) || (t == RequisitionTrigger.PutOnHold) == (requisition.Hold is null))
            .Where(t => t != RequisitionTrigger.Fill && (t != RequisitionTrigger.AskForSeats || requisition.IsEvergreen))
            .Where(t => t is not (RequisitionTrigger.GrantSeats or RequisitionTrigger.RefuseSeats) || requisition.SeatRequest is not null)
            .Select(t => View(t, requisition, requisition.Can(t, facts, me)))]);

    private static MoveView View(RequisitionTrigger trigger, Requisition requisition, Verdict verdict)
    {
        var page = Links.Requisition(requisition.Id);
        return trigger switch
        {
            RequisitionTrigger.Submit => new(trigger, Softened(verdict), Href: page + "/submission"),
            RequisitionTrigger.Approve => new(trigger, verdict, Handler: "Approve"),
            RequisitionTrigger.SendBack => new(trigger, verdict, Href: page + "/send-back") { IsQuiet = true },
            RequisitionTrigger.Reject => new(trigger, verdict, Href: page + "/rejection") { IsQuiet = true },
            RequisitionTrigger.Open => new(trigger, verdict, Href: page + "/opening"),
            RequisitionTrigger.PutOnHold => new(trigger, verdict, Href: page + "/hold") { IsQuiet = true },
            RequisitionTrigger.Resume => new(trigger, verdict, Handler: "Resume"),
            RequisitionTrigger.CloseUnfilled => new(trigger, Softened(verdict), Href: page + "/closing") { IsQuiet = true },
            RequisitionTrigger.Cancel => new(trigger, verdict, Href: page + "/cancellation") { IsQuiet = true },
            RequisitionTrigger.Reopen => new(trigger, verdict, Href: page + "/reopening"),
            RequisitionTrigger.Undo => new(trigger, verdict, Handler: "Undo") { IsQuiet = true },
            RequisitionTrigger.AskForSeats => new(trigger, Softened(verdict), Href: page + "/seats") { IsQuiet = requisition.Seats > 0 },
            RequisitionTrigger.GrantSeats => new(trigger, verdict, Handler: "GrantSeats"),
            RequisitionTrigger.RefuseSeats => new(trigger, verdict, Href: page + "/seats/refusal") { IsQuiet = true },
            RequisitionTrigger.Fill => new(trigger, verdict),
        };
    }

    /// <summary>A form that itself shows what is missing, or that asks for the reason, stays a plain link.</summary>
    private static Verdict Softened(Verdict verdict) => verdict.Answer == Answer.AskReason ? Verdict.Allowed : verdict;
}
