using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Demand;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>What writing a new request and changing one have in common.</summary>
public abstract class RequisitionForm(TalentHubDb db, CompanyChoices choices, HeadcountPlans plans, SubmitRequisition submit, CompanyCache company, TimeProvider clock) : FormPage
{
    [BindProperty]
    public RequisitionInput Input { get; set; } = new();

    public RoleFamily? Family { get; private set; }

    public FamilyLevel? Level => Input.Level is null ? null : Family?.Level(Input.Level);

    public string Currency { get; private set; } = "USD";

    public List<SelectListItem> Families { get; private set; } = [];

    public List<SelectListItem> Levels { get; private set; } = [];

    /// <summary>For the script: at each level, what the title fields say and what the page says about it.</summary>
    public string WordsByLevel => System.Text.Json.JsonSerializer.Serialize((Family?.Levels ?? []).ToDictionary(
        l => l.Code,
        l => new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Input.TitleEn"] = l.Title.En,
            ["Input.TitleZh"] = l.Title.Zh,
            ["#Input_AnnualCost-hint"] = CostHint(l),
            ["#level-name"] = MeaningOf(l),
            ["#level-expectation"] = T.Of(l.Expectation),
            ["#level-pay"] = PayHint(l),
        }));

    public string CostHint(FamilyLevel? level) => level?.Pay(Currency) is { } pay
        ? T["Left empty: {middle} for each person, the middle of {minimum} to {maximum}.", ("middle", new Money(pay.Middle, pay.Currency)), ("minimum", new Money(pay.Minimum, pay.Currency)), ("maximum", new Money(pay.Maximum, pay.Currency))]
        : T["There is no pay range for this level yet, so say what it will cost before you send it."];

    public string MeaningOf(FamilyLevel level) => T["What {level} means", ("level", level.Code)];

    /// <summary>Null where the level has no range in the company's currency.</summary>
    public string? PayHint(FamilyLevel level) => level.Pay(Currency) is { } pay
        ? T["Base pay a year: {minimum} to {maximum}", ("minimum", new Money(pay.Minimum, pay.Currency)), ("maximum", new Money(pay.Maximum, pay.Currency))]
        : null;

    public List<SelectListItem> Departments { get; private set; } = [];

    public List<SelectListItem> Places { get; private set; } = [];

    public List<SelectListItem> Reasons { get; private set; } = [];

    public List<SelectListItem> Managers { get; private set; } = [];

    /// <summary>The chosen department's plan, this request left out; null without a department or a plan.</summary>
    public PlanPosition? Plan { get; private set; }

    public int PlanYear => Input.TargetStart?.Year ?? clock.UtcNow().Year;

    private DayRange Days => DayRange.Ahead(clock.TodayIn(null));

    public string FirstDay => Days.From.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public string LastDay => Days.To.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The request that is changed; null for a new one.</summary>
    protected virtual long? RequestId => null;

    public override async Task LoadAsync(CancellationToken ct)
    {
        Input.MustHaves = [.. Input.Written];
        Currency = (await company.GetAsync(ct))?.Currency ?? "USD";
        Families = await choices.FamiliesAsync(ct);
        Departments = await choices.DepartmentsAsync(ct);
        Places = await choices.PlacesAsync(ct);
        Reasons = await choices.ReasonsAsync(ReasonKind.Requisition, ct);
        Managers = await choices.EmployeesAsync(ct);
        await FindFamilyAsync(ct);
        Levels = [.. (Family?.Levels ?? []).Select(l => new SelectListItem($"{l.Code} · {T.Of(l.Title)}", l.Code))];
        Plan = Input.DepartmentId is { } department ? await plans.PositionAsync(department, PlanYear, RequestId, ct) : null;
    }

    /// <summary>The family that the form names; read once as long as it names the same.</summary>
    protected async Task<RoleFamily?> FindFamilyAsync(CancellationToken ct) =>
        Family = Family?.Code == Input.Family ? Family : await db.RoleFamilies.AsNoTracking().SingleOrDefaultAsync(f => f.Code == Input.Family, ct);

    /// <summary>The typed values as the domain takes them; every id is looked up, whatever the form sent.</summary>
    /// <exception cref="DomainException">Something chosen is not there (any more).</exception>
    protected async Task<RequisitionTerms> TermsAsync(CancellationToken ct)
    {
        var family = await FindFamilyAsync(ct) ?? throw new DomainException("Choose a role family.") { Field = nameof(Input.Family) };
        var level = family.Level(Input.Level!) ?? throw new DomainException("Choose a level.") { Field = nameof(Input.Level) };
        Require.That(await db.Departments.AnyAsync(d => d.Id == Input.DepartmentId, ct), "Choose a department.", nameof(Input.DepartmentId));
        Require.That(await db.Locations.AnyAsync(l => l.Id == Input.LocationId, ct), "Choose a place.", nameof(Input.LocationId));
        Require.That((await choices.ReasonsAsync(ReasonKind.Requisition, ct)).Exists(r => r.Value == Input.ReasonCode), "Choose why you need them.", nameof(Input.ReasonCode));
        var works = await db.Employments.AnyAsync(e => e.PersonId == Input.HiringManagerId && EmploymentFlow.Employed.Contains(e.State), ct);
        Require.That(works, "Choose the hiring manager.", nameof(Input.HiringManagerId));

        var currency = (await company.GetAsync(ct))?.Currency ?? "USD";
        var seats = Input.Seats ?? 0;
        var cost = Input.AnnualCost is { } typed ? Money.Of(typed, currency)
            : level.Pay(currency) is { } pay ? new Money(pay.Middle, currency) * seats
            : new Money(0, currency);
        return new RequisitionTerms(
            new Bilingual(Input.TitleEn, Input.TitleZh), family.Code, level.Code, level.Rank, Input.DepartmentId!.Value, Input.LocationId!.Value, seats,
            Input.ReasonCode!, Input.Why, cost, Input.TargetStart, Input.HiringManagerId!.Value, [.. Input.Written.Select(m => new Bilingual(OneLine(m.En), OneLine(m.Zh)))],
            [.. SkillsOf(family)], Input.IsConfidential, Input.IsEvergreen);
    }

    /// <summary>Saved; now sends it for approval if that was asked. What stands against it is shown where it can be mended, the draft stays.</summary>
    protected async Task<IActionResult> GoOnAsync(Requisition requisition, string? next, CancellationToken ct)
    {
        if (next != "submit")
        {
            return Done(new Sentence("Kept as a draft: {number}", ("number", requisition.Number)), Links.Requisition(requisition.Id));
        }

        try
        {
            await submit.SendAsync(requisition, Me, null, ct);
        }
        catch (DomainException refusal) when (refusal is not MoveRefused { Answer: Answer.NotHeld })
        {
            db.ChangeTracker.Clear();
            return Done(new Sentence("{number} is kept as a draft. Something stands in the way.", ("number", requisition.Number)), Links.Requisition(requisition.Id) + "/submission");
        }

        return Done(new Sentence("{number} is sent for approval", ("number", requisition.Number)), Links.Requisition(requisition.Id));
    }

    private static string? OneLine(string? typed) => typed?.ReplaceLineEndings(" ");

    private IEnumerable<RequiredSkill> SkillsOf(RoleFamily family)
    {
        foreach (var line in Input.Skills.Where(s => s.Asked != SkillAsked.No).DistinctBy(s => s.Name))
        {
            if (family.Skills.Find(s => s.Name.En == line.Name) is { } skill)
            {
                yield return new RequiredSkill(skill.Name, line.Asked == SkillAsked.Required, line.Level);
            }
        }
    }
}
