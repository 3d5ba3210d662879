using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace TalentHub.Intelligence.Resumes;

/// <summary>Values behind a label: "姓 名: 李明", "公司名称 …" parted by a tab, "Name: …". A form may put several on one line.</summary>
internal static partial class Labels
{
    private static readonly ConcurrentDictionary<string, Regex> Known = new(StringComparer.Ordinal);

    /// <summary>The next label of the same line ends the value.</summary>
    [GeneratedRegex(@"\t|\s\|\s|\s[\p{L}](?:\s?[\p{L}]){0,7}\s?:|\s{2,}|\s(?:性\s*别|年\s*龄|出\s*生|民\s*族|籍\s*贯|学\s*历|专\s*业|电\s*话|行\s*业|部\s*门|邀请评价|申请验证|职\s*务)", RegexOptions.None, 1000)]
    private static partial Regex ValueEnd();

    /// <summary>The first value, in the given lines, behind one of the labels, in the order of the labels.</summary>
    public static Span? First(IEnumerable<Line> lines, params ReadOnlySpan<string> labels)
    {
        var all = lines as IReadOnlyCollection<Line> ?? lines.ToList();
        foreach (var label in labels)
        {
            foreach (var line in all)
            {
                if (On(line, label) is { Length: > 0 } value)
                {
                    return value;
                }
            }
        }

        return null;
    }

    public static Span? On(Line line, string label)
    {
        var form = Known.GetOrAdd(label, Build);
        if (form.Match(line.Text) is not { Success: true } match)
        {
            return null;
        }

        var rest = line.All.Part(match.Index + match.Length, line.Text.Length - match.Index - match.Length).Trim();
        var end = ValueEnd().Match(rest.Text);
        return (end.Success ? rest.Part(0, end.Index) : rest).Trim();
    }

    /// <summary>Chinese labels are often stretched with blanks, and may lack the colon when a tab parts them from the value.</summary>
    private static Regex Build(string label)
    {
        var chinese = label[0] >= '\u2e80';
        var name = chinese ? string.Join(@"\s*", label.Select(c => Regex.Escape(c.ToString()))) : Regex.Escape(label);
        return new Regex(chinese ? $@"(?<![\u3400-\u9fff]){name}\s*(?::|\t|\]|】|\s)\s*" : $@"(?:^|[\t|]\s?){name}\s*(?::|\t|\s[-–]\s)\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }
}
