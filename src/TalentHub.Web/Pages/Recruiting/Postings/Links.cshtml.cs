using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Recruiting;
using TalentHub.Services;
using TalentHub.Services.Notifications;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Recruiting.Postings;

/// <summary>Links to post elsewhere: whoever comes by one carries its source along. With what each has brought.</summary>
public sealed class LinksModel(TalentHubDb db, PublicAddress address, TimeProvider clock) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? Job { get; set; }

    [BindProperty]
    public LinkInput Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Where links lead: the live posting of the job, or the list.</summary>
    public string Target { get; private set; } = "/careers";

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var id = Requisition.KeyOf(Job);
        if (id is not null)
        {
            await db.Requisitions.AsNoTracking().SingleOrNotFoundAsync(r => r.Id == id, ct);
        }

        var code = Input.Code!.Trim().ToLowerInvariant();
        Require.That(!await db.SourceLinks.AnyAsync(l => l.Code == code, ct), "This code is taken. Choose another.", "Code");
        db.SourceLinks.Add(new SourceLink(code, Input.Source, Input.Label, id, Me.PersonId, clock.UtcNow()));
        await db.SaveChangesAsync(ct);
        return Done("The link is there. Copy it and post it.", Here);
    }

    public async Task<IActionResult> OnPostRetireAsync(long id, CancellationToken ct)
    {
        var link = await db.SourceLinks.SingleOrNotFoundAsync(l => l.Id == id, ct);
        link.Retire(clock.UtcNow());
        await db.SaveChangesAsync(ct);
        return Done("Taken off the list. Where it stands already it keeps counting.", Here);
    }

    public string AddressOf(string code) => address.Of($"{Target}?src={code}");

    public override async Task LoadAsync(CancellationToken ct)
    {
        var requisitionId = Requisition.KeyOf(Job);
        if (requisitionId is not null && await db.Postings.AsNoTracking()
                .Where(p => p.RequisitionId == requisitionId && p.State == PostingState.Live && p.Kind == PostingKind.External).Select(p => new { p.Id, p.Slug }).FirstOrDefaultAsync(ct) is { } posting)
        {
            Target = $"/careers/{Posting.NumberOf(posting.Id)}/{posting.Slug}";
        }

        Rows = await db.SourceLinks.AsNoTracking().Where(l => l.RetiredAt == null && (requisitionId == null || l.RequisitionId == null || l.RequisitionId == requisitionId))
            .OrderByDescending(l => l.Id)
            .Select(l => new Row(
                l.Id, l.Code, l.Source, l.Label, l.RequisitionId,
                db.Applications.Count(a => a.Source == l.Source && a.SourceDetail == l.Label && (l.RequisitionId == null || a.RequisitionId == l.RequisitionId))))
            .Take(200).ToListAsync(ct);
    }

    private string Here => "/postings/links" + (Job is null ? string.Empty : "?job=" + Uri.EscapeDataString(Job));

    public sealed record Row(long Id, string Code, Source Source, string Label, long? RequisitionId, int Applications);

    public sealed class LinkInput
    {
        public string? Code { get; set; }

        public Source Source { get; set; } = Source.JobBoard;

        public string? Label { get; set; }
    }

    public sealed class Rules : AbstractValidator<LinkInput>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Code).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(_ => t["Give the link a code."])
                .MaximumLength(SourceLink.CodeLength)
                .Must(c => Careers.SourceCode.Clean(c) is { } code && code[0] != '-').WithMessage(_ => t["A code has letters, digits and dashes only."]);
            RuleFor(i => i.Label).NotEmpty().WithMessage(_ => t["Say where the link will stand."])
                .MaximumLength(SourceLink.LabelLength);
            RuleFor(i => i.Source).IsInEnum().WithMessage(_ => t["Choose a source."]);
        }
    }
}
