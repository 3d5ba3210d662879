namespace TalentHub.Data.Privacy;

/// <summary>How much harm a column's content does in the wrong hands; export, erasure and <c>docs/privacy.md</c> go by it.</summary>
public enum DataClass
{
    /// <summary>Anybody may read it: a live posting, the privacy notice.</summary>
    Public,

    /// <summary>The company's own business: a state, a date, a reason from a list, a budget. It stays when a person is erased, because figures are made from it.</summary>
    Internal,

    /// <summary>Tells who somebody is or what they wrote. Given in an export, blanked by an erasure.</summary>
    Personal,

    /// <summary>Judgement, pay, health, private circumstances. As personal, and read by fewer.</summary>
    Sensitive,

    /// <summary>Opens something: a hash of a password, a key, a link. Never given to anybody, blanked by an erasure.</summary>
    Secret,
}

/// <summary>What an erasure does with the rows that belong to a person.</summary>
public enum Erasing
{
    /// <summary>The row stays, so that counts stay; what is personal, sensitive or secret in it is blanked.</summary>
    BlanksWords,

    /// <summary>The row goes: nothing is counted from it.</summary>
    RemovesRow,
}
