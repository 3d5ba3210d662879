using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;

namespace TalentHub.Services.Accounts;

/// <summary>How far a session has come.</summary>
public enum SessionStage
{
    /// <summary>The password was right; the code of the authenticator is still asked for.</summary>
    NeedsCode,

    /// <summary>The role asks for a second factor and there is none yet: it is set up before anything else opens.</summary>
    NeedsFactor,

    /// <summary>Signed in.</summary>
    Full,
}

/// <summary>A live session as the cookie handler needs it.</summary>
/// <param name="ViewsAs">With the rights of which role it looks, until <paramref name="ViewsUntil"/>.</param>
public sealed record SessionView(long Id, long AccountId, SessionStage Stage, bool IsDemo, Role? ViewsAs = null, DateTime? ViewsUntil = null);

/// <summary>What a new session is made of.</summary>
public sealed record SessionStart(long AccountId, bool WithSecondFactor, bool IsDemo, string Device, string Network);

/// <summary>
/// Sessions live in the database: the cookie is only a key. Each is read again at most every <see cref="MaximumAge"/>, so that one ended anywhere, an account
/// disabled or a password changed counts on every instance within that time.
/// </summary>
public sealed class Sessions(IMemoryCache cache, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Promised: within 30 seconds.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(20);

    /// <summary>Without a request for so long, it is over.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromHours(8);

    /// <summary>However busy, it is over after.</summary>
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromDays(7);

    /// <summary>Looking with the rights of another role ends by itself.</summary>
    public static readonly TimeSpan ViewLimit = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    /// <summary>Roles for which a password alone is not enough.</summary>
    public static readonly Role[] WithSecondFactor = [Role.Admin, Role.HR];

    /// <summary>Null when there is no such session, or no longer.</summary>
    public async ValueTask<SessionView?> FindAsync(string token, CancellationToken ct)
    {
        var hash = Tokens.HashOf(token);
        var now = clock.UtcNow();
        if (cache.TryGetValue(Key(hash), out Known? known) && known is not null && now - known.ReadAt < MaximumAge)
        {
            return known.View;
        }

        var view = await ReadAsync(hash, now, ct);
        if (view is null)
        {
            // What never was a session is not remembered: strangers cannot fill the memory.
            cache.Remove(Key(hash));
            return null;
        }

        cache.Set(Key(hash), new Known(view, now), MaximumAge);
        return view;
    }

    /// <summary>Begins a session and hands out its token, this once.</summary>
    public async Task<string> StartAsync(SessionStart start, CancellationToken ct)
    {
        await using var scope = AsSystem(out var db);
        var now = clock.UtcNow();
        var (stamp, personId) = await db.Users.Where(a => a.Id == start.AccountId).Select(a => new ValueTuple<string?, long>(a.SecurityStamp, a.PersonId)).SingleAsync(ct);
        var token = Tokens.New();
        db.Sessions.Add(new Session
        {
            TokenHash = Tokens.HashOf(token), AccountId = start.AccountId, Stamp = stamp ?? string.Empty, CreatedAt = now, LastSeenAt = now, EndsAt = now + AbsoluteLimit,
            SecondFactorAt = start.WithSecondFactor ? now : null, IsDemo = start.IsDemo,
            Device = start.Device.Length > Session.DeviceLength ? start.Device[..Session.DeviceLength] : start.Device, Network = start.Network,
        });
        db.Audit(
            new AuditNote(AuditAction.SignedIn, RecordKind.Account, start.AccountId, personId, start.IsDemo ? "demo" : start.WithSecondFactor ? "code" : "password"),
            db.Acting with { Door = AuditDoor.Account, PersonId = personId, AccountId = start.AccountId });
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>The row is gone before the answer is.</summary>
    /// <param name="isSignOut">Somebody asked for it; else a new session takes its place.</param>
    public async Task EndAsync(string token, bool isSignOut, CancellationToken ct)
    {
        await using var scope = AsSystem(out var db);
        await EndWhereAsync(db, db.Sessions.Where(s => s.TokenHash == Tokens.HashOf(token)), isSignOut ? AuditAction.SignedOut : null, ct);
    }

    /// <summary>One of an account's own; false when it is not theirs.</summary>
    public async Task<bool> EndOneAsync(long accountId, long sessionId, CancellationToken ct)
    {
        await using var scope = AsSystem(out var db);
        return await EndWhereAsync(db, db.Sessions.Where(s => s.Id == sessionId && s.AccountId == accountId), AuditAction.SessionsEnded, ct) > 0;
    }

    /// <summary>All of an account, but for the one in which this was asked.</summary>
    public async Task EndAllAsync(long accountId, long? exceptId, CancellationToken ct)
    {
        await using var scope = AsSystem(out var db);
        await EndWhereAsync(db, db.Sessions.Where(s => s.AccountId == accountId && s.Id != exceptId), AuditAction.SessionsEnded, ct);
    }

    /// <summary>From now on the session looks with the rights of <paramref name="role"/>; null ends it. Kept in its row and in the audit log, in one save.</summary>
    /// <param name="why">What the administrator wrote; null for an end.</param>
    public async Task ViewAsync(long sessionId, Role? role, string? why, CancellationToken ct)
    {
        await using var scope = AsSystem(out var db);
        var session = await db.Sessions.SingleAsync(s => s.Id == sessionId, ct);
        var seen = role ?? session.ViewsAs;
        if (seen is null)
        {
            return;
        }

        (session.ViewsAs, session.ViewsUntil) = (role, role is null ? null : clock.UtcNow() + ViewLimit);
        db.Audit(new AuditNote(role is null ? AuditAction.ViewEnded : AuditAction.ViewBegun, RecordKind.Account, session.AccountId, Detail: seen.ToString(), Text: why));
        await db.SaveChangesAsync(ct);
        cache.Remove(Key(session.TokenHash));
    }

    private static string Key(string hash) => "session:" + hash;

    private async Task<int> EndWhereAsync(TalentHubDb db, IQueryable<Session> which, AuditAction? action, CancellationToken ct)
    {
        var rows = await which.Select(s => new { s.TokenHash, s.AccountId }).ToListAsync(ct);
        var ended = await which.ExecuteDeleteAsync(ct);
        rows.ForEach(row => cache.Remove(Key(row.TokenHash)));
        if (action is { } act && rows.Count > 0)
        {
            db.Audit(new AuditNote(act, RecordKind.Account, rows[0].AccountId));
            await db.SaveChangesAsync(ct);
        }

        return ended;
    }

    private async Task<SessionView?> ReadAsync(string hash, DateTime now, CancellationToken ct)
    {
        await using var scope = AsSystem(out var db);
        var row = await (
            from session in db.Sessions.AsNoTracking()
            join account in db.Users.AsNoTracking() on session.AccountId equals account.Id
            where session.TokenHash == hash
            select new
            {
                session.Id, session.AccountId, session.ViewsAs, session.ViewsUntil, session.Stamp, session.LastSeenAt, session.EndsAt, session.IsDemo, HasGiven = session.SecondFactorAt != null,
                account.SecurityStamp, account.IsDisabled,
                HasFactor = db.SecondFactors.Any(f => f.AccountId == account.Id),
                MustHave = db.RoleGrants.Any(g => g.PersonId == account.PersonId && WithSecondFactor.Contains(g.Role)),
            }).SingleOrDefaultAsync(ct);
        if (row is null || row.IsDisabled || row.Stamp != (row.SecurityStamp ?? string.Empty) || now >= row.EndsAt || now - row.LastSeenAt >= IdleLimit)
        {
            return null;
        }

        if (now - row.LastSeenAt >= SeenStep)
        {
            await db.Sessions.Where(s => s.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct);
        }

        var stage = row.IsDemo || row.HasGiven ? SessionStage.Full
            : row.HasFactor ? SessionStage.NeedsCode
            : row.MustHave ? SessionStage.NeedsFactor
            : SessionStage.Full;
        return new SessionView(row.Id, row.AccountId, stage, row.IsDemo, row.ViewsAs, row.ViewsUntil);
    }

    private AsyncServiceScope AsSystem(out TalentHubDb db)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        return scope;
    }

    private sealed record Known(SessionView View, DateTime ReadAt);
}
