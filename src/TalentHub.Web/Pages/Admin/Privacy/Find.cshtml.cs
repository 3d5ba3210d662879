using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Web.Pages.Screening.Candidates;

namespace TalentHub.Web.Pages.Admin.Privacy;

/// <summary>Finds somebody by number, name, address or phone, whether they ever applied or not.</summary>
public sealed class FindModel(TalentHubDb db) : PageModel
{
    private const int Most = 50;

    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Search))
        {
            return;
        }

        var number = long.TryParse(Search.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var found = (await db.FindPeopleAsync(Search, ct)).Append(number).Distinct().Take(Most).ToList();
        Rows = await db.People.AsNoTracking().Where(p => found.Contains(p.Id)).OrderBy(p => p.SortName).ThenBy(p => p.Id)
            .Select(p => new Row(p.Id, p.Name, p.Email, p.ErasedAt)).ToListAsync(ct);
    }

    public sealed record Row(long Id, PersonName Name, string? Email, DateTime? ErasedAt);
}
