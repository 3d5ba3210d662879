using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Domain.People;
using TalentHub.Services.Notifications;

namespace TalentHub.Services.Offers;

/// <summary>Writes about offers: to the candidate in the offer's language, to colleagues in theirs. No mail says what the pay is; the page behind the link does.</summary>
public sealed class OfferMail(TalentHubDb db, Mailer mailer, PublicAddress address) : IService
{
    /// <summary>To the candidate. Nothing is written where there is no address.</summary>
    /// <param name="token">Of the signed link, for templates that carry it.</param>
    public async Task ToCandidateAsync(string template, Offer offer, string? token, CancellationToken ct, params (string Name, string? Value)[] more)
    {
        var about = await AboutAsync(offer, ct);
        if (about.Person.Email is not { } to)
        {
            return;
        }

        var language = offer.Current.Language;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["candidateName"] = about.Person.Name.CalledIn(language),
            ["companyName"] = about.Company?.In(language) ?? "TalentHub",
            ["jobTitle"] = about.Title.In(language),
            ["expiresOn"] = MailDays.Day(offer.Current.ExpiresOn, language),
            ["startDate"] = MailDays.Day(offer.Current.StartsOn, language),
        };
        if (token is not null)
        {
            fields["offerLink"] = address.Of($"/o/{token}?lang={language}");
        }

        foreach (var (name, value) in more)
        {
            fields[name] = value ?? string.Empty;
        }

        mailer.Queue(new MailOrder(template, to, language, offer.PersonId, fields)
        {
            Machine = OfferFlow.Table.Name,
            SubjectId = offer.Id,
            Secrets = token is null ? [] : ["offerLink"],
        });
    }

    /// <summary>To those who run the hiring: the recruiter and the hiring manager, or only the recruiter.</summary>
    public async Task ToTeamAsync(string template, Offer offer, bool recruiterOnly, CancellationToken ct, params (string Name, string? Value)[] more)
    {
        var about = await AboutAsync(offer, ct);
        long[] people = recruiterOnly ? [about.RecruiterId ?? offer.AuthorId] : [about.RecruiterId ?? offer.AuthorId, about.HiringManagerId];
        foreach (var person in await db.People.AsNoTracking().Where(p => people.Contains(p.Id) && p.Email != null).ToListAsync(ct))
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["recipientName"] = person.Name.CalledIn(person.Language),
                ["candidateName"] = about.Person.Name.In(person.Language),
                ["jobTitle"] = about.Title.In(person.Language),
                ["startDate"] = MailDays.Day(offer.Current.StartsOn, person.Language),
                ["detailsLink"] = address.Of("/offers/" + offer.Number),
            };
            foreach (var (name, value) in more)
            {
                fields[name] = string.IsNullOrWhiteSpace(value) ? "–" : value;
            }

            mailer.Queue(new MailOrder(template, person.Email!, person.Language, person.Id, fields) { Machine = OfferFlow.Table.Name, SubjectId = offer.Id });
        }
    }

    private async Task<About> AboutAsync(Offer offer, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == offer.PersonId, ct);
        var job = await db.Requisitions.AsNoTracking().Where(r => r.Id == offer.RequisitionId).Select(r => new { r.Title, r.RecruiterId, r.HiringManagerId }).SingleAsync(ct);
        var company = await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Name).FirstOrDefaultAsync(ct);
        return new About(person, job.Title, company, job.RecruiterId, job.HiringManagerId);
    }

    private sealed record About(Person Person, Bilingual Title, Bilingual? Company, long? RecruiterId, long HiringManagerId);
}
