using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Privacy;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Privacy;

/// <summary>One privacy request and its moves.</summary>
public sealed class RequestModel(TalentHubDb db, PrivacyDesk desk, TimeProvider clock) : FormPage
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PrivacyRequest Asked { get; private set; } = null!;

    public PersonName Name { get; private set; } = null!;

    public MovesView Moves { get; private set; } = null!;

    public IReadOnlyList<Line> History { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Asked = await db.PrivacyRequests.AsNoTracking().SingleOrNotFoundAsync(r => r.Id == Id, ct);
        Name = await db.People.AsNoTracking().Where(p => p.Id == Asked.PersonId).Select(p => p.Name).SingleAsync(ct);
        History = await db.Transitions.AsNoTracking().Where(t => t.Machine == PrivacyRequestFlow.Table.Name && t.SubjectId == Id).OrderBy(t => t.Id)
            .Select(t => new Line(t.At, t.Trigger, t.To, t.Reason)).ToListAsync(ct);
        var facts = await desk.FactsAsync(Asked, ct);
        MoveView Move(PrivacyRequestTrigger trigger, bool asks = false) => new(trigger, Asked.Can(trigger, facts, Me), Handler: trigger.ToString(), AsksReason: asks);
        Moves = new MovesView(PrivacyRequestFlow.Table.Name, Asked.Version,
        [
            Move(PrivacyRequestTrigger.Verify), Move(PrivacyRequestTrigger.Start), Move(PrivacyRequestTrigger.Finish),
            Move(PrivacyRequestTrigger.Extend, asks: true), Move(PrivacyRequestTrigger.Refuse, asks: true),
        ]);
        Shows(Asked.Version);
    }

    public Task<IActionResult> OnPostVerifyAsync(CancellationToken ct) => MoveAsync((r, f) => r.Verify(f, Me, clock.UtcNow()), "It is they who ask.", ct);

    public Task<IActionResult> OnPostStartAsync(CancellationToken ct) => MoveAsync((r, f) => r.StartWork(f, Me, clock.UtcNow()), "The work has begun.", ct);

    public Task<IActionResult> OnPostFinishAsync(CancellationToken ct) => MoveAsync((r, f) => r.Finish(f, Me, clock.UtcNow()), "The request is answered.", ct);

    public Task<IActionResult> OnPostExtendAsync(CancellationToken ct) => MoveAsync((r, f) => r.Extend(f, Me, clock.UtcNow(), Reason), "Two more months. Tell the person why.", ct);

    public Task<IActionResult> OnPostRefuseAsync(CancellationToken ct) => MoveAsync((r, f) => r.Refuse(f, Me, clock.UtcNow(), Reason), "The request is refused. Tell the person why.", ct);

    private async Task<IActionResult> MoveAsync(Action<PrivacyRequest, PrivacyRequestFacts> move, Sentence done, CancellationToken ct)
    {
        await db.InTransactionAsync(
            async () =>
            {
                var request = await db.PrivacyRequests.SingleOrNotFoundAsync(r => r.Id == Id, ct);
                db.Expect(request, Version);
                move(request, await desk.FactsAsync(request, ct));
                await db.SaveChangesAsync(ct);
            },
            ct);
        return Done(done, "/admin/privacy/" + PrivacyRequest.NumberOf(Id));
    }

    public sealed record Line(DateTime At, string Trigger, string To, string? Reason);
}
