using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Services.Documents;

namespace TalentHub.Services.Offers;

/// <summary>The letter of an offer as it stands, made when it is asked for: its versions never change, so neither does the letter.</summary>
public sealed class OfferLetters(TalentHubDb db, TimeProvider clock) : IService
{
    public async Task<byte[]> WriteAsync(Offer offer, OfferVersion version, CancellationToken ct)
    {
        Require.That(OfferLetter.CanWrite, "The letter cannot be made on this installation: its font is missing.");
        using var system = db.ReadingAsSystem();
        var row = await (
            from job in db.Requisitions.AsNoTracking()
            where job.Id == offer.RequisitionId
            join department in db.Departments on job.DepartmentId equals department.Id
            join place in db.Locations on job.LocationId equals place.Id
            join person in db.People on offer.PersonId equals person.Id
            select new { job.Title, Department = department.Name, Place = place.Name, person.Name }).SingleAsync(ct);
        var company = await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Name).FirstOrDefaultAsync(ct);
        var accepted = offer.State == OfferState.Accepted && version.Number == offer.ApprovedVersion;
        return OfferLetter.Write(new OfferLetterData(
            offer.Number, company ?? new Bilingual("TalentHub", "TalentHub"), row.Name.CalledIn(version.Language), row.Title, row.Department, row.Place,
            Clock.DayIn(offer.ExtendedAt ?? clock.UtcNow(), version.Zone), version,
            accepted ? offer.SignedName ?? row.Name.CalledIn(version.Language) : null,
            accepted && offer.AnsweredAt is { } at ? Clock.DayIn(at, version.Zone) : null));
    }
}
