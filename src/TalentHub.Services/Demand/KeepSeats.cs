using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Demand;

/// <summary>Seats follow their request: planned when it is sent, approved and opened with it, cancelled when it ends, back when the end is undone.</summary>
public sealed class KeepSeats :
    IReaction<RequisitionSubmitted>, IReaction<RequisitionApproved>, IReaction<RequisitionOpened>, IReaction<RequisitionRejected>, IReaction<RequisitionEnded>,
    IReaction<RequisitionRestored>, IReaction<SeatsGranted>
{
    /// <summary>As many standing seats as are asked for; filled ones of an earlier round count.</summary>
    public async Task ReactAsync(RequisitionSubmitted happened, TalentHubDb db, CancellationToken ct)
    {
        var standing = await SeatsAsync(happened.Requisition, OpeningFlow.Standing, db, ct);
        for (var missing = happened.Requisition.Seats - standing.Count; missing > 0; missing--)
        {
            db.Openings.Add(new Opening(AsSystem(happened.By), happened.At, happened.Requisition.Id));
        }

        var surplus = standing.Where(o => o.State == OpeningState.Planned).OrderByDescending(o => o.Id).Take(Math.Max(0, standing.Count - happened.Requisition.Seats));
        foreach (var seat in surplus)
        {
            seat.Cancel(AsSystem(happened.By), happened.At, "Fewer people are asked for.");
        }
    }

    public async Task ReactAsync(RequisitionApproved happened, TalentHubDb db, CancellationToken ct)
    {
        foreach (var seat in await SeatsAsync(happened.Requisition, [OpeningState.Planned], db, ct))
        {
            seat.Approve(AsSystem(happened.By), happened.At);
        }
    }

    public async Task ReactAsync(RequisitionOpened happened, TalentHubDb db, CancellationToken ct)
    {
        foreach (var seat in await SeatsAsync(happened.Requisition, [OpeningState.Approved], db, ct))
        {
            seat.Open(AsSystem(happened.By), happened.At);
        }
    }

    /// <summary>Further seats of an evergreen job: numbered now, approved and open at once.</summary>
    public Task ReactAsync(SeatsGranted happened, TalentHubDb db, CancellationToken ct)
    {
        for (var i = 0; i < happened.Seats; i++)
        {
            var seat = new Opening(AsSystem(happened.By), happened.At, happened.Requisition.Id);
            seat.Approve(AsSystem(happened.By), happened.At);
            seat.Open(AsSystem(happened.By), happened.At);
            db.Openings.Add(seat);
        }

        return Task.CompletedTask;
    }

    public Task ReactAsync(RequisitionRejected happened, TalentHubDb db, CancellationToken ct) =>
        CancelAsync(happened.Requisition, happened.By, happened.At, "The request was rejected.", db, ct);

    public Task ReactAsync(RequisitionEnded happened, TalentHubDb db, CancellationToken ct) =>
        CancelAsync(happened.Requisition, happened.By, happened.At, "The request ended.", db, ct);

    public async Task ReactAsync(RequisitionRestored happened, TalentHubDb db, CancellationToken ct)
    {
        var seats = (await SeatsAsync(happened.Requisition, [OpeningState.Cancelled], db, ct)).Where(o => o.StateSince >= happened.EndedAt).ToList();
        var ids = seats.ConvertAll(o => o.Id);
        var rows = await db.Transitions.Where(t => t.Machine == OpeningFlow.Table.Name && ids.Contains(t.SubjectId)).OrderBy(t => t.Id).ToListAsync(ct);
        foreach (var seat in seats)
        {
            seat.Undo(AsSystem(happened.By), happened.At, rows.Last(t => t.SubjectId == seat.Id));
        }
    }

    private static async Task CancelAsync(Requisition requisition, Actor by, DateTime at, string why, TalentHubDb db, CancellationToken ct)
    {
        foreach (var seat in await SeatsAsync(requisition, [OpeningState.Planned, OpeningState.Approved, OpeningState.Open], db, ct))
        {
            seat.Cancel(AsSystem(by), at, why);
        }
    }

    private static Task<List<Opening>> SeatsAsync(Requisition requisition, OpeningState[] states, TalentHubDb db, CancellationToken ct) =>
        db.Openings.Where(o => o.RequisitionId == requisition.Id && states.Contains(o.State)).OrderBy(o => o.Id).ToListAsync(ct);

    /// <summary>The product does it, because somebody did something: both stand in the history.</summary>
    private static Actor AsSystem(Actor cause) => Actor.System with { OnBehalfOf = cause.PersonId == 0 ? null : cause.PersonId };
}
