using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Interviews;

/// <summary>
/// The ordered rounds of one job. Copied from the role family when it is made, then the job's own. A booked interview keeps the name, kit and attributes
/// that it was booked with, so changing the plan never rewrites what was asked.
/// </summary>
public sealed class InterviewPlan : Entity
{
    public const int MaximumRounds = 10;

    /// <summary>So long a removed round can be put back.</summary>
    public const int UndoDays = 14;

    private readonly List<InterviewRound> rounds = [];

    private InterviewPlan()
    {
    }

    public InterviewPlan(long requisitionId, DateTime at)
    {
        RequisitionId = requisitionId;
        CreatedAt = at;
    }

    public long RequisitionId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>In no promised order; see <see cref="Ordered"/>. Removed ones are not read with the plan, unless they are asked for.</summary>
    public IReadOnlyList<InterviewRound> Rounds => rounds;

    public IEnumerable<InterviewRound> Ordered => Kept.OrderBy(r => r.Order);

    private IEnumerable<InterviewRound> Kept => rounds.Where(r => r.RemovedAt is null);

    /// <summary>The plan of a job as its role family suggests it; nobody is named yet.</summary>
    public static InterviewPlan CopyOf(RoleFamily family, long requisitionId, DateTime at)
    {
        var plan = new InterviewPlan(requisitionId, at);
        foreach (var round in family.Rounds)
        {
            plan.AddRound(new RoundDraft(
                round.Name, round.Aim, round.Minutes, round.Required, [], round.Kit,
                [.. family.Attributes.Where(a => round.Attributes.Contains(a.Code)).Select(a => RatedAttribute.Of(a.Code, a.Name, a.Meaning, a.Anchors))]));
        }

        return plan;
    }

    public InterviewRound AddRound(RoundDraft draft)
    {
        RequireRoom();
        var round = new InterviewRound(Kept.Select(r => r.Order).DefaultIfEmpty().Max() + 1, draft);
        rounds.Add(round);
        return round;
    }

    public void ChangeRound(long roundId, RoundDraft draft) => Find(roundId).Take(draft);

    /// <param name="isUsed">Interviews of this round exist.</param>
    public void RemoveRound(long roundId, bool isUsed, DateTime at)
    {
        Require.That(!isUsed, "Interviews of this round exist. Make the round optional instead.");
        Find(roundId).RemovedAt = at;
        Renumber();
    }

    /// <summary>Takes a removal back: the round stands where it stood, those behind it move on.</summary>
    public void PutBack(long roundId, DateTime at)
    {
        var round = rounds.Find(r => r.Id == roundId && r.RemovedAt > at.AddDays(-UndoDays))
            ?? throw new DomainException(new Sentence("This round cannot be put back any more: it was removed more than {days} days ago, or stands in the plan already.", ("days", UndoDays)));
        RequireRoom();
        foreach (var behind in Kept.Where(r => r.Order >= round.Order).ToList())
        {
            behind.Order++;
        }

        round.RemovedAt = null;
        Renumber();
    }

    /// <summary>One place earlier; the first stays where it is.</summary>
    public void MoveUp(long roundId)
    {
        var round = Find(roundId);
        if (Kept.Where(r => r.Order < round.Order).MaxBy(r => r.Order) is { } before)
        {
            (round.Order, before.Order) = (before.Order, round.Order);
        }
    }

    public InterviewRound Find(long roundId) =>
        rounds.Find(r => r.Id == roundId && r.RemovedAt is null) ?? throw new DomainException("This round is not in the plan any more.");

    private void RequireRoom() => Require.That(Kept.Count() < MaximumRounds, new Sentence("A plan has at most {maximum} rounds.", ("maximum", MaximumRounds)));

    private void Renumber()
    {
        var order = 0;
        foreach (var round in Ordered.ToList())
        {
            round.Order = ++order;
        }
    }
}

/// <summary>What somebody writes into a round.</summary>
public sealed record RoundDraft(
    Bilingual Name,
    Bilingual Aim,
    int Minutes,
    bool IsRequired,
    IReadOnlyList<long> InterviewerIds,
    IReadOnlyList<KitQuestion> Kit,
    IReadOnlyList<RatedAttribute> Attributes);

/// <summary>One interview of the plan: what for, how long, whether it must be held, who may hold it, what to ask and what to rate.</summary>
public sealed class InterviewRound
{
    public const int ShortestMinutes = 15;
    public const int LongestMinutes = 480;
    public const int MaximumQuestions = 30;
    public const int MaximumAttributes = 12;
    public const int AimLength = 1000;

    private InterviewRound() => Name = Aim = new Bilingual("-", "-");

    internal InterviewRound(int order, RoundDraft draft)
    {
        Name = draft.Name;
        Aim = draft.Aim;
        Order = order;
        Take(draft);
    }

    public long Id { get; private set; }

    /// <summary>From 1.</summary>
    public int Order { get; internal set; }

    /// <summary>Out of the plan since then; it can be put back for <see cref="InterviewPlan.UndoDays"/> days.</summary>
    public DateTime? RemovedAt { get; internal set; }

    public Bilingual Name { get; private set; }

    /// <summary>What it is to find out.</summary>
    public Bilingual Aim { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>The debrief waits for it.</summary>
    public bool IsRequired { get; private set; }

    /// <summary>Persons who may hold it; empty while nobody is named. Others can be booked with a reason.</summary>
    public List<long> InterviewerIds { get; private set; } = [];

    public List<KitQuestion> Kit { get; private set; } = [];

    public List<RatedAttribute> Attributes { get; private set; } = [];

    internal void Take(RoundDraft draft)
    {
        Require.That(
            draft.Minutes is >= ShortestMinutes and <= LongestMinutes,
            new Sentence("A round lasts {shortest} to {longest} minutes.", ("shortest", ShortestMinutes), ("longest", LongestMinutes)), "Minutes");
        Require.That(draft.Kit.Count <= MaximumQuestions, new Sentence("A kit has at most {maximum} questions.", ("maximum", MaximumQuestions)), "Kit");
        Require.That(
            draft.Attributes.Count <= MaximumAttributes, new Sentence("A round rates at most {maximum} attributes.", ("maximum", MaximumAttributes)), "Attributes");
        Require.That(
            draft.Attributes.Select(a => a.Code).Distinct().Count() == draft.Attributes.Count, "An attribute is named twice in this round.", "Attributes");
        Name = draft.Name;
        Aim = draft.Aim;
        Minutes = draft.Minutes;
        IsRequired = draft.IsRequired;
        InterviewerIds = [.. draft.InterviewerIds.Distinct()];
        Kit = [.. draft.Kit];
        Attributes = [.. draft.Attributes];
    }
}
