using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Onboarding;
using TalentHub.Services.Access;

namespace TalentHub.Services.Onboarding;

/// <summary>A new employee is invited to an account, once; somebody who had one before keeps it.</summary>
public sealed class WelcomeAccount(TalentHubDb db, IEnumerable<IInvitePeople> invitations) : IService
{
    public async Task InviteAsync(OnboardingPlan plan, Actor by, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var email = await db.People.Where(p => p.Id == plan.PersonId).Select(p => p.Email).SingleAsync(ct);

        // Without an address, or with one that another account uses, an administrator invites by hand; day one does not wait for it.
        var key = email?.ToUpperInvariant();
        if (key is null || await db.Users.AnyAsync(a => a.PersonId == plan.PersonId || a.NormalizedUserName == key, ct))
        {
            return;
        }

        foreach (var invitation in invitations)
        {
            await invitation.InviteAsync(plan.PersonId, by, ct);
        }
    }
}
