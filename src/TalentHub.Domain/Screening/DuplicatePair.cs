using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.Screening.DuplicateState;
using static TalentHub.Domain.Screening.DuplicateTrigger;
using static TalentHub.Domain.Workflows.TimeLimit;
using Rule = TalentHub.Domain.Workflows.Rule<TalentHub.Domain.Screening.DuplicatePair, TalentHub.Domain.Screening.DuplicateFacts>;

namespace TalentHub.Domain.Screening;

public enum DuplicateState
{
    /// <summary>Facts match; a person must look.</summary>
    Suspected,

    /// <summary>Shown as one person: the newer record points to the older.</summary>
    Merged,

    /// <summary>Two records again.</summary>
    Unmerged,

    /// <summary>Two different people; not suggested again unless new facts arrive.</summary>
    NotSame,
}

public enum DuplicateTrigger
{
    Merge,
    Unmerge,
    MarkNotSame,
    SuspectAgain,
}

/// <summary>Which facts two records share.</summary>
public enum MatchReason
{
    Email,
    Phone,
    ProfileLink,
    NameAndEmployer,
    SameFile,
}

/// <summary>What a decision about two records must know.</summary>
public readonly record struct DuplicateFacts(bool BothEmployees, bool OfferLives, bool AlreadyMerged);

/// <summary>The life of a suspicion that two records are one person. Diagram: docs/states/duplicate.mmd.</summary>
public static class DuplicateFlow
{
    private static readonly Rule EmployeesNeedHR = Rule.Block(
        "Both records belong to employees; HR decides about those.", (_, f, who) => !f.BothEmployees || who.May(HireApplications), "HR");

    private static readonly Rule NoLiveOffer = Rule.Block(
        "One of them has an offer that has not ended.", (_, f, _) => !f.OfferLives, "Whoever handles the offer", audience: Audience.Pay);

    private static readonly Rule Free = Rule.Block(
        "One of these records is part of another merge.", (_, f, _) => !f.AlreadyMerged, "A recruiter, by un-merging that one");

    public static readonly Workflow<DuplicatePair, DuplicateState, DuplicateTrigger, DuplicateFacts> Table = new(
        name: "duplicate", start: Suspected, ends: [NotSame],
        good: [Merged],
        turns:
        [
            (Suspected, "The recruiters", WorkingDays(5)),
            (Merged, "The recruiters", None("It is settled; it can be taken apart at any time.")),
            (Unmerged, "The recruiters", None("It is settled for now; it can be merged again.")),
        ],
        moves:
        [
            new(Merge, From: [Suspected, Unmerged], To: Merged, ResolveDuplicates, EmployeesNeedHR, NoLiveOffer, Free),
            new(Unmerge, From: [Merged], To: Unmerged, ResolveDuplicates, EmployeesNeedHR) { Aside = true },
            new(MarkNotSame, From: [Suspected, Unmerged], To: NotSame, ResolveDuplicates, EmployeesNeedHR),
            new(SuspectAgain, From: [NotSame], To: Suspected, ActAsSystem) { Reason = ReasonNeed.Required, Reopens = true },
        ]);
}

/// <summary>Two records that may be one person, and which facts say so. <see cref="FirstId"/> is the older record.</summary>
public sealed class DuplicatePair : Stateful<DuplicatePair, DuplicateState, DuplicateTrigger, DuplicateFacts>
{
    private DuplicatePair() => Reasons = [];

    public DuplicatePair(Actor by, DateTime at, long firstId, long secondId, IEnumerable<MatchReason> reasons)
    {
        Require.That(firstId != secondId, "A record is not its own duplicate.");
        FirstId = Math.Min(firstId, secondId);
        SecondId = Math.Max(firstId, secondId);
        Reasons = [.. reasons.Distinct().Order()];
        Require.That(Reasons.Count > 0, "Nothing says that these two are one person.");
        Begin(by, at, "Suspect");
    }

    public long FirstId { get; private set; }

    public long SecondId { get; private set; }

    public List<MatchReason> Reasons { get; private set; }

    protected override Workflow<DuplicatePair, DuplicateState, DuplicateTrigger, DuplicateFacts> Table => DuplicateFlow.Table;

    /// <summary>The other of the two.</summary>
    public long OtherOf(long personId) => personId == FirstId ? SecondId : FirstId;

    /// <summary>Shows both as one from now on; the caller points the newer record to the older in the same save.</summary>
    public void Merge(DuplicateFacts facts, Actor by, DateTime at, Reason? reason = null) => Fire(DuplicateTrigger.Merge, facts, by, at, reason);

    public void Unmerge(DuplicateFacts facts, Actor by, DateTime at, Reason? reason = null) => Fire(DuplicateTrigger.Unmerge, facts, by, at, reason);

    public void MarkNotSame(DuplicateFacts facts, Actor by, DateTime at, Reason? reason = null) => Fire(DuplicateTrigger.MarkNotSame, facts, by, at, reason);

    /// <summary>Another look at the same two: new facts are added, and only they reopen what a person settled.</summary>
    /// <returns>True if anything changed.</returns>
    public bool SeenAgain(IEnumerable<MatchReason> reasons, DateTime at)
    {
        var fresh = reasons.Except(Reasons).ToList();
        if (fresh.Count == 0)
        {
            return false;
        }

        Reasons = [.. Reasons.Concat(fresh).Order()];
        if (State == NotSame)
        {
            Fire(DuplicateTrigger.SuspectAgain, default, Actor.System, at, "New facts match.");
        }

        return true;
    }
}
