using TalentHub.Domain.Interviews;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>Scorecards by attribute: one row an attribute, one column a card. Rows on which people differ most come first.</summary>
public sealed class DebriefTable
{
    /// <summary>From this many points apart on, a row counts as a disagreement.</summary>
    public const int HighSpread = 2;

    public DebriefTable(IReadOnlyList<Scorecard> cards, IReadOnlyList<Interview> interviews)
    {
        Cards = cards;
        Interviews = interviews;
        Rows = [.. cards.SelectMany(c => c.Attributes).DistinctBy(a => a.Code)
            .Select(a => new Row(a, [.. cards.Select(c => c.RatingOf(a.Code))]))
            .OrderByDescending(r => r.Spread).ThenByDescending(r => r.Scores.Count)];
    }

    public IReadOnlyList<Scorecard> Cards { get; }

    public IReadOnlyList<Interview> Interviews { get; }

    public IReadOnlyList<Row> Rows { get; }

    public IEnumerable<long> People => Cards.Select(c => c.InterviewerId).Concat(Interviews.SelectMany(i => i.Panel.Select(p => p.PersonId)));

    /// <summary>How far apart the conclusions are.</summary>
    public int OverallSpread => SpreadOf([.. Cards.Where(c => c.Overall is not null).Select(c => (int)c.Overall!.Value)]);

    public Interview? InterviewOf(Scorecard card) => Interviews.FirstOrDefault(i => i.Id == card.InterviewId);

    private static int SpreadOf(IReadOnlyList<int> scores) => scores.Count == 0 ? 0 : scores.Max() - scores.Min();

    /// <param name="Ratings">In the order of the cards; null where a card does not rate it.</param>
    public sealed record Row(RatedAttribute Attribute, IReadOnlyList<Rating?> Ratings)
    {
        public IReadOnlyList<int> Scores { get; } = [.. Ratings.Where(r => r?.Score is not null).Select(r => (int)r!.Score!.Value)];

        public int Spread => SpreadOf(Scores);
    }
}
