using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Offers;

/// <summary>The moves: each loads, asks for one verb, saves.</summary>
public sealed partial class DetailsModel
{
    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken ct)
    {
        await desk.SubmitAsync(await FindAsync(ct), Me, (Reason?)Reason, ct);
        return Done("Sent for approval.", Links.Offer(Id));
    }

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) => MoveAsync((o, f, at) => o.Approve(Me, at, f, Reason), "Approved.", ct);

    public Task<IActionResult> OnPostSendBackAsync(CancellationToken ct) => MoveAsync((o, f, at) => o.SendBack(Me, at, f, Reason), "Sent back.", ct);

    public Task<IActionResult> OnPostExtendAsync(CancellationToken ct) => MoveAsync((o, f, at) => o.Extend(Me, at, f), "The candidate gets the link by mail.", ct);

    public Task<IActionResult> OnPostNegotiateAsync(CancellationToken ct) =>
        MoveAsync((o, f, at) => o.Negotiate(Me, at, f, (Reason?)Reason), "It is in negotiation.", ct);

    public Task<IActionResult> OnPostReviseAsync(CancellationToken ct) =>
        MoveAsync((o, f, at) => o.Revise(Me, at, f, (Reason?)Reason), "Back on the desk; the link that was out opens nothing any more.", ct);

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) =>
        MoveAsync((o, f, at) => o.RecordAnswer(Me, at, f, accepted: true, Reason), "Recorded: they accepted. Onboarding has begun.", ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) =>
        MoveAsync((o, f, at) => o.RecordAnswer(Me, at, f, accepted: false, Reason), "Recorded: they declined.", ct);

    public Task<IActionResult> OnPostCancelAsync(CancellationToken ct) => MoveAsync((o, f, at) => o.Cancel(Me, at, f, (Reason?)Reason), "Cancelled; the seat is free.", ct);

    public Task<IActionResult> OnPostRenegeAsync(CancellationToken ct) =>
        MoveAsync((o, f, at) => o.Renege(Me, at, f, (Reason?)Reason), "Recorded; the seat is free.", ct);

    public Task<IActionResult> OnPostReplyAsync(CancellationToken ct) =>
        MoveAsync((o, f, at) => o.Reply(Me, at, f, QuestionId ?? 0, Answer), "Answered; the candidate gets it by mail.", ct);

    public async Task<IActionResult> OnPostRescindAsync(CancellationToken ct)
    {
        var done = await desk.SignRescissionAsync(await FindAsync(ct), Me, Reason, ct);
        return Done(done ? "The offer is taken back." : "Signed. Another HR partner must sign as well.", Links.Offer(Id));
    }

    public async Task<IActionResult> OnPostUnsignAsync(CancellationToken ct)
    {
        await desk.WithdrawRescissionAsync((await FindAsync(ct)).Id, Me, ct);
        return Done("Your signature is withdrawn.", Links.Offer(Id));
    }

    private Task<IActionResult> MoveAsync(Action<Offer, OfferFacts, DateTime> move, Sentence says, CancellationToken ct) => db.InTransactionAsync<IActionResult>(
        async () =>
        {
            var offer = await FindAsync(ct);
            move(offer, await facts.LoadAsync(offer, ct), clock.UtcNow());
            await db.SaveChangesAsync(ct);
            return Done(says, Links.Offer(Id));
        },
        ct);

    private async Task<Offer> FindAsync(CancellationToken ct)
    {
        var offer = await desk.FindAsync(Id, ct) ?? throw new NotFoundException();
        db.Expect(offer, Version);
        return offer;
    }
}
