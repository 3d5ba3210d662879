using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;

namespace TalentHub.Services.Access;

/// <summary>A link that exists, and why it does not open if so.</summary>
public sealed record FoundLink(SignedLink Link, LinkProblem? Problem)
{
    public bool Opens => Problem is null;
}

/// <summary>Makes and finds the links that open one thing for one person without an account.</summary>
public sealed class SignedLinks(TalentHubDb db, CurrentActor actor, TimeProvider clock) : IService
{
    /// <summary>How long a link opens unless the caller says otherwise.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>Adds a link to the context and hands out its token, this once; the caller's save writes the row.</summary>
    public string Create(LinkPurpose purpose, long subjectId, long personId, DateTime? expiresAt = null)
    {
        var now = clock.UtcNow();
        db.SignedLinks.Add(SignedLink.Create(purpose, subjectId, personId, now, expiresAt ?? now + Life, out var token));
        return token;
    }

    /// <summary>As <see cref="Create(LinkPurpose, long, long, DateTime?)"/>, with a token that this program made before, so that a form sent twice leads to one link.</summary>
    public void CreateWith(string token, LinkPurpose purpose, long subjectId, long personId)
    {
        var now = clock.UtcNow();
        db.SignedLinks.Add(SignedLink.CreateWith(token, purpose, subjectId, personId, now, now + Life));
    }

    /// <summary>The link behind a token, also when it no longer opens; null when there never was one for this purpose.</summary>
    public async Task<FoundLink?> FindAsync(string? token, LinkPurpose purpose, CancellationToken ct)
    {
        if (!SignedLink.IsToken(token))
        {
            return null;
        }

        var hash = SignedLink.HashOf(token!);
        using var reading = db.ReadingAsSystem();
        var link = await db.SignedLinks.SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == purpose, ct);
        if (link is null)
        {
            return null;
        }

        var found = new FoundLink(link, link.ProblemAt(clock.UtcNow()));
        if (found.Opens)
        {
            actor.CameBy(link);
        }

        return found;
    }

    /// <summary>Takes back all links to a subject; the caller's save writes it.</summary>
    public async Task RevokeAllAsync(LinkPurpose purpose, long subjectId, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        foreach (var link in await db.SignedLinks.Where(l => l.Purpose == purpose && l.SubjectId == subjectId && l.RevokedAt == null).ToListAsync(ct))
        {
            link.Revoke(clock.UtcNow());
        }
    }
}
