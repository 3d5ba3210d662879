using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Services.Demand;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Plan;

/// <summary>Sets what one department may hire in one year.</summary>
public sealed class EditModel(TalentHubDb db, HeadcountPlans plans, CompanyCache company) : FormPage
{
    [BindProperty(SupportsGet = true, Name = "department")]
    public long DepartmentId { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public int Year { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Bilingual Department { get; private set; } = null!;

    public string Currency { get; private set; } = "USD";

    public PlanPosition? Position { get; private set; }

    public sealed class InputModel
    {
        public int? Seats { get; set; }

        /// <summary>In whole units of the company's currency.</summary>
        public decimal? Budget { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        private const decimal LargestBudget = 100_000_000_000;

        public Rules(Text t)
        {
            RuleFor(i => i.Seats).NotNull().WithMessage(_ => t["Write a number."]);
            RuleFor(i => i.Seats).InclusiveBetween(0, HeadcountPlan.MaximumSeats).WithMessage(_ => t["Plan 0 to {maximum} seats.", ("maximum", HeadcountPlan.MaximumSeats)]);
            RuleFor(i => i.Budget).NotNull().WithMessage(_ => t["Write a number."]);
            RuleFor(i => i.Budget).InclusiveBetween(0, LargestBudget).WithMessage(_ => t["A budget is between 0 and {maximum}.", ("maximum", t.Number((long)LargestBudget))]);
        }
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Department = (await db.Departments.AsNoTracking().SingleOrNotFoundAsync(d => d.Id == DepartmentId, ct)).Name;
        Currency = (await company.GetAsync(ct))?.Currency ?? "USD";
        Position = await plans.PositionAsync(DepartmentId, Year, null, ct);
        Shows(await db.HeadcountPlans.Where(p => p.DepartmentId == DepartmentId && p.Year == Year).Select(p => p.Version).SingleOrDefaultAsync(ct));
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Year is < 2000 or > 2100)
        {
            throw new NotFoundException();
        }

        await LoadAsync(ct);
        Input = new InputModel { Seats = Position?.Seats, Budget = Position is { } p ? new Money(p.Budget, Currency).Amount : null };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        await LoadAsync(ct);
        var budget = Money.Of(Input.Budget!.Value, Currency);
        var plan = await db.HeadcountPlans.SingleOrDefaultAsync(p => p.DepartmentId == DepartmentId && p.Year == Year, ct);
        if (plan is null)
        {
            db.HeadcountPlans.Add(new HeadcountPlan(DepartmentId, Year, Input.Seats!.Value, budget));
        }
        else
        {
            db.Expect(plan, Version);
            plan.Set(Input.Seats!.Value, budget);
        }

        await db.SaveChangesAsync(ct);
        return Done(new Sentence("The plan of {department} for {year} is set", ("department", Department), ("year", Year)), $"/demand/plan?year={Year}");
    }
}
