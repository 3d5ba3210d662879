using TalentHub.Domain.Common;

namespace TalentHub.Domain.People;

/// <summary>Which list a reason belongs to.</summary>
public enum ReasonKind
{
    /// <summary>Why somebody is wanted: new seat, backfill, replacement.</summary>
    Demand,

    /// <summary>Why hiring pauses.</summary>
    RequisitionHold,

    /// <summary>Why hiring ended without filling every seat.</summary>
    RequisitionClosing,

    /// <summary>Why an application was rejected; picks the message.</summary>
    Rejection,

    /// <summary>Why a candidate withdrew.</summary>
    Withdrawal,

    /// <summary>Why an application waits.</summary>
    ApplicationHold,

    /// <summary>Why a candidate said no to an offer.</summary>
    OfferDeclined,

    /// <summary>Why an offer was taken back.</summary>
    OfferRescinded,
}

/// <summary>A reason that the company lists, so that people choose the same words for the same thing and reports can count them.</summary>
public sealed class CompanyReason : Entity
{
    public const int CodeLength = 60;
    public const int TextLength = 200;

    private CompanyReason()
    {
        Code = string.Empty;
        Text = new Bilingual("-", "-");
    }

    public CompanyReason(ReasonKind kind, string code, Bilingual text, string? mailTemplate = null)
    {
        Kind = kind;
        Code = Require.Text(code, "Write a short code.", CodeLength, "Code");
        Require.That(Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), "A code has small letters, digits and hyphens.", "Code");
        Text = text;
        Say(text, mailTemplate);
    }

    public ReasonKind Kind { get; private set; }

    /// <summary>Stable: history rows keep it.</summary>
    public string Code { get; private set; }

    public Bilingual Text { get; private set; }

    /// <summary>Code of the message that goes out with it; null: none of its own.</summary>
    public string? MailTemplate { get; private set; }

    /// <summary>No longer offered; what it explained stays explained.</summary>
    public bool IsRetired { get; private set; }

    public void Say(Bilingual text, string? mailTemplate)
    {
        Require.AtMost(text.En, TextLength, "TextEn");
        Require.AtMost(text.Zh, TextLength, "TextZh");
        Text = text;
        MailTemplate = Require.AtMost(mailTemplate, CodeLength, "MailTemplate");
    }

    public void Retire() => IsRetired = true;

    public void BringBack() => IsRetired = false;
}
