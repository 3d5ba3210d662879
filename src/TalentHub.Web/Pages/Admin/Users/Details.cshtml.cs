using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Services.Accounts;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Users;

/// <summary>One account: roles, whether it opens, its sessions, its second factor. Nobody does these to their own.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DetailsModel(TalentHubDb db, UserDesk desk, Invitations invitations) : FormPage
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Row Account { get; private set; } = null!;

    public IReadOnlyCollection<Role> Roles { get; private set; } = [];

    public bool IsMine => Account.PersonId == Me.PersonId;

    /// <summary>A new link, shown this once where no mail leaves.</summary>
    public string? Link { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        Account = await (
            from a in db.Users.AsNoTracking()
            join p in db.People.AsNoTracking() on a.PersonId equals p.Id
            where a.Id == Id
            select new Row(
                p.Id, p.Name, a.Email!, a.IsDisabled, a.PasswordHash == null, db.SecondFactors.Any(f => f.AccountId == a.Id), db.Sessions.Count(s => s.AccountId == a.Id), a.CreatedAt))
            .FirstOrNotFoundAsync(ct);
        Roles = await db.RoleGrants.AsNoTracking().Where(g => g.PersonId == Account.PersonId).Select(g => g.Role).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostRolesAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || !IsOffered("Input.Roles", Input.Roles, Enum.GetValues<Role>()))
        {
            return await InvalidAsync(ct);
        }

        await desk.GiveRolesAsync(await FindAsync(ct), Input.Roles, Me, ct);
        return Done("The roles count within half a minute.", $"/admin/users/{Id}");
    }

    public async Task<IActionResult> OnPostEnabledAsync([FromForm] bool enabled, CancellationToken ct)
    {
        await desk.SetDisabledAsync(await FindAsync(ct), !enabled, Me, ct);
        return Done(enabled ? "The account is open again." : "The account is disabled; every session has ended.", $"/admin/users/{Id}");
    }

    public async Task<IActionResult> OnPostSignOutAsync(CancellationToken ct)
    {
        await desk.SignOutEverywhereAsync(await FindAsync(ct), ct);
        return Done("Every session of this account has ended.", $"/admin/users/{Id}");
    }

    public async Task<IActionResult> OnPostFactorAsync(CancellationToken ct)
    {
        await desk.RemoveFactorAsync(await FindAsync(ct), Me, ct);
        return Done("The second step is taken away.", $"/admin/users/{Id}");
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct)
    {
        var account = await FindAsync(ct);
        var person = await PersonAsync(account.PersonId, ct);
        var made = await invitations.InviteAsync(person, Me, ct);
        await db.SaveChangesAsync(ct);
        if (made.IsMailed)
        {
            return Done("The invitation is on its way.", $"/admin/users/{Id}");
        }

        Link = made.Link;
        await LoadAsync(ct);
        return Page();
    }

    private Task<Data.Accounts.Account> FindAsync(CancellationToken ct) => db.Users.SingleOrNotFoundAsync(a => a.Id == Id, ct);

    private async Task<Domain.People.Person> PersonAsync(long id, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        return await db.People.SingleAsync(p => p.Id == id, ct);
    }

    public sealed class InputModel
    {
        public List<Role> Roles { get; set; } = [];
    }

    public sealed record Row(long PersonId, PersonName Name, string Email, bool IsDisabled, bool IsInvited, bool HasFactor, int Sessions, DateTime CreatedAt);
}
