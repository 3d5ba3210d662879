using System.Text;

namespace TalentHub.Reader.Tests.Evaluation;

/// <summary>RFC 4180, as the label files are written.</summary>
public static class Csv
{
    public static List<Dictionary<string, string>> Read(string path)
    {
        var rows = Parse(File.ReadAllText(path).TrimStart('\uFEFF'));
        return [.. rows.Skip(1).Where(r => r.Count > 1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second))];
    }

    private static List<List<string>> Parse(string text)
    {
        List<List<string>> rows = [[]];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[i] is ',' or '\n' or '\r' && !quoted)
            {
                if (text[i] == '\r')
                {
                    continue;
                }

                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (text[i] == '\n')
                {
                    rows.Add([]);
                }
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        if (cell.Length > 0 || rows[^1].Count > 0)
        {
            rows[^1].Add(cell.ToString());
        }

        return rows;
    }
}
