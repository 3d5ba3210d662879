using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Careers;

/// <summary>The public list of live jobs; every filter stands in the address.</summary>
[OutputCache(PolicyName = CareersCache.Policy)]
public sealed class IndexModel(CareersList careers, Text text, CompanyCache company) : PageModel
{
    private const int WordsLength = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>Code of a role family.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Family { get; set; }

    /// <summary>Number of a place.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    /// <summary>"en" or "zh-CN": jobs whose text is written in that language.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Written { get; set; }

    public IReadOnlyList<CareersJob> Jobs { get; private set; } = [];

    public IReadOnlyList<(string Value, string Name)> Families { get; private set; } = [];

    public IReadOnlyList<(string Value, string Name)> Places { get; private set; } = [];

    public string Company { get; private set; } = "TalentHub";

    /// <summary>Live jobs before any filter.</summary>
    public int Total { get; private set; }

    public bool IsFiltered => Words is not null || Family is not null || Place is not null || Written is not null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await careers.AllAsync(ct);
        Total = all.Count;
        Company = await company.GetAsync(ct) is { } known ? text.Of(known.Name) : Company;
        Families = [.. all.Where(j => j.Family is not null).DistinctBy(j => j.FamilyCode).Select(j => (j.FamilyCode, text.Of(j.Family))).OrderBy(f => f.Item2, StringComparer.CurrentCulture)];
        Places = [.. all.DistinctBy(j => j.PlaceId).Select(j => (PlaceKey(j), text.Of(j.Place))).OrderBy(p => p.Item2, StringComparer.CurrentCulture)];

        // What is not on the list of choices is no filter: an address typed by hand shows all rather than an error.
        Family = Families.Any(f => f.Value == Family) ? Family : null;
        Place = Places.Any(p => p.Value == Place) ? Place : null;
        Written = Written is "en" or "zh-CN" ? Written : null;
        Words = string.IsNullOrWhiteSpace(Words) ? null : Words.Trim()[..Math.Min(Words.Trim().Length, WordsLength)];
        var wanted = Words?.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        Jobs =
        [
            .. all.Where(j => (Family is null || j.FamilyCode == Family)
                && (Place is null || PlaceKey(j) == Place)
                && (Written is null || j.IsIn(Written))
                && wanted.All(w => j.Searchable.Contains(w, StringComparison.Ordinal))),
        ];
    }

    /// <summary>The present address with one filter taken away.</summary>
    public string Without(string filter)
    {
        (string Name, string? Value)[] filters = [("q", Words), ("family", Family), ("place", Place), ("written", Written)];
        var rest = filters.Where(f => f.Name != filter && f.Value is not null).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!)}");
        return "/careers" + (rest.Any() ? "?" + string.Join('&', rest) : string.Empty);
    }

    private static string PlaceKey(CareersJob job) => job.PlaceId.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
