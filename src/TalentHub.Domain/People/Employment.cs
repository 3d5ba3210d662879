using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.People.EmploymentState;
using static TalentHub.Domain.People.EmploymentTrigger;
using static TalentHub.Domain.Workflows.TimeLimit;

namespace TalentHub.Domain.People;

public enum EmploymentState
{
    /// <summary>Accepted, not yet arrived.</summary>
    PreHire,
    Active,
    OnLeave,
    Ended,

    /// <summary>Accepted and never came.</summary>
    NeverStarted,
}

public enum EmploymentTrigger
{
    Arrive,
    GoOnLeave,
    ComeBack,
    End,
    NotStart,
}

/// <summary>The life of an employment. Diagram: docs/states/employment.mmd.</summary>
public static class EmploymentFlow
{
    public static readonly Workflow<Employment, EmploymentState, EmploymentTrigger, NoFacts> Table = new(
        name: "employment", start: PreHire, ends: [Ended, NeverStarted],
        good: [],
        turns:
        [
            (PreHire, "HR", Until("The first day at work.").In("onboarding")),
            (Active, "The manager", None("Somebody works here, as long as they stay.")),
            (OnLeave, "HR", None("Until they come back; leave has its own dates.")),
        ],
        moves:
        [
            new(Arrive, From: [PreHire], To: Active, MarkArrival),
            new(NotStart, From: [PreHire], To: NeverStarted, RunOnboarding) { Reason = ReasonNeed.Required },
            new(GoOnLeave, From: [Active], To: OnLeave, ActAsSystem),
            new(ComeBack, From: [OnLeave], To: Active, ActAsSystem),
            new(EmploymentTrigger.End, From: [Active, OnLeave], To: Ended, RunOnboarding) { Reason = ReasonNeed.Required },
        ]);

    /// <summary>States in which someone belongs to the company.</summary>
    public static readonly EmploymentState[] Employed = [Active, OnLeave];
}

/// <summary>One period of belonging to the company: in which department, where, as what, under whom.</summary>
public sealed class Employment : Stateful<Employment, EmploymentState, EmploymentTrigger, NoFacts>
{
    public const int TitleLength = 200;

    private Employment() => Title = string.Empty;

    public Employment(
        Actor by, DateTime at, long personId, long departmentId, long locationId, string title, string? roleFamily, string? level, long? managerId,
        DateOnly startsOn, long? openingId)
    {
        PersonId = personId;
        DepartmentId = departmentId;
        LocationId = locationId;
        Title = Require.Text(title, "Write a title.", TitleLength, "Title");
        RoleFamily = roleFamily;
        Level = level;
        ManagerId = managerId;
        StartsOn = startsOn;
        OpeningId = openingId;
        Begin(by, at);
    }

    public long PersonId { get; private set; }

    public long DepartmentId { get; private set; }

    public long LocationId { get; private set; }

    public string Title { get; private set; }

    /// <summary>Code of the role family; null for roles outside them.</summary>
    public string? RoleFamily { get; private set; }

    /// <summary>Code of the level within the family's ladder.</summary>
    public string? Level { get; private set; }

    /// <summary>The line manager's person record.</summary>
    public long? ManagerId { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    /// <summary>The seat that this employment fills.</summary>
    public long? OpeningId { get; private set; }

    protected override Workflow<Employment, EmploymentState, EmploymentTrigger, NoFacts> Table => EmploymentFlow.Table;

    public void Arrive(Actor by, DateTime at) => Fire(EmploymentTrigger.Arrive, default, by, at);

    public void NotStart(Actor by, DateTime at, Reason? reason) => Fire(EmploymentTrigger.NotStart, default, by, at, reason);

    /// <summary>The first day moves, as long as it has not come.</summary>
    public void MoveStart(DateOnly startsOn)
    {
        Require.That(State == EmploymentState.PreHire, "The person has already started work.");
        StartsOn = startsOn;
    }

    public void End(Actor by, DateTime at, DateOnly lastDay, Reason? reason)
    {
        Fire(EmploymentTrigger.End, default, by, at, reason, effective: lastDay);
        EndsOn = lastDay;
    }

    public void ReportTo(long? managerId)
    {
        Require.That(managerId != PersonId, "Nobody is their own manager.", "ManagerId");
        ManagerId = managerId;
    }
}
