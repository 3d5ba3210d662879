using TalentHub.Domain.Common;

namespace TalentHub.Domain.Careers;

/// <summary>
/// Roles that share skills, ladder, texts and interviews. Shipped ready for the five families an LLM company hires; the company edits its own copy.
/// Its parts are read and written whole, so each is a plain record inside the row.
/// </summary>
public sealed class RoleFamily : Entity
{
    public const int CodeLength = 60;

    private RoleFamily()
    {
        Code = string.Empty;
        Name = Summary = PayNote = new Bilingual("-", "-");
        Posting = new FamilyPosting(Name, [], [], []);
    }

    public RoleFamily(
        string code,
        Bilingual name,
        Bilingual summary,
        Bilingual payNote,
        IEnumerable<FamilyLevel> levels,
        IEnumerable<FamilySkill> skills,
        FamilyPosting posting,
        IEnumerable<FamilyQuestion> questions,
        IEnumerable<FamilyAttribute> attributes,
        IEnumerable<FamilyRound> rounds,
        IEnumerable<FamilyCriterion> mustHaves)
    {
        Code = Require.Text(code, "Write a short code.", CodeLength, "Code");
        Name = name;
        Summary = summary;
        PayNote = payNote;
        Posting = posting;
        Levels.AddRange(levels);
        Skills.AddRange(skills);
        Questions.AddRange(questions);
        Attributes.AddRange(attributes);
        Rounds.AddRange(rounds);
        MustHaves.AddRange(mustHaves);
        Require.That(Levels.Count > 0, "A role family has at least one level.", "Levels");
    }

    /// <summary>Stable: requisitions and employments refer to it.</summary>
    public string Code { get; private set; }

    public Bilingual Name { get; private set; }

    public Bilingual Summary { get; private set; }

    /// <summary>Shown wherever the pay ranges are.</summary>
    public Bilingual PayNote { get; private set; }

    public FamilyPosting Posting { get; private set; }

    /// <summary>The ladder, lowest first.</summary>
    public List<FamilyLevel> Levels { get; private set; } = [];

    public List<FamilySkill> Skills { get; private set; } = [];

    public List<FamilyQuestion> Questions { get; private set; } = [];

    /// <summary>What scorecards rate, each with four anchors.</summary>
    public List<FamilyAttribute> Attributes { get; private set; } = [];

    /// <summary>The interview plan, in order.</summary>
    public List<FamilyRound> Rounds { get; private set; } = [];

    public List<FamilyCriterion> MustHaves { get; private set; } = [];

    public FamilyLevel? Level(string code) => Levels.Find(l => l.Code == code);

    public void Describe(Bilingual name, Bilingual summary)
    {
        Name = name;
        Summary = summary;
    }

    public void WritePosting(FamilyPosting posting) => Posting = posting;

    public void WriteMustHaves(IEnumerable<FamilyCriterion> mustHaves) => MustHaves = [.. mustHaves];

    /// <summary>Pay of a level in a currency; the rest of the ladder stays.</summary>
    public void SetPay(string levelCode, string currency, long minimum, long maximum)
    {
        Require.That(minimum >= 0 && minimum <= maximum, "The lowest pay cannot be above the highest.", "Minimum");
        var at = Levels.FindIndex(l => l.Code == levelCode);
        Require.That(at >= 0, "This level is not in the ladder.", "Level");
        var ranges = Levels[at].AnnualBase.Where(r => r.Currency != currency).Append(new PayRange(currency, minimum, maximum));
        Levels[at] = Levels[at] with { AnnualBase = [.. ranges] };
        Levels = [.. Levels];
    }
}
