using TalentHub.Domain.Common;

namespace TalentHub.Domain.Recruiting;

/// <summary>One part of the notice.</summary>
public sealed record NoticeSection(Bilingual Heading, List<Bilingual> Paragraphs);

/// <summary>The words of a privacy notice, ready to be read: no place in them is left to fill.</summary>
/// <param name="Consent">The sentence beside the box that must be ticked.</param>
/// <param name="PoolConsent">The sentence beside the box that may be ticked.</param>
public sealed record NoticeText(Bilingual Title, Bilingual Summary, Bilingual Consent, Bilingual PoolConsent, List<NoticeSection> Sections);

/// <summary>One version of the privacy notice that candidates read before they send anything. A published one never changes: a new one follows it.</summary>
public sealed class NoticeVersion : Entity
{
    public const int LabelLength = 40;

    private NoticeVersion()
    {
        Label = string.Empty;
        var none = new Bilingual("-", "-");
        Text = new NoticeText(none, none, none, none, []);
    }

    public NoticeVersion(int number, string label, NoticeText text, long? publishedBy, DateTime at)
    {
        Require.That(number > 0, "Versions count from 1.", "Number");
        Require.That(text.Sections.Count > 0, "The notice is empty.", "Text");
        Number = number;
        Label = Require.Text(label, "Name the version.", LabelLength, "Label");
        Text = text;
        PublishedBy = publishedBy;
        PublishedAt = at;
    }

    /// <summary>1, 2, 3 …; the highest is the one in force. Unique.</summary>
    public int Number { get; private set; }

    /// <summary>As its text calls it: 2026-01.</summary>
    public string Label { get; private set; }

    public NoticeText Text { get; private set; }

    public long? PublishedBy { get; private set; }

    public DateTime PublishedAt { get; private set; }
}
