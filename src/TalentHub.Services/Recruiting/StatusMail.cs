using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Services.Notifications;

namespace TalentHub.Services.Recruiting;

/// <summary>Writes to candidates about their application, in their language. The link in it opens their page, so it is a secret of the mail.</summary>
public sealed class StatusMail(TalentHubDb db, Mailer mailer, PublicAddress address) : IService
{
    /// <summary>We have it, and here is where it stands.</summary>
    public Task ReceivedAsync(JobApplication application, Person person, Bilingual title, string token, CancellationToken ct) =>
        QueueAsync("application-received", application, person, title, token, ct);

    /// <summary>A new link for one that was lost or has expired.</summary>
    public Task LinkAgainAsync(JobApplication application, Person person, Bilingual title, string token, CancellationToken ct) =>
        QueueAsync("status-link-again", application, person, title, token, ct);

    public Task WithdrawnAsync(JobApplication application, Person person, Bilingual title, CancellationToken ct) =>
        QueueAsync("withdraw-confirmation", application, person, title, null, ct);

    private async Task QueueAsync(string template, JobApplication application, Person person, Bilingual title, string? token, CancellationToken ct)
    {
        if (person.Email is null)
        {
            return;
        }

        var company = await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Name).FirstOrDefaultAsync(ct);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["candidateName"] = person.Name.CalledIn(person.Language),
            ["companyName"] = company?.In(person.Language) ?? "TalentHub",
            ["jobTitle"] = title.In(person.Language),
        };
        if (token is not null)
        {
            fields["statusLink"] = address.Of("/c/" + token);
        }

        mailer.Queue(new MailOrder(template, person.Email, person.Language, person.Id, fields)
        {
            Machine = ApplicationFlow.Table.Name,
            SubjectId = application.Id,
            Secrets = token is null ? [] : ["statusLink"],
        });
    }
}
