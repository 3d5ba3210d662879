using System.Text;

namespace TalentHub.Reader;

/// <summary>Makes any text plain: NFKC, no control or private-use characters, tidy white space, at most one megabyte.</summary>
public static class PlainOutput
{
    private const int ColumnOfBlanks = 4;

    /// <summary>Radicals that some Chinese fonts give instead of the character; unlike the Kangxi ones, NFKC leaves them alone.</summary>
    private const string Radicals = "⻓长⻥鱼⻅见⻛风⻔门⻋车⻢马⻚页⻘青⻩黄⻬齐⻰龙⻉贝⻜飞⻝食⻆角⻣骨⻤鬼⻮齿⻁虎⻄西⻨麦⻦鸟⻙韦⻑長⻒長⺠民⻳龟⻧卤⻪黾⻫齐⻯竜⻲龟⻌辶⻖阝⻏阝⺟母⺮竹⺎兀";

    public static byte[] Encode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(Tidy(text));
        if (bytes.Length <= Limits.OutputBytes)
        {
            return bytes;
        }

        var end = Limits.OutputBytes;
        while ((bytes[end] & 0xC0) == 0x80)
        {
            end--;   // not through the middle of a character
        }

        return bytes[..end];
    }

    public static string Tidy(string text)
    {
        var result = new StringBuilder(text.Length);
        var blank = 2;   // line ends since the last text: no blank lines at the start, at most one between
        foreach (var raw in Normalised(text).Split('\n'))
        {
            var line = CleanLine(raw);
            if (line.Length == 0)
            {
                blank++;
                if (blank == 2)
                {
                    result.Append('\n');
                }

                continue;
            }

            result.Append(line).Append('\n');
            blank = 1;
        }

        return result.Length == 0 ? "" : result.ToString().TrimEnd('\n') + "\n";
    }

    private static string Normalised(string text)
    {
        var paired = Pair(text);
        return paired.Normalize(NormalizationForm.FormKC).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\f', '\n').Replace('\v', '\n')
            .Replace('\u2028', '\n').Replace('\u2029', '\n');
    }

    /// <summary>A lone half of a surrogate pair cannot be normalised or encoded.</summary>
    private static string Pair(string text)
    {
        var characters = text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (char.IsHighSurrogate(characters[i]) && i + 1 < characters.Length && char.IsLowSurrogate(characters[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(characters[i]) || characters[i] is '\uFFFE' or '\uFFFF')
            {
                characters[i] = ' ';
            }
        }

        return new string(characters);
    }

    private static char Radical(char character)
    {
        var at = Radicals.IndexOf(character, StringComparison.Ordinal);
        return at >= 0 && at % 2 == 0 ? Radicals[at + 1] : character;
    }

    private static string CleanLine(string line)
    {
        var result = new StringBuilder(line.Length);
        var blanks = 0;
        foreach (var character in line)
        {
            var kept = character switch
            {
                '\t' => '\t',
                '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u2060' => '\0',   // soft hyphen, zero width
                >= '\uE000' and <= '\uF8FF' => ' ',                                              // icon fonts
                _ when char.IsControl(character) || character == '\uFFFD' => ' ',
                _ when char.IsWhiteSpace(character) => ' ',
                >= '\u2E80' and <= '\u2EFF' => Radical(character),
                _ => character,
            };
            blanks = kept is ' ' ? blanks + 1 : kept == '\0' ? blanks : 0;
            if (blanks == ColumnOfBlanks && result.Length > 1)
            {
                kept = '\t';   // columns made with the space bar
            }

            if (kept == '\0' || (kept is ' ' && (result.Length == 0 || result[^1] is ' ' or '\t')))
            {
                continue;
            }

            if (kept == '\t')
            {
                while (result.Length > 0 && result[^1] is ' ' or '\t')
                {
                    result.Length--;
                }

                if (result.Length == 0)
                {
                    continue;
                }
            }

            result.Append(kept);
        }

        return result.ToString().TrimEnd();
    }
}
