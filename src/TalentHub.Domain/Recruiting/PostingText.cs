using TalentHub.Domain.Common;

namespace TalentHub.Domain.Recruiting;

/// <summary>The text of a posting in one language: a paragraph and three lists, one point a line.</summary>
public sealed record PostingWords
{
    /// <summary>Each part is at most this long.</summary>
    public const int PartLength = 4000;

    public static readonly PostingWords None = new();

    private PostingWords() => About = Doing = Bringing = Offering = string.Empty;

    public PostingWords(string? about, string? doing, string? bringing, string? offering)
    {
        About = Part(about, "About");
        Doing = Part(doing, "Doing");
        Bringing = Part(bringing, "Bringing");
        Offering = Part(offering, "Offering");
    }

    /// <summary>What the job is about.</summary>
    public string About { get; private init; }

    /// <summary>What one does.</summary>
    public string Doing { get; private init; }

    /// <summary>What one brings.</summary>
    public string Bringing { get; private init; }

    /// <summary>What the company offers.</summary>
    public string Offering { get; private init; }

    public bool IsWritten => About.Length + Doing.Length + Bringing.Length + Offering.Length > 0;

    /// <summary>Enough to be read by a stranger.</summary>
    public bool IsComplete => About.Length > 0 && Doing.Length > 0 && Bringing.Length > 0;

    /// <summary>A part as points: lines, without the dashes that people type.</summary>
    public static IEnumerable<string> Points(string part) =>
        part.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.TrimStart('-', '*', '•', '·', ' '))
            .Where(line => line.Length > 0);

    private static string Part(string? text, string field) => Require.AtMost(text?.ReplaceLineEndings("\n"), PartLength, field) ?? string.Empty;
}

/// <summary>The text in both languages. One may be missing; neither may be half written.</summary>
public sealed record PostingText(PostingWords En, PostingWords Zh)
{
    public static readonly PostingText Empty = new(PostingWords.None, PostingWords.None);

    public bool IsComplete => (En.IsComplete || Zh.IsComplete) && (En.IsComplete || !En.IsWritten) && (Zh.IsComplete || !Zh.IsWritten);

    /// <summary>The text in a language, or in the one that there is.</summary>
    public PostingWords In(string language) =>
        language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ? (Zh.IsWritten ? Zh : En)
            : (En.IsWritten ? En : Zh);
}

/// <summary>What a reviewer wants mended in one field.</summary>
public sealed record ReviewComment
{
    public const int TextLength = 600;

    private ReviewComment() => Field = Text = string.Empty;

    public ReviewComment(string field, string? text)
    {
        Field = field;
        Text = Require.Text(text, "Say what should change.", TextLength, field);
    }

    public string Field { get; private init; }

    public string Text { get; private init; }
}
