using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Onboarding;
using TalentHub.Services.Access;
using TalentHub.Services.Notifications;

namespace TalentHub.Services.Onboarding;

/// <summary>Writes to the hire before day one. The link opens their page, so it is a secret of the mail.</summary>
public sealed class PreboardingMail(TalentHubDb db, SignedLinks links, Mailer mailer, PublicAddress address) : IService
{
    /// <summary>A link that opens until a month after the start.</summary>
    public async Task WelcomeAsync(OnboardingPlan plan, string? language, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var person = await db.People.AsNoTracking().Where(p => p.Id == plan.PersonId).Select(p => new { p.Name, p.Email, p.Language }).SingleAsync(ct);
        if (person.Email is null)
        {
            return;
        }

        var speaks = language ?? person.Language;
        var company = await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Name).FirstOrDefaultAsync(ct);
        var token = links.Create(LinkPurpose.Preboarding, plan.Id, plan.PersonId, plan.StartsOn.AddDays(30).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        mailer.Queue(new MailOrder("preboarding-welcome", person.Email, speaks, plan.PersonId, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["candidateName"] = person.Name.CalledIn(speaks),
            ["companyName"] = company?.In(speaks) ?? "TalentHub",
            ["startDate"] = MailDays.Day(plan.StartsOn, speaks),
            ["preboardingLink"] = address.Of($"/w/{token}?lang={speaks}"),
        })
        {
            Machine = OnboardingFlow.Table.Name,
            SubjectId = plan.Id,
            Secrets = ["preboardingLink"],
        });
    }
}
