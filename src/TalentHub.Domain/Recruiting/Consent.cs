using TalentHub.Domain.Common;

namespace TalentHub.Domain.Recruiting;

/// <summary>What someone's data is used for.</summary>
public enum Purpose
{
    /// <summary>To decide about one application.</summary>
    Application,

    /// <summary>To write to them about later openings.</summary>
    TalentPool,
}

/// <summary>On what ground the law lets us (GDPR art. 6, PIPL art. 13).</summary>
public enum LegalBasis
{
    Consent,
    StepsBeforeAContract,
    LegalDuty,
    LegitimateInterest,
}

/// <summary>That a person agreed, to what, in which words, and when. Never overwritten: taking it back is a date.</summary>
public sealed class Consent : Entity
{
    private Consent() => Language = "en";

    public Consent(long personId, Purpose purpose, LegalBasis basis, long noticeVersionId, string language, long? applicationId, DateTime at)
    {
        PersonId = personId;
        Purpose = purpose;
        Basis = basis;
        NoticeVersionId = noticeVersionId;
        Language = language;
        ApplicationId = applicationId;
        GivenAt = at;
    }

    public long PersonId { get; private set; }

    public Purpose Purpose { get; private set; }

    public LegalBasis Basis { get; private set; }

    /// <summary>The text that was shown.</summary>
    public long NoticeVersionId { get; private set; }

    /// <summary>The language in which it was shown: "en" or "zh-CN".</summary>
    public string Language { get; private set; }

    public long? ApplicationId { get; private set; }

    public DateTime GivenAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public void Withdraw(DateTime at) => WithdrawnAt ??= at;
}
