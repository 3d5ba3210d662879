using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Commands;

/// <summary>One way into the product: an address, how it is asked for, and the right that it takes.</summary>
/// <param name="Handler">Empty for the page itself.</param>
/// <param name="Right">A capability, or <c>Anonymous</c>, <c>SignedLink</c>, <c>SetUp</c>; null when nothing is declared (it opens for nobody).</param>
/// <param name="Roles">The roles and relations that hold it.</param>
/// <param name="Own">Further limited to one's own or related records.</param>
public sealed record RouteRow(string Path, string Verb, string Handler, string? Right, IReadOnlyList<string> Roles, bool Own)
{
    /// <summary>The same as a list, for those who read the verbs of an address together.</summary>
    public IReadOnlyList<string> Verbs => [Verb];
}

/// <summary>Lists every page, handler and endpoint with its right.</summary>
public static class RoutesCommand
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] args)
    {
        using var app = (IDisposable)ServeCommand.Build([.. args.Where(a => a != "--json")]);
        Write(List((WebApplication)app), args.Contains("--json"), Console.Out);
        return 0;
    }

    public static void Write(IReadOnlyList<RouteRow> rows, bool asJson, TextWriter output)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(rows, Readable));
        }
        else
        {
            foreach (var row in rows)
            {
                output.WriteLine($"{row.Verb,-5} {row.Path}{(row.Handler.Length == 0 ? string.Empty : "?handler=" + row.Handler)}  {row.Right ?? "NOT DECLARED"}{(row.Own ? " (own or related)" : string.Empty)}  {string.Join(", ", row.Roles)}");
            }
        }
    }

    public static IReadOnlyList<RouteRow> List(WebApplication app) => List(app.Services, ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints));

    /// <summary>All ways in, pages first by path.</summary>
    public static IReadOnlyList<RouteRow> List(IServiceProvider services, IEnumerable<Endpoint> endpoints)
    {
        var rights = services.GetRequiredService<RightsTable>();
        var loader = services.GetRequiredService<PageLoader>();
        var rows = new List<RouteRow>();
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>())
        {
            var path = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = loader.LoadAsync(page, endpoint.Metadata).GetAwaiter().GetResult();
                rows.AddRange(compiled.HandlerMethods.Select(h => Row(path, h.HttpMethod.ToUpperInvariant(), h.Name ?? string.Empty, rights.Find(page.ViewEnginePath, h.HttpMethod.ToUpperInvariant(), h.Name ?? string.Empty))));
                if (compiled.HandlerMethods.Count == 0)
                {
                    rows.Add(Row(path, "GET", string.Empty, rights.Find(page.ViewEnginePath, "GET", string.Empty)));
                }
            }
            // Assets are open to everyone; the framework's catch-all for files that a build does not know opens for nobody.
            else if (!path.StartsWith("/lib/", StringComparison.Ordinal) && !path.StartsWith("/{**path", StringComparison.Ordinal))
            {
                var verbs = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
                rows.AddRange(verbs.Where(v => v != "HEAD").Select(v => Row(path, v, string.Empty, endpoint.Metadata.GetMetadata<Right>())));
            }
        }

        return [.. rows.Distinct().OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Verb, StringComparer.Ordinal).ThenBy(r => r.Handler, StringComparer.Ordinal)];
    }

    private static RouteRow Row(string path, string verb, string handler, Right? right) => new(path, verb, handler, right?.ToString(), Holders(right), right?.Own ?? false);

    private static List<string> Holders(Right? right) => right?.Needs is not { } capability
        ? []
        :
        [
            .. Enum.GetValues<Role>().Where(r => RoleRights.Of(r).Contains(capability)).Select(r => r.ToString()),
            .. Enum.GetValues<Relation>().Where(r => RoleRights.Of(r).Contains(capability)).Select(r => r.ToString()),
        ];
}
