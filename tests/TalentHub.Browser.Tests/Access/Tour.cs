using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using TalentHub.Browser.Tests.Walk;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Recruiting;
using TalentHub.Web.Commands;

namespace TalentHub.Browser.Tests.Access;

/// <summary>One page of the product that a browser can show, with somebody who may see it.</summary>
/// <param name="Who">A label of the sample company; null for somebody without an account.</param>
public sealed record Stop(string Route, string? Who, string Path);

/// <summary>
/// Finds, for every page of the product, an address in the sample company and somebody for whom it opens: the list of pages is the product's own (<c>routes</c>),
/// the records are tried from each state until one answers with the page.
/// </summary>
public static partial class Tour
{
    /// <summary>Not pages: files, feeds, probes, and what only sends one elsewhere.</summary>
    private static readonly string[] NotPages = ["/", "/careers/feed.xml", "/files/{id:long}", "/health/live", "/health/ready", "/setup/loading"];

    private static readonly List<string> Labels = ["Recruiter", "HiringManager", "HR", "Admin", "Coordinator", "Interviewer", "DepartmentHead", "Manager", "Finance", "Executive", "CompensationOwner", "Employee"];

    /// <summary>Of what the numbers in addresses speak: a few of each state.</summary>
    private static readonly Dictionary<string, string> Numbers = new(StringComparer.Ordinal)
    {
        ["APP-"] = OfEachState("Applications"), ["INT-"] = OfEachState("Interviews"), ["OFR-"] = OfEachState("Offers"), ["ONB-"] = OfEachState("OnboardingPlans"), ["REQ-"] = OfEachState("Requisitions"),
        ["/demand/requisitions/"] = OfEachState("Requisitions"), ["/postings/"] = OfEachState("Postings"), ["/openings/"] = OfEachState("Postings"), ["/careers/"] = OfEachState("Postings"),
        ["/candidates/duplicates/"] = OfEachState("DuplicatePairs"), ["/candidates/"] = "select PersonId from Applications order by Id desc limit 20", ["/admin/users/"] = "select Id from Accounts limit 3",
        ["/onboarding/templates/"] = "select Id from OnboardingTemplates limit 2", ["PRV-"] = OfEachState("PrivacyRequests"),
        ["/admin/privacy/people/"] = "select PersonId from Applications order by Id desc limit 20",
    };

