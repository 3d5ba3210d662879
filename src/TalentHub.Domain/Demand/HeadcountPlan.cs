using TalentHub.Domain.Common;

namespace TalentHub.Domain.Demand;

/// <summary>How many people a department may hire in a year, and for how much a year together. One row per department and year.</summary>
public sealed class HeadcountPlan : Entity
{
    public const int MaximumSeats = 10_000;

    private HeadcountPlan() => Budget = new Money(0, "USD");

    public HeadcountPlan(long departmentId, int year, int seats, Money budget)
    {
        Require.That(year is >= 2000 and <= 2100, "Choose a year.", "Year");
        DepartmentId = departmentId;
        Year = year;
        Budget = budget;
        Set(seats, budget);
    }

    public long DepartmentId { get; private set; }

    public int Year { get; private set; }

    /// <summary>People to hire in the year.</summary>
    public int Seats { get; private set; }

    /// <summary>Yearly cost of all of them together, in the company's currency.</summary>
    public Money Budget { get; private set; }

    public void Set(int seats, Money budget)
    {
        Require.That(seats is >= 0 and <= MaximumSeats, new Sentence("Plan 0 to {maximum} seats.", ("maximum", MaximumSeats)), "Seats");
        Require.That(budget.MinorUnits >= 0, "A budget cannot be negative.", "Budget");
        Seats = seats;
        Budget = budget;
    }
}

/// <summary>A plan beside what was taken from it and what is asked of it.</summary>
/// <param name="Used">Seats of requests that are approved, open or filled.</param>
/// <param name="Asked">Seats of requests that wait for approval.</param>
/// <param name="UsedCost">In minor units of the company's currency, as are the others.</param>
public sealed record PlanPosition(int Seats, long Budget, int Used, long UsedCost, int Asked, long AskedCost)
{
    /// <summary>What a new request may still ask for: requests in approval count as taken, so that two at once cannot both fit.</summary>
    public int SeatsLeft => Seats - Used - Asked;

    public long BudgetLeft => Budget - UsedCost - AskedCost;

    public bool IsOver => SeatsLeft < 0 || BudgetLeft < 0;

    /// <summary>As it would be without this request, where the request counts at all.</summary>
    public PlanPosition Without(Requisition requisition) =>
        RequisitionFlow.TakesFromPlan.Contains(requisition.State) && requisition.TargetStart is not null
            ? this with { Used = Used - requisition.Seats, UsedCost = UsedCost - requisition.AnnualCost.MinorUnits }
        : RequisitionFlow.AsksOfPlan.Contains(requisition.State) && requisition.TargetStart is not null
            ? this with { Asked = Asked - requisition.Seats, AskedCost = AskedCost - requisition.AnnualCost.MinorUnits }
        : this;
}
