using TalentHub.Domain.Common;

namespace TalentHub.Domain.Recruiting;

/// <summary>One version of the privacy notice that candidates read before they send anything. A published one never changes: a new one follows it.</summary>
public sealed class NoticeVersion : Entity
{
    public const int TextLength = 20_000;

    private NoticeVersion() => Text = new Bilingual("-", "-");

    public NoticeVersion(int number, Bilingual text, long? publishedBy, DateTime at)
    {
        Require.That(number > 0, "Versions count from 1.", "Number");
        Require.That(text.En.Length <= TextLength && text.Zh.Length <= TextLength, new Sentence("This is too long: at most {maximum} characters.", ("maximum", TextLength)), "Text");
        Number = number;
        Text = text;
        PublishedBy = publishedBy;
        PublishedAt = at;
    }

    /// <summary>1, 2, 3 …; the highest is the one in force. Unique.</summary>
    public int Number { get; private set; }

    public Bilingual Text { get; private set; }

    public long? PublishedBy { get; private set; }

    public DateTime PublishedAt { get; private set; }
}
