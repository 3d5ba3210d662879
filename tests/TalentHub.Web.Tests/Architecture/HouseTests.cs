using System.Text.RegularExpressions;
using NetArchTest.Rules;
using TalentHub.Domain.Workflows;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Architecture;

public sealed partial class HouseTests
{
    [Fact]
    public void The_domain_knows_no_database_no_web_and_no_package()
    {
        var result = Types.InAssembly(typeof(Machines).Assembly).ShouldNot()
            .HaveDependencyOnAny("Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "TalentHub.Data", "TalentHub.Services", "TalentHub.Web").GetResult();

        Assert.True(result.IsSuccessful, string.Join('\n', result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Data_does_not_know_services_and_services_do_not_know_the_web()
    {
        Assert.True(Types.InAssembly(typeof(TalentHub.Data.TalentHubDb).Assembly).ShouldNot().HaveDependencyOnAny("TalentHub.Services", "TalentHub.Web").GetResult().IsSuccessful);
        Assert.True(Types.InAssembly(typeof(TalentHub.Services.IService).Assembly).ShouldNot().HaveDependencyOn("TalentHub.Web").GetResult().IsSuccessful);
    }

    [Fact]
    public void A_state_has_no_other_writer_than_the_engine()
    {
        var writers = Repository.Files("src", ".cs").Where(f => !f.EndsWith("Workflows/Stateful.cs", StringComparison.Ordinal))
            .SelectMany(f => StateWrite().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value.Trim()}")).ToList();

        Assert.True(writers.Count == 0, string.Join('\n', writers));
        var setter = typeof(Stateful<,,,>).GetProperty("State")!.SetMethod!;
        Assert.True(setter.IsPrivate);
    }

    [Fact]
    public void Files_stay_short_enough_to_read()
    {
        var lengths = Repository.Files("src", ".cs", ".cshtml").Select(f => (File: f, Lines: File.ReadLines(f).Count())).OrderByDescending(f => f.Lines).ToList();

        Assert.True(lengths[0].Lines <= 400, $"{lengths[0].File} has {lengths[0].Lines} lines.");
        Assert.True(lengths[lengths.Count / 20].Lines <= 200, $"One file in twenty has more than {lengths[lengths.Count / 20].Lines} lines.");
    }

    [Fact]
    public void No_page_holds_a_style_or_a_script_of_its_own()
    {
        var broken = Repository.Files("src/TalentHub.Web", ".cshtml").SelectMany(f => Inline().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}")).ToList();

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void A_message_at_a_field_stands_where_it_is_drawn()
    {
        // The framework fills asp-validation-for in a span only: in any other element the message never appears.
        var broken = Repository.Files("src/TalentHub.Web", ".cshtml")
            .SelectMany(f => File.ReadLines(f).Where(l => l.Replace("<span class=\"field-error\" asp-validation-for", string.Empty, StringComparison.Ordinal).Contains("asp-validation-for", StringComparison.Ordinal))
                .Select(l => $"{Path.GetFileName(f)}: {l.Trim()}")).ToList();

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void The_ledger_names_only_pages_and_tests_that_exist()
    {
        var pages = Repository.Files("src/TalentHub.Web/Pages", ".cshtml").Select(f => Path.GetRelativePath(Repository.PathOf("src", "TalentHub.Web", "Pages"), f).Replace('\\', '/')).ToHashSet();
        var tests = Repository.Files("tests", ".cs").Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet();
        var wrong = new List<string>();
        var rows = 0;
        foreach (var line in File.ReadLines(Repository.PathOf("docs", "capabilities.md")))
        {
            if (LedgerRow().Match(line) is not { Success: true } row)
            {
                continue;
            }

            rows++;
            foreach (var page in Names(row.Groups["page"].Value).Where(p => !pages.Contains(p)))
            {
                wrong.Add($"{row.Groups["id"].Value}: no page {page}");
            }

            foreach (var test in Names(row.Groups["test"].Value).Where(t => !tests.Contains(t)))
            {
                wrong.Add($"{row.Groups["id"].Value}: no test file {test}");
            }

            if (row.Groups["state"].Value == "done" && Names(row.Groups["test"].Value).Length == 0)
            {
                wrong.Add($"{row.Groups["id"].Value}: done without a test");
            }
        }

        Assert.True(rows >= 200, "The ledger lists every capability.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string[] Names(string cell) => cell.Split([',', '`', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"(?<![\w.])State\s*=\s*\w+State\.\w+|SetProperty\(\s*\w+\s*=>\s*\w+\.State\b|Property\(""State""\)\.CurrentValue", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex StateWrite();

    [GeneratedRegex(@"\sstyle=""|<style[\s>]|<script(?![^>]*(\ssrc=|type=""application/ld\+json""))[^>]*>|\son(click|change|submit|load|input)=""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"^\| (?<id>[A-Z]\d+) \| (?<state>done|part|not yet) \| (?<page>[^|]*)\| (?<test>[^|]*)\|", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex LedgerRow();
}
