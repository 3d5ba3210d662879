namespace TalentHub.Web.Infrastructure;

/// <summary>Lines of a table that a spreadsheet opens.</summary>
public static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static void WriteLine(TextWriter csv, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                csv.Write(',');
            }

            csv.Write(Cell(cells[i]));
        }

        csv.Write("\r\n");
    }

    /// <summary>Quoted; what a spreadsheet would take for a formula begins with an apostrophe.</summary>
    public static string Cell(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text ?? string.Empty;
        return "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
