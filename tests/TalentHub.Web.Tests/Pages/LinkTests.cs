using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Accounts;
using TalentHub.Web.Tests.Architecture;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages;

/// <summary>
/// What a page shows can be opened by the person who sees it: each of the fourteen people of the sample, and a stranger, follow the links of every page that they reach. A form that
/// is shown may be sent: without its token it is refused as forged, never as not one's own. And no page asks the database more often than eight times.
/// </summary>
public sealed partial class LinkTests(SampleSightFactory factory) : IClassFixture<SampleSightFactory>
{
    /// <summary>Links of one kind that are followed from pages of one kind.</summary>
    private const int EachKind = 6;

    /// <summary>Pages of one kind that are opened by one person, whatever leads to them.</summary>
    private const int MostOfAKind = 60;

    /// <summary>Questions to the database that a page may ask, once what is kept for everybody is known.</summary>
    private const int MostCommands = 8;

    public static TheoryData<string> Labels => [.. DemoPerson.Labels];

    [Theory]
    [MemberData(nameof(Labels))]
    public async Task Every_link_and_form_that_a_person_is_shown_opens_for_them(string label)
    {
        var sight = await factory.SightAsync();

        var before = await DigestAsync();
        using var counter = new CommandCounter();

        var dead = await new Crawl(factory.Browser(sight.People[label]), work => counter.CountAsync(factory, work)).FromAsync("/today", 12);

        Assert.True(dead.Count == 0, string.Join('\n', dead));

        // Looking changes nothing, and neither does a form without its token.
        Assert.Equal(before, await DigestAsync());
    }

    [Fact]
    public async Task Every_link_that_a_stranger_is_shown_opens()
    {
        await factory.SightAsync();
        using var counter = new CommandCounter();

        var dead = await new Crawl(factory.Browser(), work => counter.CountAsync(factory, work)).FromAsync("/careers", 6);

        Assert.True(dead.Count == 0, string.Join('\n', dead));
    }

    /// <summary>How many rows each table has and the sum of what stands in them, but for the framework's own keys and the audit log, which tells of looks.</summary>
    private Task<string> DigestAsync() => factory.DbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var digest = new StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Where(t => t is not ("DataProtectionKeys" or "AuditEntries")).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            var (count, sum) = (0, 0L);
            while (await rows.ReadAsync())
            {
                var hash = default(HashCode);
                for (var column = 0; column < rows.FieldCount; column++)
                {
                    hash.Add(rows.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : rows.GetValue(column));
                }

                count++;
                sum += hash.ToHashCode();
            }

            digest.AppendLine(CultureInfo.InvariantCulture, $"{table}: {count} {sum}");
        }

        return digest.ToString();
    });

    private sealed class Crawl(TestBrowser browser, Func<Func<Task>, Task<int>> commandsOf)
    {
        private readonly Dictionary<string, int> followed = new(StringComparer.Ordinal);
        private readonly Dictionary<string, HttpStatusCode> known = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> dead = new(StringComparer.Ordinal);
        private readonly Queue<(string Path, string From)> ahead = new();

        public async Task<IReadOnlyCollection<string>> FromAsync(string start, int least)
        {
            ahead.Enqueue((start, "the start"));
            while (ahead.TryDequeue(out var next))
            {
                await OpenAsync(next.Path, next.From);
            }

            Assert.True(known.Count > least, $"Only {known.Count} pages were reached.");
            return dead.Values;
        }

        private async Task OpenAsync(string path, string from)
        {
            if (known.TryGetValue(path, out var before))
            {
                Judge(path, from, before);
                return;
            }

            TestPage page = null!;
            var commands = await commandsOf(async () => page = await browser.GetAsync(path));
            known[path] = page.Status;
            Judge(path, from, page.Status);
            if (commands > MostCommands && await commandsOf(() => browser.GetAsync(path)) is var again and > MostCommands)
            {
                dead.TryAdd(Kind(path), $"{path} asks the database {again} times");
            }

            if (page.Status != HttpStatusCode.OK)
            {
                if (page.Location is { } location && location.StartsWith('/'))
                {
                    Note(location, path);
                }

                return;
            }

            foreach (var link in Links(page))
            {
                Note(link.StartsWith('?') ? path.Split('?')[0] + link : link, path);
            }

            foreach (var action in page.Document.QuerySelectorAll("form[method=post]").SelectMany(f => f.QuerySelectorAll("[formaction]").Select(b => b.GetAttribute("formaction")!).Append(f.GetAttribute("action") ?? string.Empty)))
            {
                await SendAsync(action.Length == 0 ? path : action.StartsWith('?') ? path.Split('?')[0] + action : action, path);
            }
        }

        private static IEnumerable<string> Links(TestPage page) =>
            page.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Concat(page.Document.QuerySelectorAll("[hx-get]").Select(e => e.GetAttribute("hx-get")!));

        private void Note(string link, string from)
        {
            link = link.Split('#')[0];
            if ((link.StartsWith('/') || link.StartsWith('?')) && !link.StartsWith("//", StringComparison.Ordinal) && !Skipped().IsMatch(link) && link != from
                && IsFew($"{Kind(from)} {Kind(link)}", EachKind) && (known.ContainsKey(link) || IsFew(Kind(link), MostOfAKind)))
            {
                ahead.Enqueue((link, from));
            }
        }

        private async Task SendAsync(string action, string from)
        {
            if (action.StartsWith('/') && !Skipped().IsMatch(action) && IsFew($"{Kind(from)} POST {Kind(action)}", EachKind))
            {
                Judge("POST " + action, from, (await browser.PostAsync(action)).Status);
            }
        }

        private bool IsFew(string what, int most) => (followed[what] = followed.GetValueOrDefault(what) + 1) <= most;

        private void Judge(string path, string from, HttpStatusCode status)
        {
            if (status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed || (int)status >= 500)
            {
                dead.TryAdd($"{Kind(from)} {Kind(path)}", $"{from} shows {path}: {(int)status}");
            }
        }
    }

    /// <summary>The address without its numbers, and the names of its filters without their values; a handler counts as it is.</summary>
    private static string Kind(string link)
    {
        var parts = link.Split('?', 2);
        var path = Numbers().Replace(parts[0], "#");
        return parts.Length == 1 ? path : path + "?" + string.Join('&', parts[1].Split('&').Select(p => p.StartsWith("handler=", StringComparison.Ordinal) ? p : p.Split('=')[0]).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^/(lib|account/sign-out|favicon)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"\d+(?=/|$)|(?<=/careers/)[^/]+(/[^/]+)?|(?<=/(machines|role-families)/)[^/?]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
