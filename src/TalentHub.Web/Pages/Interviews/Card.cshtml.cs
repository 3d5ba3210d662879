using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Interviews;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>My scorecard of one interview, made for a phone: anchored scales, evidence, a conclusion. Saves what is there; handing in says all that is missing.</summary>
public sealed class CardModel(TalentHubDb db, ScorecardDesk desk, TimeProvider clock) : FormPage, IShowsRecords
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public CardInput Input { get; set; } = new();

    public Interview Interview { get; private set; } = null!;

    /// <summary>Null until it is begun.</summary>
    public Scorecard? Card { get; private set; }

    public IReadOnlyList<RatedAttribute> Attributes => Card?.Attributes ?? Interview.Attributes;

    public IEnumerable<AuditNote> Revealed => [new(AuditAction.ReadScores, RecordKind.Interview, Id, Interview.PersonId)];

    public string CandidateName { get; private set; } = string.Empty;

    public Bilingual JobTitle { get; private set; } = null!;

    public bool HasStarted { get; private set; }

    public bool IsEditable => HasStarted && Card?.State is null or ScorecardState.Assigned or ScorecardState.Draft;

    public Verdict Amend { get; private set; } = Verdict.NotFromHere;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input.Overall = (int?)Card?.Overall;
        Input.Summary = Card?.Summary;
        Input.Ratings = [.. Attributes.Select(a => new RatingInput { Code = a.Code, Score = (int?)Card?.RatingOf(a.Code)?.Score, Evidence = Card?.RatingOf(a.Code)?.Evidence })];
    }

    /// <summary>Keeps the draft.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => WriteAsync(handIn: false, ct);

    public Task<IActionResult> OnPostHandInAsync(CancellationToken ct) => WriteAsync(handIn: true, ct);

    public async Task<IActionResult> OnPostAmendAsync(CancellationToken ct)
    {
        await SeenAsync(ct);
        await desk.AmendAsync(Id, Version, null, ct);
        return Done("You can change it now. The version before is kept.", $"/interviews/INT-{Id}/scorecard");
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Interview = await SeenAsync(ct);
        Card = await db.Scorecards.AsNoTracking().SingleOrDefaultAsync(c => c.InterviewId == Id && c.InterviewerId == Me.PersonId, ct);
        Shows(Card?.Version ?? Guid.Empty);
        CandidateName = (await db.NamesAsync([Interview.PersonId], T.Language, ct)).GetValueOrDefault(Interview.PersonId, "?");
        JobTitle = (await db.JobTitlesAsync([Interview.RequisitionId], ct))[Interview.RequisitionId];
        HasStarted = Interview.StartsAt <= clock.UtcNow();
        if (Card is { State: ScorecardState.Submitted })
        {
            Amend = Card.Can(ScorecardTrigger.Amend, await desk.FactsAsync(Interview, ct), Me);
        }
    }

    /// <summary>What was typed for an attribute, in the order of the card.</summary>
    public RatingInput Typed(RatedAttribute attribute) => Input.Ratings.Find(r => r.Code == attribute.Code) ?? new RatingInput { Code = attribute.Code };

    private async Task<IActionResult> WriteAsync(bool handIn, CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        await SeenAsync(ct);
        var text = new CardText(
            [.. Input.Ratings.Select(r => new Rating(r.Code ?? string.Empty, (Recommendation?)r.Score, r.Evidence))], (Recommendation?)Input.Overall, Input.Summary);
        await desk.WriteAsync(Id, text, handIn, Version, ct);
        if (!handIn)
        {
            return Done("Saved as a draft. Only you see it.", $"/interviews/INT-{Id}/scorecard");
        }

        // Only those of the same interview are shown there.
        var others = await db.Scorecards.AsNoTracking().CountAsync(c => c.InterviewId == Id && c.InterviewerId != Me.PersonId && ScorecardFlow.In.Contains(c.State), ct);
        return Done(others > 0 ? "Handed in. Below you can read now what the others wrote." : "Handed in. Thank you.", Links.Interview(Id));
    }

    /// <summary>Only those on the panel have a card here; for others there is no such page.</summary>
    private async Task<Interview> SeenAsync(CancellationToken ct)
    {
        var me = Me.PersonId;
        return await db.Interviews.AsNoTracking().SingleOrNotFoundAsync(i => i.Id == Id && i.Panel.Any(m => m.PersonId == me), ct);
    }

    public sealed class RatingInput
    {
        public string? Code { get; set; }

        public int? Score { get; set; }

        public string? Evidence { get; set; }
    }

    public sealed class CardInput
    {
        public List<RatingInput> Ratings { get; set; } = [];

        public int? Overall { get; set; }

        public string? Summary { get; set; }
    }

    public sealed class Rules : AbstractValidator<CardInput>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Ratings).Must(r => r.Count <= InterviewRound.MaximumAttributes).WithMessage(_ => t["This value cannot be read."]);
            RuleFor(i => i.Overall).InclusiveBetween(1, RatedAttribute.Points).WithMessage(_ => t["A rating is a number from 1 to 4."]);
            RuleFor(i => i.Summary).MaximumLength(Scorecard.EvidenceLength);
            RuleForEach(i => i.Ratings).ChildRules(rating =>
            {
                rating.RuleFor(r => r.Score).InclusiveBetween(1, RatedAttribute.Points).WithMessage(_ => t["A rating is a number from 1 to 4."]);
                rating.RuleFor(r => r.Evidence).MaximumLength(Scorecard.EvidenceLength);
            });
        }
    }
}
