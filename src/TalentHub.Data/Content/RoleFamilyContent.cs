using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;

namespace TalentHub.Data.Content;

/// <summary>A role family as it ships: everything a company needs to begin hiring for it. A company edits its own copy.</summary>
/// <param name="PayNote">Says that the pay ranges are illustrative; shown wherever they are.</param>
public sealed record RoleFamilyContent(
    string Code,
    Bilingual Name,
    Bilingual Summary,
    Bilingual PayNote,
    IReadOnlyList<LevelContent> Ladder,
    IReadOnlyList<SkillContent> Skills,
    PostingContent Posting,
    IReadOnlyList<QuestionContent> Questions,
    IReadOnlyList<AttributeContent> Attributes,
    IReadOnlyList<RoundContent> InterviewPlan,
    IReadOnlyList<MustHaveContent> MustHaves);

/// <summary>One rung of a ladder, lowest first. Codes are L3 to L8 and may be compared across families.</summary>
public sealed record LevelContent(string Code, Bilingual Title, Bilingual Expectation, IReadOnlyList<PayRangeContent> AnnualBase);

/// <summary>Base pay per year in minor units (cents, fen) of an ISO 4217 currency.</summary>
public sealed record PayRangeContent(string Currency, long Minimum, long Maximum);

/// <param name="Required">False for a skill that is desired only.</param>
/// <param name="Level">1 has heard of it, 2 has used it with help, 3 works alone, 4 teaches others, 5 is known for it.</param>
public sealed record SkillContent(Bilingual Name, bool Required, int Level);

/// <summary>The text of a posting: one paragraph, then three lists.</summary>
public sealed record PostingContent(
    Bilingual About,
    IReadOnlyList<Bilingual> Doing,
    IReadOnlyList<Bilingual> Bringing,
    IReadOnlyList<Bilingual> Offering);

/// <param name="KnockOutAnswers">Answers ("yes", "no") that queue the application for a person to confirm; never a rejection by themselves.</param>
public sealed record QuestionContent(
    string Code,
    QuestionType Type,
    bool Required,
    Bilingual Prompt,
    IReadOnlyList<Bilingual> Options,
    IReadOnlyList<string> KnockOutAnswers);

/// <summary>What a scorecard rates.</summary>
/// <param name="Anchors">Four descriptions: 1 strong no, 2 no, 3 yes, 4 strong yes.</param>
public sealed record AttributeContent(string Code, Bilingual Name, Bilingual Meaning, IReadOnlyList<Bilingual> Anchors);

/// <summary>One round of an interview plan, in order.</summary>
/// <param name="Attributes">Codes of the family's attributes that this round rates.</param>
public sealed record RoundContent(
    string Code,
    Bilingual Name,
    Bilingual Aim,
    int Minutes,
    bool Required,
    IReadOnlyList<string> Attributes,
    IReadOnlyList<KitQuestionContent> Kit);

/// <param name="Good">What good looks like.</param>
public sealed record KitQuestionContent(Bilingual Question, Bilingual Good);

/// <summary>A criterion every application is marked against: met, not met, no evidence.</summary>
public sealed record MustHaveContent(string Code, Bilingual Text);
