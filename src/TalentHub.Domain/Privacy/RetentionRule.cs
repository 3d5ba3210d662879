using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Screening;

namespace TalentHub.Domain.Privacy;

/// <summary>What a retention clock counts from.</summary>
public enum RetentionKind
{
    /// <summary>From the end of an application.</summary>
    Application,

    /// <summary>From the last day of an employment.</summary>
    Employment,
}

/// <summary>How long records are kept after they ended, by country and outcome. Where no rule fits, nothing is erased: a company says what it keeps, TalentHub does not guess.</summary>
public sealed class RetentionRule : Entity
{
    public const int MostMonths = 600;

    /// <summary>Ends of an application that a rule may name; one that became a hire is told by its employment.</summary>
    public static readonly ApplicationState[] Outcomes = [ApplicationState.Rejected, ApplicationState.Withdrawn];

    private RetentionRule()
    {
    }

    public RetentionRule(Actor by, DateTime at, RetentionKind kind, string? country, ApplicationState? outcome, int months)
    {
        Require.That(by.May(Capability.ErasePeople), "You do not hold the right to do this.");
        Require.That(Enum.IsDefined(kind), "Choose what the clock counts from.", "Kind");
        Require.That(country is null || (country.Length == 2 && country.All(char.IsAsciiLetterUpper)), "Choose a country from the list.", "Country");
        Require.That(outcome is null || (kind == RetentionKind.Application && Outcomes.Contains(outcome.Value)), "Only an application has this outcome.", "Outcome");
        Require.That(months is >= 1 and <= MostMonths, new Sentence("Write a number of months between 1 and {most}.", ("most", MostMonths)), "Months");
        Kind = kind;
        Country = country;
        Outcome = outcome;
        Months = months;
        WrittenBy = by.PersonId;
        WrittenAt = at;
    }

    public RetentionKind Kind { get; private set; }

    /// <summary>ISO 3166, of the place of work; null for every country that has no rule of its own.</summary>
    public string? Country { get; private set; }

    /// <summary>Null for every outcome that has no rule of its own.</summary>
    public ApplicationState? Outcome { get; private set; }

    public int Months { get; private set; }

    public long WrittenBy { get; private set; }

    public DateTime WrittenAt { get; private set; }

    /// <summary>The rule that counts for an end: the country's and outcome's own before the general ones; null where there is none.</summary>
    public static RetentionRule? For(IEnumerable<RetentionRule> rules, RetentionKind kind, string? country, ApplicationState? outcome) => rules
        .Where(r => r.Kind == kind && (r.Country is null || r.Country == country) && (r.Outcome is null || r.Outcome == outcome))
        .OrderByDescending(r => r.Country is not null).ThenByDescending(r => r.Outcome is not null).FirstOrDefault();
}

/// <summary>One look of the clocks: how many were due, and whether the brake stopped them.</summary>
public sealed class RetentionRun
{
    /// <summary>More than these at once are not erased before somebody has looked: a wrong rule would empty the house.</summary>
    public const double MostShare = 0.05;
    public const int MostADay = 500;

    private RetentionRun()
    {
    }

    public RetentionRun(DateTime at, int people, int due, int erasedToday)
    {
        At = at;
        People = people;
        Due = due;
        IsStopped = due > people * MostShare || due + erasedToday > MostADay;
    }

    public long Id { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Everybody who is not erased.</summary>
    public int People { get; private set; }

    public int Due { get; private set; }

    public int Erased { get; private set; }

    /// <summary>The brake held; nobody was erased.</summary>
    public bool IsStopped { get; private set; }

    public long? ReleasedBy { get; private set; }

    /// <summary>When somebody looked and let it go on; for as many as were due then, for a day.</summary>
    public DateTime? ReleasedAt { get; private set; }

    public void Release(Actor by, DateTime at)
    {
        Require.That(by.May(Capability.ErasePeople), "You do not hold the right to do this.");
        Require.That(IsStopped && ReleasedAt is null, "Nothing waits for a release.");
        ReleasedBy = by.PersonId;
        ReleasedAt = at;
    }

    public void Took(int erased) => Erased += erased;
}
