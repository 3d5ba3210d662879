using TalentHub.Domain.Common;

namespace TalentHub.Domain.Careers;

/// <summary>One rung of a ladder.</summary>
/// <param name="Code">"L5": comparable across families.</param>
/// <param name="Rank">The number in the code, by which approval chains compare.</param>
public sealed record FamilyLevel(string Code, int Rank, Bilingual Title, Bilingual Expectation, List<PayRange> AnnualBase)
{
    /// <summary>The range in a currency, if the family has one.</summary>
    public PayRange? Pay(string currency) => AnnualBase.Find(r => r.Currency == currency);
}

/// <summary>Base pay per year in minor units of an ISO 4217 currency.</summary>
public sealed record PayRange(string Currency, long Minimum, long Maximum)
{
    public long Middle => Minimum + ((Maximum - Minimum) / 2);
}

/// <param name="Required">False for a skill that is desired only.</param>
/// <param name="Level">1 has heard of it, 2 has used it with help, 3 works alone, 4 teaches others, 5 is known for it.</param>
public sealed record FamilySkill(Bilingual Name, bool Required, int Level);

/// <summary>The text of a posting: one paragraph, then three lists.</summary>
public sealed record FamilyPosting(Bilingual About, List<Bilingual> Doing, List<Bilingual> Bringing, List<Bilingual> Offering);

/// <summary>How an application question is answered.</summary>
public enum QuestionType
{
    Text,
    YesNo,
    Choice,
    Number,
}

/// <param name="KnockOutAnswers">Answers ("yes", "no") that queue the application for a person to confirm; never a rejection by themselves.</param>
public sealed record FamilyQuestion(string Code, QuestionType Type, bool Required, Bilingual Prompt, List<Bilingual> Options, List<string> KnockOutAnswers);

/// <summary>What a scorecard rates.</summary>
/// <param name="Anchors">Four descriptions: 1 strong no, 2 no, 3 yes, 4 strong yes.</param>
public sealed record FamilyAttribute(string Code, Bilingual Name, Bilingual Meaning, List<Bilingual> Anchors);

/// <summary>One round of an interview plan.</summary>
/// <param name="Attributes">Codes of the family's attributes that this round rates.</param>
public sealed record FamilyRound(string Code, Bilingual Name, Bilingual Aim, int Minutes, bool Required, List<string> Attributes, List<KitQuestion> Kit);

/// <param name="Good">What good looks like.</param>
public sealed record KitQuestion(Bilingual Question, Bilingual Good);

/// <summary>Something every candidate is marked against: met, not met, no evidence.</summary>
public sealed record FamilyCriterion(string Code, Bilingual Text);
