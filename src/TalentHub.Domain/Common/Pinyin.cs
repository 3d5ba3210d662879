using System.Text;

namespace TalentHub.Domain.Common;

/// <summary>
/// How Chinese characters are read, without tones. The readings are a file of our own and not the order of the machine's collation: what is stored stays true when the machine changes.
/// </summary>
public static class Pinyin
{
    private const char First = '\u4E00';
    private const char Last = '\u9FFF';

    private static readonly Lazy<string?[]> Readings = new(Load);

    /// <summary>"ming" for 明, "lü" for 吕; null for whatever is no Chinese character or is not known.</summary>
    public static string? Of(char character) => character is >= First and <= Last ? Readings.Value[character - First] : null;

    /// <summary>The syllables of a name, one after another; what is not known stands for itself.</summary>
    public static IReadOnlyList<string> Syllables(string characters) => [.. characters.Where(char.IsLetterOrDigit).Select(c => Of(c) ?? c.ToString())];

    private static string?[] Load()
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream("Pinyin.txt") ?? throw new InvalidOperationException("Pinyin.txt is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var readings = new string?[Last - First + 1];
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var syllable = line[..space];
            foreach (var character in line.AsSpan(space + 1))
            {
                readings[character - First] = syllable;
            }
        }

        return readings;
    }
}
