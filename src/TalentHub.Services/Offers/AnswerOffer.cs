using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Services.Access;

namespace TalentHub.Services.Offers;

/// <summary>What a candidate sees who opened a link to an offer.</summary>
public sealed record OpenedOffer(Offer Offer, OfferFacts Facts, Actor Candidate, string Name, Bilingual Company, Bilingual JobTitle, Bilingual Department, Bilingual Place, PersonName Person);

/// <summary>The candidate's side of an offer. The link is the right, so it reads as the system, and acts as the candidate whom the link names.</summary>
public sealed class AnswerOffer(TalentHubDb db, SignedLinks links, OfferFactsLoader facts, OfferDesk desk, TimeProvider clock) : IService
{
    /// <summary>The offer behind a link that opens; null when the link or the offer no longer does.</summary>
    public async Task<OpenedOffer?> OpenAsync(string? token, CancellationToken ct)
    {
        if (await links.FindAsync(token, LinkPurpose.OfferAnswer, ct) is not { Opens: true, Link: var link })
        {
            return null;
        }

        using var system = db.ReadingAsSystem();
        var offer = await desk.FindAsync(link.SubjectId, ct);
        if (offer is null || offer.PersonId != link.PersonId || !IsOut(offer))
        {
            return null;
        }

        var row = await (
            from job in db.Requisitions.AsNoTracking()
            where job.Id == offer.RequisitionId
            join department in db.Departments on job.DepartmentId equals department.Id
            join place in db.Locations on job.LocationId equals place.Id
            join person in db.People on offer.PersonId equals person.Id
            select new { job.Title, Department = department.Name, Place = place.Name, person.Name }).SingleAsync(ct);
        var company = await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Name).FirstOrDefaultAsync(ct) ?? new Bilingual("TalentHub", "TalentHub");
        return new OpenedOffer(
            offer, await facts.LoadAsync(offer, ct), Actor.Candidate(offer.PersonId), row.Name.CalledIn(offer.Current.Language), company, row.Title, row.Department, row.Place, row.Name);
    }

    /// <param name="signsOtherwise">They confirmed that they sign with another name than the letter's.</param>
    /// <exception cref="DomainException">What they typed is not the name in the letter, and they did not say that it is how they sign.</exception>
    public Task AcceptAsync(OpenedOffer opened, string? signedName, bool signsOtherwise, CancellationToken ct)
    {
        Require.That(string.IsNullOrWhiteSpace(signedName) || IsName(signedName) || opened.Person.IsWrittenAs(signedName), "Type your full name.", "SignedName");
        Require.That(
            string.IsNullOrWhiteSpace(signedName) || opened.Person.IsWrittenAs(signedName) || signsOtherwise,
            new Sentence("The letter is made out to {name}. Type this name, or say below that you sign with another one.", ("name", opened.Name)), "SignedName");
        return SaveAsync(opened, (offer, known, at) => offer.Accept(opened.Candidate, at, known, signedName), ct);
    }

    /// <summary>One letter is nobody's name.</summary>
    public static bool IsName(string? typed) => typed?.Count(char.IsLetter) > 1;

    public Task DeclineAsync(OpenedOffer opened, string? reason, CancellationToken ct) =>
        SaveAsync(opened, (offer, known, at) => offer.Decline(opened.Candidate, at, known, reason), ct);

    public Task AskAsync(OpenedOffer opened, string? question, CancellationToken ct) =>
        SaveAsync(opened, (offer, known, at) => offer.Ask(opened.Candidate, at, known, question), ct);

    private static bool IsOut(Offer offer) => OfferFlow.AwaitingCandidate.Contains(offer.State) || offer.State == OfferState.Accepted;

    /// <summary>Reads the offer and its facts again inside the transaction, so that what decides is what stands there when it is written.</summary>
    private Task SaveAsync(OpenedOffer opened, Action<Offer, OfferFacts, DateTime> answer, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            using var system = db.ReadingAsSystem();
            db.ChangeTracker.Clear();
            var offer = await desk.FindAsync(opened.Offer.Id, ct) ?? throw new DomainException("This offer is not open any more.");
            answer(offer, await facts.LoadAsync(offer, ct), clock.UtcNow());
            await db.SaveChangesAsync(ct);
        },
        ct);
}
