using System.Buffers;

namespace TalentHub.Domain.Common;

/// <summary>Chinese characters.</summary>
internal static class Han
{
    /// <summary>All of them, for looking through a text.</summary>
    public static readonly SearchValues<char> All = SearchValues.Create([.. Range('\u4E00', '\u9FFF'), .. Range('\u3400', '\u4DBF')]);

    public static bool Is(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
