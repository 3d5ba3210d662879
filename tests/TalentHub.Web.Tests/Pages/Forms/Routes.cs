using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Forms;

/// <summary>The ways in, found by an address.</summary>
public sealed partial class Routes
{
    private readonly List<(RouteRow Row, Regex Fits, int Places)> rows;

    public Routes(TalentHubFactory factory) =>
        rows = [.. RoutesCommand.List(factory.Services, factory.Services.GetRequiredService<EndpointDataSource>().Endpoints)
            .Select(r => (r, new Regex("^" + Pattern(r.Path) + "$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)), r.Path.Count(c => c == '{')))
            .OrderBy(r => r.Item3)];

    public IEnumerable<RouteRow> Of(string verb) => rows.Select(r => r.Row).Where(r => r.Verb == verb);

    public RouteRow? Find(string verb, string address)
    {
        var (path, query) = address.Split('#')[0].Split('?', 2) is [var p, var q] ? (p, q) : (address.Split('#')[0], string.Empty);
        var handler = query.Split('&').FirstOrDefault(part => part.StartsWith("handler=", StringComparison.OrdinalIgnoreCase))?["handler=".Length..] ?? string.Empty;
        return rows.FirstOrDefault(r => r.Row.Verb == verb && r.Row.Handler.Equals(handler, StringComparison.OrdinalIgnoreCase) && r.Fits.IsMatch(path)).Row;
    }

    private static string Pattern(string path) => Place().Replace(Regex.Escape(path).Replace(@"\{", "{", StringComparison.Ordinal), m => m.Value.Contains('?', StringComparison.Ordinal) ? "[^/]*" : m.Value.Contains(":long", StringComparison.Ordinal) || m.Value.Contains(":int", StringComparison.Ordinal) ? @"\d+" : "[^/]+")
        .Replace("/[^/]*", "(/[^/]*)?", StringComparison.Ordinal);

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
