using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Domain.Access;
using TalentHub.Testing;
using TalentHub.Web.Commands;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Architecture;

/// <summary>The permission matrix is a file in the repository; every way in is walked against it.</summary>
public sealed class RightsTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private static readonly string MatrixFile = Repository.PathOf("docs", "permissions.md");

    [Fact]
    public void Every_page_handler_and_endpoint_declares_its_right()
    {
        var undeclared = Rows().Where(r => r.Right is null).Select(r => $"{r.Verb} {r.Path} {r.Handler}").ToList();

        Assert.True(undeclared.Count == 0, "Without a declared right:\n" + string.Join('\n', undeclared));
    }

    [Fact]
    public void The_matrix_in_the_repository_is_the_matrix_of_the_product()
    {
        var actual = Matrix();
        if (Environment.GetEnvironmentVariable("TALENTHUB_UPDATE") == "1")
        {
            File.WriteAllText(MatrixFile, actual);
        }

        Assert.True(File.Exists(MatrixFile) && File.ReadAllText(MatrixFile) == actual, "docs/permissions.md differs from the product. Read the change, then write it with TALENTHUB_UPDATE=1.");
    }

    [Fact]
    public async Task A_stranger_opens_nothing_that_asks_for_a_capability()
    {
        var stranger = factory.Browser();
        var leaks = new List<string>();
        foreach (var row in Rows().Where(r => IsCapability(r.Right)))
        {
            var answer = await AskAsync(stranger, row);
            if (answer != HttpStatusCode.Redirect)
            {
                leaks.Add($"{row.Verb} {row.Path} {row.Handler}: {answer}");
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    [Theory]
    [MemberData(nameof(AllRoles))]
    public async Task A_role_is_refused_wherever_the_matrix_does_not_name_it(Role role)
    {
        var browser = factory.Browser(await factory.PersonAsync(role));
        var rights = RoleRights.Of(Role.Employee) | RoleRights.Of(role);
        var wrong = new List<string>();
        foreach (var row in Rows().Where(r => IsCapability(r.Right)))
        {
            var held = rights.Contains(Enum.Parse<Capability>(row.Right!));
            var answer = await AskAsync(browser, row);
            if (held ? answer is HttpStatusCode.Forbidden || (int)answer >= 500 : answer != HttpStatusCode.Forbidden)
            {
                wrong.Add($"{row.Verb} {row.Path} {row.Handler}: {answer}, {(held ? "held" : "not held")}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    public static TheoryData<Role> AllRoles => [.. Enum.GetValues<Role>()];

    private static bool IsCapability(string? right) => Enum.TryParse<Capability>(right, out _);

    private IReadOnlyList<RouteRow> Rows() => RoutesCommand.List(factory.Services, factory.Services.GetRequiredService<EndpointDataSource>().Endpoints);

    /// <summary>Asks with numbers that no record has: what is refused is refused before the record is looked for.</summary>
    private static async Task<HttpStatusCode> AskAsync(TestBrowser browser, RouteRow row)
    {
        var path = FillIn(row.Path) + (row.Handler.Length == 0 ? string.Empty : $"?handler={row.Handler}");
        var page = row.Verb == "GET" ? await browser.GetAsync(path) : await browser.PostAsync(path);
        return page.Status;
    }

    private static string FillIn(string pattern)
    {
        var text = new StringBuilder();
        var depth = 0;
        foreach (var c in pattern)
        {
            if (c == '{')
            {
                depth++;
                text.Append("999999999");
            }
            else if (c == '}')
            {
                depth--;
            }
            else if (depth == 0)
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private string Matrix()
    {
        var rows = Rows();
        var columns = Enum.GetNames<Role>().Concat(Enum.GetNames<Relation>()).ToList();
        var text = new StringBuilder();
        text.Append("# Who may open what\n\n");
        text.Append("Written by a test from the rights that every page, handler and endpoint declares, and walked by tests: each role against each way in. `own` means that the records shown\n");
        text.Append("are further limited to one's own or related ones (by the query filters). Relations (from Manager on) come from the records, not from an administrator. RelationTests walks\n");
        text.Append("each person of the sample over records that are theirs and records that are not: the latter are not there (404), like those that do not exist.\n\n");
        text.Append("| Verb | Path | Handler | Right | Own | ").AppendJoin(" | ", columns).Append(" |\n");
        text.Append("|---|---|---|---|---|").Append(string.Concat(Enumerable.Repeat("---|", columns.Count))).Append('\n');
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Verb} | `{row.Path}` | {row.Handler} | {row.Right} | {(row.Own ? "own" : string.Empty)} | ");
            text.AppendJoin(" | ", columns.Select(c => IsCapability(row.Right) ? (row.Roles.Contains(c) ? "x" : string.Empty) : "–")).Append(" |\n");
        }

        return text.ToString();
    }
}
