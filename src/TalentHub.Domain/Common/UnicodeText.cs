using System.Text;

namespace TalentHub.Domain.Common;

/// <summary>Normal forms of text from outside, which may hold what is no character: the framework throws on that instead of answering.</summary>
public static class UnicodeText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with half pairs and noncharacters replaced by U+FFFD, as readers of UTF-8 do with what they cannot read.</summary>
    public static string Sound(this string text)
    {
        var bad = text.AsSpan().IndexOfAny('\uFFFE', '\uFFFF') >= 0 || HasHalf(text);
        return bad ? string.Concat(text.Select((c, i) => c is '\uFFFE' or '\uFFFF' || IsHalf(text, i) ? Replacement : c)) : text;
    }

    /// <summary>The normal form (Unicode Standard Annex 15) of any text.</summary>
    public static string Normal(this string text, NormalizationForm form) => text.Sound().Normalize(form);

    private static bool HasHalf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsHalf(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHalf(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
}
