using TalentHub.Domain.Common;

namespace TalentHub.Domain.People;

/// <summary>What a reason is given for: each kind is a list of its own.</summary>
public enum ReasonKind
{
    /// <summary>Why somebody is wanted: new seat, backfill, replacement.</summary>
    Requisition,

    /// <summary>Picks the message to the candidate.</summary>
    Rejection,
    Withdrawal,
    Hold,
    OfferDecline,
    SendBack,
    Waive,
    CloseUnfilled,
    NoShow,
    InterviewChange,
    PostingPause,
    OfferRescind,
    DidNotStart,
    Restore,
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
