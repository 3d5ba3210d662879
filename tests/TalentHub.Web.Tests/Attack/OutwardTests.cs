using System.Text.RegularExpressions;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Attack;

/// <summary>What leaves the program, and in which shape: to nobody whom a visitor names, as nothing that a spreadsheet runs.</summary>
public sealed partial class OutwardTests
{
    /// <summary>The one place that opens a connection: to the mail server of the settings.</summary>
    private static readonly string[] MayConnect = ["SmtpTransport.cs"];

    public static TheoryData<string> Formulas => ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://evil.example\")"];

    [Fact]
    public void Nothing_fetches_what_somebody_names()
    {
        var found = Repository.Files("src", ".cs").Where(f => !f.Contains("/wwwroot/", StringComparison.Ordinal))
            .Where(f => Connects().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(MayConnect, found);
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_cell_that_a_spreadsheet_would_run_is_text(string typed)
    {
        Assert.Equal("\"'" + typed.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"", Csv.Cell(typed));
    }

    [Fact]
    public void Every_table_that_is_given_out_is_written_by_the_one_that_knows_formulas()
    {
        var files = Repository.Files("src", ".cs").Where(f => Path.GetFileName(f) != "Csv.cs").Select(f => (Name: Path.GetFileName(f), Text: File.ReadAllText(f))).ToList();
        var gives = files.Where(f => f.Text.Contains("text/csv", StringComparison.Ordinal) || f.Text.Contains("Csv.ContentType", StringComparison.Ordinal)).Select(f => f.Name).ToList();

        Assert.Equal(["Debrief.cshtml.cs", "Index.cshtml.cs"], gives.Order(StringComparer.Ordinal));
        Assert.All(files.Where(f => gives.Contains(f.Name) && f.Name == "Index.cshtml.cs" && f.Text.Contains("Csv.ContentType", StringComparison.Ordinal)), f => Assert.Contains("Csv.WriteLine", f.Text, StringComparison.Ordinal));
        Assert.Contains("Csv.WriteLine", files.Single(f => f.Name == "DebriefCsv.cs").Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b(HttpClient|WebRequest|WebClient|TcpClient|UdpClient|Dns\.|SmtpClient|ClientWebSocket|new Socket)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Connects();
}
