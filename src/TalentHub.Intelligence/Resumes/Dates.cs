using System.Globalization;
using System.Text.RegularExpressions;

namespace TalentHub.Intelligence.Resumes;

/// <summary>A time span on a line: where it stands, and its ends as months since year 0. An open end is later than any other.</summary>
internal sealed record Period(int From, int Length, int Start, int End)
{
    public const int Now = int.MaxValue;
}

/// <summary>Finds "Jan 2020 – Present", "2009/07 -- 2011/03", "2012年3月至今", "09/2016 – 05/2018", "2015" and their like.</summary>
internal static partial class Dates
{
    private const string Months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
        + "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|ene|abr|ago|dic|spring|summer|fall|autumn|winter";

    private const string Point = @"(?:(?:" + Months + @")\b\.?[\s,]*(?:de\s)?'?(?:(?:19|20)\d{2}|\d{2}(?!\d))|(?:(?:0?[1-9]|1[0-2])\s?[/.]\s?)?(?<![\d.])(?:19|20)\d{2}(?!\d)(?:\s?年\s?(?:(?:0?[1-9]|1[0-2])\s?月(?:份)?(?:\s?\d{1,2}\s?日)?)?|\s?[./-]\s?(?:0?[1-9]|1[0-2])(?!\d)(?:\s?[./-]\s?(?:0?[1-9]|[12]\d|3[01])(?!\d))?月?)?|(?:20XX|XXXX|year|año|年)(?![\w])|(?:" + Months + @")\b\.?(?=\s*[-–—]))";

    private const string Today = @"present|current(?:ly)?|now|today|ongoing|date|actualidad|actual|presente|至今|现在|目前|今";

    [GeneratedRegex(@"(?<a>" + Point + @")\s*(?:份?\s?[-–—~]{1,3}>?|to|until|till|至|到|hasta|a)\s*(?<b>" + Point + @"|(?:" + Months + @")\b|(?:" + Today + @")(?![a-z]))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?<a>" + Point + @")\s*[-–—~]{1,2}\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"^(?:" + Today + @")(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StartsToday();

    [GeneratedRegex(@"^(?<b>" + Point + @")", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StartsPoint();

    [GeneratedRegex(@"(?<![\w@.])(?<a>" + Point + @")(?![\w])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Single();

    [GeneratedRegex(@"(?:19|20)\d{2}", RegexOptions.None, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<m>" + Months + @")\b|(?:^|[./年-]\s?)(?<n>0?[1-9]|1[0-2])(?!\d)|(?<n>0?[1-9]|1[0-2])\s?[/.]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthOf();

    /// <summary>The first span of time on the line. The narrow date column of some layouts breaks it: "June 2020 –" here, "Present" on the next line.</summary>
    public static Period? Find(string line, string? next = null)
    {
        if (Range().Match(line) is { Success: true } range)
        {
            return new Period(range.Index, range.Length, Parse(range.Groups["a"].Value, 1), Parse(range.Groups["b"].Value, 12));
        }

        if (next is not null && Open().Match(line) is { Success: true } open)
        {
            if (StartsToday().IsMatch(next))
            {
                return new Period(0, open.Length, Parse(open.Groups["a"].Value, 1), Period.Now);
            }

            if (StartsPoint().Match(next) is { Success: true } end)
            {
                return new Period(0, open.Length, Parse(open.Groups["a"].Value, 1), Parse(end.Groups["b"].Value, 12));
            }
        }

        return null;
    }

    /// <summary>A span, or else a single date.</summary>
    public static Period? FindAny(string line)
    {
        if (Find(line) is { } range)
        {
            return range;
        }

        var single = Single().Match(line);
        return single.Success ? new Period(single.Index, single.Length, Parse(single.Value, 1), Parse(single.Value, 12)) : null;
    }

    /// <summary>The second half of a broken span, "Present Working on …": its length, to be skipped.</summary>
    public static int LeadingEnd(string line) =>
        StartsToday().Match(line) is { Success: true } today ? today.Length : StartsPoint().Match(line) is { Success: true } point ? point.Length : 0;

    private static int Parse(string point, int missingMonth)
    {
        if (Year().Match(point) is not { Success: true } year)
        {
            var digits = point.Length > 2 && char.IsDigit(point[^1]) && char.IsDigit(point[^2]) ? int.Parse(point[^2..], CultureInfo.InvariantCulture) : -1;
            return digits >= 0 ? ((digits < 60 ? 2000 : 1900) + digits) * 12 : StartsToday().IsMatch(point) ? Period.Now : 0;
        }

        var rest = point.Remove(year.Index, year.Length).Insert(year.Index, "年");
        var month = MonthOf().Match(rest);
        var number = !month.Success ? missingMonth
            : month.Groups["n"].Success ? int.Parse(month.Groups["n"].Value, CultureInfo.InvariantCulture) : MonthNumber(month.Groups["m"].Value);
        return (int.Parse(year.Value, CultureInfo.InvariantCulture) * 12) + number;
    }

    private static int MonthNumber(string name) => name.ToLowerInvariant()[..3] switch
    {
        "jan" or "ene" or "win" => 1,
        "feb" => 2,
        "mar" or "spr" => 3,
        "apr" or "abr" => 4,
        "may" => 5,
        "jun" or "sum" => 6,
        "jul" => 7,
        "aug" or "ago" => 8,
        "sep" or "fal" or "aut" => 9,
        "oct" => 10,
        "nov" => 11,
        _ => 12,
    };
}
