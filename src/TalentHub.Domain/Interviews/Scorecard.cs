using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Interviews;

/// <summary>
/// One interviewer's ratings of one interview. It carries the attributes and anchors that it was rated against, so that it can be read on its own later.
/// </summary>
public sealed class Scorecard : Stateful<Scorecard, ScorecardState, ScorecardTrigger, ScorecardFacts>
{
    public const int EvidenceLength = 4000;

    private static readonly List<string> None = [];
    private readonly List<ScorecardVersion> versions = [];

    private Scorecard()
    {
    }

    /// <summary>A card for someone on the panel; made when the interview ends, or when its interviewer opens it after the start.</summary>
    public Scorecard(Actor by, DateTime at, Interview interview, long interviewerId)
    {
        InterviewId = interview.Id;
        ApplicationId = interview.ApplicationId;
        RequisitionId = interview.RequisitionId;
        PersonId = interview.PersonId;
        InterviewerId = interviewerId;
        Attributes = [.. interview.Attributes];
        Begin(by, at);
    }

    public long InterviewId { get; private set; }

    public long ApplicationId { get; private set; }

    public long RequisitionId { get; private set; }

    /// <summary>The candidate.</summary>
    public long PersonId { get; private set; }

    public long InterviewerId { get; private set; }

    public List<RatedAttribute> Attributes { get; private set; } = [];

    public List<Rating> Ratings { get; private set; } = [];

    /// <summary>The interviewer's own conclusion.</summary>
    public Recommendation? Overall { get; private set; }

    /// <summary>Why, in a few sentences.</summary>
    public string? Summary { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    /// <summary>When the interviewer was last reminded that it is missing.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>How it read each time before it was amended, oldest first.</summary>
    public IReadOnlyList<ScorecardVersion> Versions => versions;

    /// <summary>Codes of required attributes without a rating.</summary>
    public IReadOnlyList<string> Unrated => Those(static (card, a) => a.IsRequired && card.RatingOf(a.Code)?.Score is null);

    /// <summary>Codes of attributes rated at an extreme without saying what was seen.</summary>
    public IReadOnlyList<string> WithoutEvidence =>
        Those(static (card, a) => card.RatingOf(a.Code) is { Score: Recommendation.StrongNo or Recommendation.StrongYes, Evidence: null });

    protected override Workflow<Scorecard, ScorecardState, ScorecardTrigger, ScorecardFacts> Table => ScorecardFlow.Table;

    public Rating? RatingOf(string code)
    {
        foreach (var rating in Ratings)
        {
            if (rating.Code == code)
            {
                return rating;
            }
        }

        return null;
    }

    /// <summary>Names of attributes for a sentence.</summary>
    public NameList NamesOf(IReadOnlyList<string> codes) => new([.. Attributes.Where(a => codes.Contains(a.Code)).Select(a => a.Name)]);

    public void StartWriting(ScorecardFacts facts, Actor by, DateTime at) => Fire(ScorecardTrigger.Begin, facts, by, at);

    /// <summary>Keeps what was typed so far; nothing needs to be complete.</summary>
    public void Write(Actor by, IEnumerable<Rating> ratings, Recommendation? overall, string? summary)
    {
        Require.That(by.PersonId == InterviewerId, "Only the interviewer writes this scorecard.");
        Require.That(State == ScorecardState.Draft, "This scorecard cannot be changed now.");
        Keep(ratings, overall, summary);
    }

    public void Submit(ScorecardFacts facts, Actor by, DateTime at)
    {
        Fire(ScorecardTrigger.Submit, facts, by, at);
        SubmittedAt = at;
        Raise(new ScorecardSubmitted(this, by, at));
    }

    public void Amend(ScorecardFacts facts, Actor by, DateTime at, Reason? reason = null)
    {
        Fire(ScorecardTrigger.Amend, facts, by, at, reason);
        versions.Add(new ScorecardVersion(versions.Count + 1, SubmittedAt ?? at, Ratings, Overall, Summary));
        SubmittedAt = null;
        Raise(new ScorecardAmended(this, by, at));
    }

    public void Lock(Actor by, DateTime at) => Fire(ScorecardTrigger.Lock, new ScorecardFacts(), by, at);

    public void Waive(ScorecardFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Fire(ScorecardTrigger.Waive, facts, by, at, reason);
        Raise(new ScorecardWaived(this, by, at));
    }

    private void Keep(IEnumerable<Rating> ratings, Recommendation? overall, string? summary)
    {
        var kept = ratings.Where(r => r.Score is not null || r.Evidence is not null).ToList();
        Require.That(kept.TrueForAll(r => Attributes.Exists(a => a.Code == r.Code)), "This attribute is not on the scorecard.");
        Require.That(kept.DistinctBy(r => r.Code).Count() == kept.Count, "An attribute is rated twice.");
        Require.That(kept.TrueForAll(r => r.Score is null || Enum.IsDefined(r.Score.Value)), "A rating is a number from 1 to 4.");
        Require.That(overall is null || Enum.IsDefined(overall.Value), "A rating is a number from 1 to 4.", "Overall");
        Ratings = kept;
        Overall = overall;
        Summary = Require.AtMost(summary, EvidenceLength, "Summary");
    }

    private List<string> Those(Func<Scorecard, RatedAttribute, bool> fits)
    {
        List<string>? codes = null;
        foreach (var attribute in Attributes)
        {
            if (fits(this, attribute))
            {
                (codes ??= []).Add(attribute.Code);
            }
        }

        return codes ?? None;
    }
}

/// <summary>One attribute's rating and what supports it.</summary>
public sealed record Rating
{
    private Rating() => Code = string.Empty;

    public Rating(string code, Recommendation? score, string? evidence)
    {
        Code = code;
        Score = score;
        Evidence = Require.AtMost(evidence, Scorecard.EvidenceLength, "Evidence");
    }

    public string Code { get; private init; }

    public Recommendation? Score { get; private init; }

    /// <summary>What was seen or said.</summary>
    public string? Evidence { get; private init; }
}

/// <summary>A card as it was handed in before its author changed it.</summary>
public sealed class ScorecardVersion
{
    private ScorecardVersion()
    {
    }

    internal ScorecardVersion(int number, DateTime submittedAt, IEnumerable<Rating> ratings, Recommendation? overall, string? summary)
    {
        Number = number;
        SubmittedAt = submittedAt;
        Ratings = [.. ratings];
        Overall = overall;
        Summary = summary;
    }

    public long Id { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public DateTime SubmittedAt { get; private set; }

    public List<Rating> Ratings { get; private set; } = [];

    public Recommendation? Overall { get; private set; }

    public string? Summary { get; private set; }
}
