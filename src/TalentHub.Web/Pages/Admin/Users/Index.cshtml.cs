using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Web.Pages.Screening.Candidates;

namespace TalentHub.Web.Pages.Admin.Users;

/// <summary>Everyone with an account, by name; pages by cursor.</summary>
public sealed class IndexModel(TalentHubDb db) : PageModel
{
    public const int PageSize = 50;

    /// <summary>Part of a name or address.</summary>
    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>Only holders of this role.</summary>
    [FromQuery(Name = "role")]
    public Role? Role { get; set; }

    /// <summary>The last account of the page before.</summary>
    [FromQuery(Name = "after")]
    public long? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public ILookup<long, Role> Roles { get; private set; } = Array.Empty<long>().ToLookup(id => id, _ => default(Role));

    public string? Next { get; private set; }

    public string? First => After is null ? null : "?" + Filters;

    private string Filters => $"q={Uri.EscapeDataString(Search ?? string.Empty)}&role={Role}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var found = await Listed().Take(PageSize + 1).ToListAsync(ct);
        Rows = found.Count > PageSize ? found[..PageSize] : found;
        Next = found.Count > PageSize ? $"?after={Rows[^1].AccountId}&{Filters}" : null;
        var people = Rows.Select(r => r.PersonId).ToList();
        Roles = (await db.RoleGrants.AsNoTracking().Where(g => people.Contains(g.PersonId)).Select(g => new { g.PersonId, g.Role }).ToListAsync(ct)).ToLookup(g => g.PersonId, g => g.Role);
    }

    private IQueryable<Row> Listed()
    {
        var all = from account in db.Users.AsNoTracking() join person in db.People.AsNoTracking() on account.PersonId equals person.Id select new { account, person };
        if (!string.IsNullOrWhiteSpace(Search))
        {
            var part = Search.Trim();
            var lower = part.ToLowerInvariant();
            var upper = part.ToUpperInvariant();
            var named = db.PeopleNamed(part);
            all = all.Where(x => x.person.SearchName.Contains(lower) || named.Contains(x.person.Id) || x.account.NormalizedUserName!.Contains(upper));
        }

        if (Role is { } role)
        {
            all = all.Where(x => db.RoleGrants.Any(g => g.PersonId == x.person.Id && g.Role == role));
        }

        if (After is { } after)
        {
            var last = db.Users.Where(a => a.Id == after).Join(db.People, a => a.PersonId, p => p.Id, (_, p) => p.SortName);
#pragma warning disable CA1309 // Becomes SQL: the order is the database's.
            all = all.Where(x => last.Any(name => string.Compare(x.person.SortName, name) > 0 || (x.person.SortName == name && x.account.Id > after)));
#pragma warning restore CA1309
        }

        return all.OrderBy(x => x.person.SortName).ThenBy(x => x.account.Id).Select(x => new Row(
            x.account.Id, x.person.Id, x.person.Name, x.account.Email!, x.account.IsDisabled, x.account.PasswordHash == null,
            db.SecondFactors.Any(f => f.AccountId == x.account.Id), db.Sessions.Where(s => s.AccountId == x.account.Id).Max(s => (DateTime?)s.LastSeenAt)));
    }

    public sealed record Row(long AccountId, long PersonId, PersonName Name, string Email, bool IsDisabled, bool IsInvited, bool HasFactor, DateTime? SeenAt);
}
