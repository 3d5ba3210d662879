using System.Globalization;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using TalentHub.Data;
using TalentHub.Data.Setup;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// Which addresses lead somewhere for this viewer, so that no page shows a link that answers 403 or 404: the right that the address asks for, and the record behind it where a page
/// has looked (<see cref="LookAsync"/>). In markup: <c>&lt;a way href="…"&gt;</c>.
/// </summary>
public sealed partial class Ways(CurrentActor actor, WayTable table, TalentHubDb db)
{
    /// <summary>Whether a record is there for the viewer, by the beginning of its address; the filters of the sets decide.</summary>
    private static readonly Dictionary<string, Expression<Func<TalentHubDb, long, bool>>> Looks = new(StringComparer.Ordinal)
    {
        ["applications/APP"] = (db, id) => db.Applications.Any(a => a.Id == id),
        ["debriefs/APP"] = (db, id) => db.HiringDecisions.Any(d => d.ApplicationId == id),
        ["interviews/INT"] = (db, id) => db.Interviews.Any(i => i.Id == id),
        ["offers/OFR"] = (db, id) => db.Offers.Any(o => o.Id == id),
        ["onboarding/ONB"] = (db, id) => db.OnboardingPlans.Any(p => p.Id == id),
        ["postings/PST"] = (db, id) => db.Postings.Any(p => p.Id == id),
        ["demand/requisitions/REQ"] = (db, id) => db.Requisitions.Any(r => r.Id == id),
    };

    /// <summary>Two looks in one question: an installation has a company, so there is a row to hang them on.</summary>
    private static readonly CompiledQuery<(string First, string Second), Func<TalentHubDb, long, long, CancellationToken, Task<Both>>> Pairs = new(kinds =>
    {
        Expression<Func<TalentHubDb, long, long, bool, bool, CancellationToken, Both>> asked =
            (db, first, second, isFirst, isSecond, ct) => db.Companies.OrderBy(c => c.Id).Select(c => new Both(isFirst, isSecond)).First();
        var (db, one, two) = (asked.Parameters[0], asked.Parameters[1], asked.Parameters[2]);
        var body = new ReplacingExpressionVisitor([asked.Parameters[3], asked.Parameters[4]], [BodyOf(kinds.First, db, one), BodyOf(kinds.Second, db, two)]).Visit(asked.Body);
        return EF.CompileAsyncQuery(Expression.Lambda<Func<TalentHubDb, long, long, CancellationToken, Both>>(body, db, one, two, asked.Parameters[5]));
    });

    private readonly HashSet<string> hidden = new(StringComparer.Ordinal);

    /// <summary>Looks whether the viewer may see the records behind these addresses; one question for two, none where the right is missing anyway.</summary>
    public async Task LookAsync(CancellationToken ct, params IEnumerable<string> addresses)
    {
        var records = addresses.Where(HoldsRight).Select(a => (Address: a, Is: Record().Match(a))).Where(r => r.Is.Success)
            .Select(r => (r.Address, Kind: r.Is.Groups["kind"].Value, Id: long.Parse(r.Is.Groups["id"].Value, CultureInfo.InvariantCulture)));
        foreach (var pair in records.Chunk(2))
        {
            var (one, two) = (pair[0], pair[^1]);
            var there = await Pairs.For(db, (one.Kind, two.Kind))(db, one.Id, two.Id, ct);
            if (!there.First)
            {
                hidden.Add(one.Address);
            }

            if (!there.Second)
            {
                hidden.Add(two.Address);
            }
        }
    }

    /// <summary>The page knows that the viewer may not see the record behind it.</summary>
    public void Close(string address) => hidden.Add(address);

    public bool Lead(string address) => HoldsRight(address) && !hidden.Contains(address);

    private bool HoldsRight(string address) => table.RightOf(address) is not { } right || right.Needs is not { } needs || actor.Value.May(needs);

    private static Expression BodyOf(string kind, Expression db, Expression id) => new ReplacingExpressionVisitor([.. Looks[kind].Parameters], [db, id]).Visit(Looks[kind].Body);

    [GeneratedRegex(@"^/(?<kind>(applications|debriefs|interviews|offers|onboarding|postings|demand/requisitions)/[A-Z]+)-(?<id>\d{1,18})(?=[/?#]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Record();

    private sealed record Both(bool First, bool Second);
}

/// <summary>The pages by address, with the right that opening each asks for.</summary>
public sealed partial class WayTable(RightsTable rights, EndpointDataSource endpoints)
{
    private readonly Lazy<ILookup<string, (Regex Address, Right Right)>> pages = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(e => (Path: e.RoutePattern.RawText?.Trim('/') ?? string.Empty, Page: e.Metadata.GetMetadata<PageActionDescriptor>()))
        .Where(e => e.Page is not null)
        .Select(e => (e.Path, Right: rights.Find(e.Page!.ViewEnginePath, "GET", string.Empty)))
        .Where(e => e.Right is not null)
        .OrderBy(e => e.Path.Count(c => c == '{'))
        .ToLookup(e => FirstOf(e.Path), e => (Like(e.Path), e.Right!)));

    /// <summary>Null where no page stands at the address.</summary>
    public Right? RightOf(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = (end < 0 ? address : address[..end]).Trim('/');
        foreach (var (like, right) in pages.Value[FirstOf(path)])
        {
            if (like.IsMatch(path))
            {
                return right;
            }
        }

        return null;
    }

    private static string FirstOf(string path) => path.Split('/', 2)[0];

    private static Regex Like(string path) => new(
        "^" + string.Concat(path.Split('/').Select((part, at) =>
            part.EndsWith("?}", StringComparison.Ordinal) ? "(/[^/]+)?"
            : (at == 0 ? string.Empty : "/") + Place().Replace(Regex.Escape(part), m => m.Value.Contains(":long", StringComparison.Ordinal) ? @"\d+" : "[^/]+"))) + "$",
        RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\\?\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}

/// <summary><c>&lt;a way href="…"&gt;</c>: a link where it leads somewhere for the viewer; else its words alone, and a button not at all.</summary>
[HtmlTargetElement("a", Attributes = "way,href")]
public sealed class WayTagHelper(Ways ways) : TagHelper
{
    public required string Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("way");
        if (ways.Lead(Href))
        {
            output.Attributes.Insert(0, new TagHelperAttribute("href", Href));
        }
        else if (output.Attributes["class"]?.Value.ToString()?.Split(' ').Contains("btn") == true)
        {
            output.SuppressOutput();
        }
        else
        {
            output.TagName = "span";
        }
    }
}