    public static async Task<IReadOnlyList<RouteRow>> RoutesAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Product.WebProgram(), "routes", "--json"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        var json = await process.StandardOutput.ReadToEndAsync();
        var rows = JsonSerializer.Deserialize<List<RouteRow>>(json[json.IndexOf('[', StringComparison.Ordinal)..], JsonSerializerOptions.Web)!;
        return [.. rows.Where(r => r is { Verb: "GET", Handler.Length: 0 } && !r.Path.Contains("favicon", StringComparison.Ordinal) && !NotPages.Contains(r.Path)).DistinctBy(r => r.Path)];
    }

    /// <summary>Gives every second person a Hebrew or an Arabic name, and the links that open what strangers see.</summary>
    public static void Prepare(string folder)
    {
        using (var db = Open(folder))
        {
            Run(db, "update People set Name_Given = 'נועה', Name_Family = 'בן־דוד', Name_Latin = null where Id % 4 = 0");
            Run(db, "update People set Name_Given = 'ليلى', Name_Family = 'الحسيني', Name_Latin = null where Id % 4 = 2");
        }

        Links(folder);
    }

    /// <summary>The links that open what strangers see.</summary>
    public static void Links(string folder)
    {
        using var db = Open(folder);
        Link(db, LinkPurpose.CandidateStatus, 'c', "select Id, PersonId from Applications where State = 'Interviewing' limit 1");
        Link(db, LinkPurpose.OfferAnswer, 'o', "select o.Id, a.PersonId from Offers o join Applications a on a.Id = o.ApplicationId where o.State = 'Extended' limit 1");
        Link(db, LinkPurpose.Preboarding, 'w', "select Id, PersonId from OnboardingPlans where State = 'Preboarding' limit 1");
        Link(db, LinkPurpose.InterviewAnswer, 'i', "select Id, PersonId from Interviews where State = 'Scheduled' limit 1");
        foreach (var (kind, token) in new[] { ("Invitation", AccountToken('j')), ("PasswordReset", AccountToken('r')) })
        {
            Run(db, $"insert into AccountLinks (Kind, AccountId, TokenHash, Stamp, CreatedAt, ExpiresAt) select '{kind}', Id, '{Services.Accounts.Tokens.HashOf(token)}', SecurityStamp, '2020-01-01 00:00:00', '2099-01-01 00:00:00' from Accounts limit 1");
        }
    }

    /// <summary>The addresses to try for a page, with those who hold its right.</summary>
    public static IEnumerable<(string? Who, string Path)> Tries(RouteRow route, string folder)
    {
        var people = route.Right is "Anonymous" or "SignedLink" or "SetUp" ? [null] : Labels.Where(l => route.Roles.Contains(l)).ToList<string?>();
        foreach (var path in Paths(route.Path, folder))
        {
            foreach (var who in people)
            {
                yield return (who, path);
            }
        }
    }

    private static IEnumerable<string> Paths(string route, string folder)
    {
        var plain = Optional().Replace(route, string.Empty);
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal) { ["/c/"] = Token('c'), ["/o/"] = Token('o'), ["/w/"] = Token('w'), ["/i/"] = Token('i'), ["/account/join/"] = AccountToken('j'), ["/account/reset/"] = AccountToken('r') };
        if (tokens.Keys.FirstOrDefault(k => plain.StartsWith(k, StringComparison.Ordinal)) is { } door)
        {
            return [door + tokens[door]];
        }

        if (plain == "/demand/plan/edit")
        {
            return [plain + string.Create(CultureInfo.InvariantCulture, $"?department=2&year={TimeProvider.System.GetUtcNow().Year}")];
        }

        if (!plain.Contains('{', StringComparison.Ordinal))
        {
            return [plain];
        }

        if (plain.Contains("{code}", StringComparison.Ordinal) || plain.Contains("{name}", StringComparison.Ordinal))
        {
            return [plain.Replace("{code}", "machine-learning-engineer", StringComparison.Ordinal).Replace("{name}", "application", StringComparison.Ordinal)];
        }

        if (plain.Contains("{seat}", StringComparison.Ordinal))
        {
            return Ids(folder, "select Id from Openings where State = 'Open' limit 20")
                .Select(id => $"/demand/requisitions/REQ-{Ids(folder, string.Create(CultureInfo.InvariantCulture, $"select RequisitionId from Openings where Id = {id}"))[0]}/seats/{Opening.Prefix}{id}/cancellation").ToList();
        }

        var prefix = Numbers.Keys.Where(k => plain.Contains(k, StringComparison.Ordinal)).OrderByDescending(k => k.Length).First();
        var mark = plain.StartsWith("/demand/requisitions/", StringComparison.Ordinal) ? "REQ-" : plain.StartsWith("/postings/", StringComparison.Ordinal) || prefix is "/openings/" or "/careers/" ? Posting.Prefix : string.Empty;
        return Ids(folder, Numbers[prefix]).Select(id => First().Replace(plain, mark + id.ToString(CultureInfo.InvariantCulture), 1)).ToList();
    }

    /// <summary>The first record that a query names.</summary>
    public static long Record(string folder, string query) => Ids(folder, query).FirstOrDefault();

    private static string OfEachState(string table) => $"select Id from (select Id, row_number() over (partition by State order by Id desc) as n from {table}) where n <= 14 order by n";

    private static List<long> Ids(string folder, string query)
    {
        using var db = Open(folder);
        using var command = db.CreateCommand();
#pragma warning disable CA2100 // The queries are constants of this file.
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var ids = new List<long>();
        while (reader.Read())
        {
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }

    /// <summary>Of a link made by <see cref="Links"/>: c, o, w or i, as in the addresses.</summary>
    public static string Token(char letter) => new(letter, SignedLink.TokenLength);

    private static string AccountToken(char letter) => new(letter, 43);

    private static void Link(SqliteConnection db, LinkPurpose purpose, char letter, string subject) => Run(
        db,
        $"insert into SignedLinks (TokenHash, Purpose, SubjectId, PersonId, CreatedAt, ExpiresAt, Version) select '{SignedLink.HashOf(Token(letter))}', '{purpose}', Id, PersonId, '2020-01-01 00:00:00', '2099-01-01 00:00:00', '{Guid.NewGuid()}' from ({subject})");

    private static void Run(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.True(command.ExecuteNonQuery() > 0, $"This touches nothing: {sql}");
    }

    private static SqliteConnection Open(string folder)
    {
        var db = new SqliteConnection($"Data Source={Path.Combine(folder, "talenthub.db")};Pooling=False");
        db.Open();
        return db;
    }

    [GeneratedRegex(@"/\{\w+(:\w+)?\?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{\w+(:\w+)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex First();
}
