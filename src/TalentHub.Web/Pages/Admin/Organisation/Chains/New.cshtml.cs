using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Demand;

namespace TalentHub.Web.Pages.Admin.Organisation.Chains;

/// <summary>Makes a chain, or a new one in the place of another: a chain itself never changes, so that what ran by it stays explained.</summary>
public sealed class NewModel(TalentHubDb db, CompanyChoices choices, CompanyCache company) : FormPage
{
    /// <summary>The chain that this one replaces.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public long? From { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public List<SelectListItem> Departments { get; private set; } = [];

    public List<SelectListItem> People { get; private set; } = [];

    public string Currency { get; private set; } = "USD";

    public sealed class InputModel
    {
        public ApprovalKind Kind { get; set; }

        public string? NameEn { get; set; }

        public string? NameZh { get; set; }

        public long? DepartmentId { get; set; }

        public int? FromLevel { get; set; }

        /// <summary>In whole units of the company's currency.</summary>
        public decimal? FromAnnualCost { get; set; }

        public List<StepInput> Steps { get; set; } = [];
    }

    public sealed class StepInput
    {
        public string? LabelEn { get; set; }

        public string? LabelZh { get; set; }

        public ApproverIs? Who { get; set; }

        public Role? Role { get; set; }

        public long? PersonId { get; set; }

        public ApprovalNeed Need { get; set; }

        public int? Count { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.NameEn).NotEmpty().When(i => string.IsNullOrWhiteSpace(i.NameZh)).WithMessage(_ => t["Write it in at least one language."]);
            RuleFor(i => i.NameEn).MaximumLength(200);
            RuleFor(i => i.NameZh).MaximumLength(200);
            RuleFor(i => i.FromLevel).InclusiveBetween(1, 20).WithMessage(_ => t["A level is a number from 1 to 20."]);
            RuleFor(i => i.FromAnnualCost).InclusiveBetween(0, 1_000_000_000).WithMessage(_ => t["This amount is too large."]);
            RuleFor(i => i.Steps).Must(s => s.Count <= 20 && s.Exists(x => x.Who is not null)).WithMessage(_ => t["A chain has one to {maximum} steps.", ("maximum", ApprovalPolicy.MaximumSteps)]);
            RuleForEach(i => i.Steps).ChildRules(step =>
            {
                step.RuleFor(s => s.LabelEn).MaximumLength(200);
                step.RuleFor(s => s.LabelZh).MaximumLength(200);
                step.RuleFor(s => s.Count).InclusiveBetween(1, 50).WithMessage(_ => t["Write a number."]);
            });
        }
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Departments = await choices.DepartmentsAsync(ct);
        People = await choices.EmployeesAsync(ct);
        Currency = (await company.GetAsync(ct))?.Currency ?? "USD";
        while (Input.Steps.Count < ApprovalPolicy.MaximumSteps)
        {
            Input.Steps.Add(new StepInput());
        }
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (From is { } id)
        {
            var chain = await db.ApprovalPolicies.AsNoTracking().SingleOrNotFoundAsync(p => p.Id == id && !p.IsRetired, ct);
            Currency = (await company.GetAsync(ct))?.Currency ?? "USD";
            Input = new InputModel
            {
                Kind = chain.Kind, NameEn = chain.Name.En, NameZh = chain.Name.Zh, DepartmentId = chain.DepartmentId, FromLevel = chain.FromLevel,
                FromAnnualCost = chain.FromAnnualCost is { } cost ? new Money(cost, Currency).Amount : null,
                Steps = [.. chain.Steps.OrderBy(s => s.Order).Select(s => new StepInput
                {
                    LabelEn = s.Label.En, LabelZh = s.Label.Zh, Who = s.Who, Role = s.Role, PersonId = s.PersonId, Need = s.Need, Count = s.Count,
                })],
            };
        }

        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        await LoadAsync(ct);
        Require.That(Input.DepartmentId is null || Departments.Exists(d => d.Value == Text(Input.DepartmentId)), "Choose a department.", "DepartmentId");
        if (!Input.Steps.Select((s, i) => IsOffered($"Input.Steps[{i}].PersonId", Text(s.PersonId), People, "Choose a person for this step.")).Aggregate(true, (all, one) => all && one))
        {
            return await InvalidAsync(ct);
        }

        var steps = Input.Steps.Where(s => s.Who is not null).Select((s, i) => Step(s, i + 1)).ToList();
        var chain = new ApprovalPolicy(
            Input.Kind, new Bilingual(Input.NameEn, Input.NameZh), Input.DepartmentId, Input.FromLevel,
            Input.FromAnnualCost is { } cost ? Money.Of(cost, Currency).MinorUnits : null, steps);
        db.ApprovalPolicies.Add(chain);
        if (From is { } id)
        {
            (await db.ApprovalPolicies.SingleOrNotFoundAsync(p => p.Id == id, ct)).Retire();
        }

        await db.SaveChangesAsync(ct);
        return Done(new Sentence("“{name}” takes requests from now on", ("name", chain.Name)), "/admin/chains");
    }

    private PolicyStep Step(StepInput step, int order)
    {
        Require.That(step.Who != ApproverIs.Person || People.Exists(p => p.Value == Text(step.PersonId)), "Choose a person for this step.", "Steps");
        Require.That(step.Who != ApproverIs.Role || step.Role is not null, "Choose a role for this step.", "Steps");
        var label = string.IsNullOrWhiteSpace(step.LabelEn) && string.IsNullOrWhiteSpace(step.LabelZh)
            ? new Bilingual(step.Who.ToString(), null)
            : new Bilingual(step.LabelEn, step.LabelZh);
        return new PolicyStep(
            order, label, step.Who!.Value, step.Who == ApproverIs.Role ? step.Role : null, step.Who == ApproverIs.Person ? step.PersonId : null, step.Need, step.Count ?? 1);
    }

    private static string? Text(long? id) => id?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
