using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>One round of a plan: aim, length, who may hold it, what to ask, what to rate.</summary>
public sealed class RoundModel(TalentHubDb db) : FormPage
{
    /// <summary>Empty places for further questions.</summary>
    private const int SpareQuestions = 2;

    [FromRoute]
    public long Id { get; set; }

    /// <summary>Null for a new round.</summary>
    [FromRoute]
    public long? RoundId { get; set; }

    [BindProperty]
    public RoundInput Input { get; set; } = new();

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>Those of the role family, and those that the round has already.</summary>
    public IReadOnlyList<RatedAttribute> Offered { get; private set; } = [];

    public Bilingual JobTitle { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (RoundId is { } id)
        {
            var plan = await db.InterviewPlans.AsNoTracking().SingleOrNotFoundAsync(p => p.RequisitionId == Id, ct);
            Input.Take(plan.Rounds.FirstOrDefault(r => r.Id == id) ?? throw new NotFoundException());
        }

        Input.Kit.AddRange(Enumerable.Range(0, SpareQuestions).Select(_ => new QuestionInput()));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var plan = await db.InterviewPlans.SingleOrNotFoundAsync(p => p.RequisitionId == Id, ct);
        db.Expect(plan, Version);
        var draft = Input.Draft(await OfferedAsync(ct));
        if (RoundId is { } id)
        {
            plan.ChangeRound(id, draft);
        }
        else
        {
            plan.AddRound(draft);
        }

        await db.SaveChangesAsync(ct);
        return Done("The round is saved. Booked interviews keep what they were booked with.", Links.Job(Id) + "/plan");
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        JobTitle = (await db.Requisitions.AsNoTracking().Where(r => r.Id == Id).Select(r => new { r.Title }).FirstOrNotFoundAsync(ct)).Title;
        Shows((await db.InterviewPlans.AsNoTracking().Where(p => p.RequisitionId == Id).Select(p => new { p.Version }).FirstOrNotFoundAsync(ct)).Version);
        Colleagues = await db.ColleaguesAsync(T.Language, ct);
        Offered = await OfferedAsync(ct);
    }

    private async Task<IReadOnlyList<RatedAttribute>> OfferedAsync(CancellationToken ct)
    {
        var code = await db.Requisitions.AsNoTracking().Where(r => r.Id == Id).Select(r => r.RoleFamilyCode).FirstOrNotFoundAsync(ct);
        var family = await db.RoleFamilies.AsNoTracking().Where(f => f.Code == code).Select(f => f.Attributes).FirstOrDefaultAsync(ct) ?? [];
        var rounds = await db.InterviewPlans.AsNoTracking().Where(p => p.RequisitionId == Id).SelectMany(p => p.Rounds).Select(r => new { r.Id, r.Attributes }).ToListAsync(ct);
        return [.. rounds.Where(r => r.Id == RoundId).Concat(rounds).SelectMany(r => r.Attributes)
            .Concat(family.Select(a => RatedAttribute.Of(a.Code, a.Name, a.Meaning, a.Anchors))).DistinctBy(a => a.Code)];
    }

    public sealed class QuestionInput
    {
        public string? AskEn { get; set; }

        public string? AskZh { get; set; }

        public string? GoodEn { get; set; }

        public string? GoodZh { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(AskEn) && string.IsNullOrWhiteSpace(AskZh);
    }

    public sealed class RoundInput
    {
        public string? NameEn { get; set; }

        public string? NameZh { get; set; }

        public string? AimEn { get; set; }

        public string? AimZh { get; set; }

        public int? Minutes { get; set; } = 60;

        public bool IsRequired { get; set; } = true;

        public List<long> InterviewerIds { get; set; } = [];

        public List<string> Attributes { get; set; } = [];

        public List<QuestionInput> Kit { get; set; } = [];

        public void Take(InterviewRound round)
        {
            (NameEn, NameZh, AimEn, AimZh) = (round.Name.En, round.Name.Zh, round.Aim.En, round.Aim.Zh);
            (Minutes, IsRequired) = (round.Minutes, round.IsRequired);
            InterviewerIds.AddRange(round.InterviewerIds);
            Attributes.AddRange(round.Attributes.Select(a => a.Code));
            Kit.AddRange(round.Kit.Select(k => new QuestionInput { AskEn = k.Question.En, AskZh = k.Question.Zh, GoodEn = k.Good.En, GoodZh = k.Good.Zh }));
        }

        public RoundDraft Draft(IReadOnlyList<RatedAttribute> offered) => new(
            new Bilingual(NameEn, NameZh), new Bilingual(AimEn, AimZh), Minutes ?? 0, IsRequired, InterviewerIds,
            [.. Kit.Where(k => !k.IsEmpty).Select(k => new KitQuestion(
                new Bilingual(k.AskEn, k.AskZh),
                string.IsNullOrWhiteSpace(k.GoodEn + k.GoodZh) ? new Bilingual("–", "–") : new Bilingual(k.GoodEn, k.GoodZh)))],
            [.. offered.Where(a => Attributes.Contains(a.Code))]);
    }

    public sealed class Rules : AbstractValidator<RoundInput>
    {
        private const int NameLength = 200;

        public Rules(Text t)
        {
            RuleFor(i => i.NameEn).Must((i, _) => !string.IsNullOrWhiteSpace(i.NameEn + i.NameZh)).WithMessage(_ => t["Write it in at least one language."]);
            RuleFor(i => i.AimEn).Must((i, _) => !string.IsNullOrWhiteSpace(i.AimEn + i.AimZh)).WithMessage(_ => t["Say what the round is to find out."]);
            RuleFor(i => i.NameEn).MaximumLength(NameLength);
            RuleFor(i => i.NameZh).MaximumLength(NameLength);
            RuleFor(i => i.AimEn).MaximumLength(InterviewRound.AimLength);
            RuleFor(i => i.AimZh).MaximumLength(InterviewRound.AimLength);
            RuleFor(i => i.Minutes).NotNull().WithMessage(_ => t["Write a number."]);
            RuleForEach(i => i.Kit).ChildRules(kit =>
            {
                foreach (var field in new System.Linq.Expressions.Expression<Func<QuestionInput, string?>>[] { k => k.AskEn, k => k.AskZh, k => k.GoodEn, k => k.GoodZh })
                {
                    kit.RuleFor(field).MaximumLength(InterviewRound.AimLength);
                }
            });
        }
    }
}
