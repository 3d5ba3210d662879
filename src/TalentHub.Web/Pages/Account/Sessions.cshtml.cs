using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Services.Accounts;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Account;

/// <summary>Where one is signed in; each can be ended.</summary>
public sealed class SessionsModel(TalentHubDb db, Sessions sessions, Reader reader, TimeProvider clock) : FormPage
{
    private const int Most = 100;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var now = Services.Clock.UtcNow(clock);
        var current = User.SessionId();
        var idle = now - Sessions.IdleLimit;
        Rows = await db.Sessions.AsNoTracking().Where(s => s.AccountId == reader.AccountId && s.EndsAt > now && s.LastSeenAt > idle)
            .OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.Id).Take(Most)
            .Select(s => new Row(s.Id, s.Device, s.Network, s.CreatedAt, s.LastSeenAt, s.Id == current)).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] long id, CancellationToken ct)
    {
        if (!await sessions.EndOneAsync(reader.AccountId, id, ct))
        {
            throw new NotFoundException();
        }

        // Keeps the form's key: sent twice, it is not missed.
        await db.SaveChangesAsync(ct);
        return Done("The session has ended.", "/account/sessions");
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken ct)
    {
        await sessions.EndAllAsync(reader.AccountId, User.SessionId(), ct);
        return Done("All other sessions have ended.", "/account/sessions");
    }

    public sealed record Row(long Id, string Device, string Network, DateTime CreatedAt, DateTime LastSeenAt, bool IsThis);
}
