using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Offers;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Access;
using TalentHub.Services.Documents;
using TalentHub.Services.Offers;
using TalentHub.Services.Screening;

namespace TalentHub.Services.Recruiting;

/// <summary>What a candidate sees of one application.</summary>
public sealed record StatusView(
    long ApplicationId, Bilingual Title, string PersonName, CandidateStage Stage, DateTime AppliedAt, DateTime Since, bool CanWithdraw, IReadOnlyList<StatusFile> Files);

/// <summary>A file that they sent.</summary>
public sealed record StatusFile(string Name, FileKind Kind, DateTime At, ReadState ReadState, string? Problem);

/// <summary>Reads and serves the candidate's own page. Who holds the link is the candidate: rows are read as the system, always for that one application.</summary>
public sealed class CandidateStatus(
    TalentHubDb db, ApplicationFactsLoader facts, Uploads uploads, ReadingDesk desk, SignedLinks links, StatusMail mail, OfferMail offers, TimeProvider clock) : IService
{
    /// <summary>More files than anyone needs; each can be ten megabytes.</summary>
    public const int MostFiles = 10;

    public async Task<StatusView?> ViewAsync(SignedLink link, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == link.SubjectId, ct);
        if (application is null)
        {
            return null;
        }

        var known = await facts.LoadAsync(application, ct);
        var name = await db.People.AsNoTracking().Where(p => p.Id == link.PersonId).Select(p => p.Name).SingleAsync(ct);
        var files = await db.Files.AsNoTracking().Where(f => f.PersonId == link.PersonId).OrderBy(f => f.UploadedAt)
            .Select(f => new StatusFile(f.FileName, f.Kind, f.UploadedAt, f.ReadState, f.Problem)).ToListAsync(ct);
        var can = application.Can(ApplicationTrigger.Withdraw, known, Actor.Candidate(link.PersonId));
        return new StatusView(
            application.Id, await TitleOfAsync(application, ct), name.Display, application.ForCandidate(known.OfferIsOut, clock.UtcNow()), application.AppliedAt,
            application.StateSince, can.IsPossible, files);
    }

    /// <exception cref="DomainException">Not a file that we take, or too many.</exception>
    public async Task AddFileAsync(SignedLink link, Stream content, string? name, FileKind kind, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var count = await db.Files.CountAsync(f => f.PersonId == link.PersonId, ct);
        Require.That(count < MostFiles, new Sentence("You have sent {maximum} files already. That is enough for us.", ("maximum", MostFiles)), FileType.Field);
        var file = await uploads.TakeAsync(content, name, kind, link.PersonId, ct);
        await db.SaveChangesAsync(ct);
        desk.Ask(file.Id);
    }

    public async Task WithdrawAsync(SignedLink link, string? reason, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var application = await db.Applications.SingleAsync(a => a.Id == link.SubjectId, ct);
        application.Withdraw(await facts.LoadAsync(application, ct), Actor.Candidate(link.PersonId), clock.UtcNow(), reason);
        var person = await db.People.SingleAsync(p => p.Id == application.PersonId, ct);
        await mail.WithdrawnAsync(application, person, await TitleOfAsync(application, ct), ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A new link for one application, by mail to the address on record.</summary>
    public async Task SendLinkAsync(long applicationId, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        if (await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == applicationId, ct) is { } application)
        {
            await SendAsync(application, ct);
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>The link to an offer that is open, once more by mail to the address on record; the one before opens nothing any more. False where no offer is open.</summary>
    public async Task<bool> SendOfferLinkAsync(SignedLink link, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var offer = await db.Offers.Include(o => o.Versions).AsSplitQuery().OrderByDescending(o => o.Id)
            .FirstOrDefaultAsync(o => o.ApplicationId == link.SubjectId && o.PersonId == link.PersonId && OfferFlow.AwaitingCandidate.Contains(o.State), ct);
        if (offer is null || offer.ExpiresAt <= clock.UtcNow())
        {
            return false;
        }

        await links.RevokeAllAsync(LinkPurpose.OfferAnswer, offer.Id, ct);
        var token = links.Create(LinkPurpose.OfferAnswer, offer.Id, offer.PersonId, offer.ExpiresAt);
        await offers.ToCandidateAsync("offer-extended", offer, token, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>New links for whatever runs under an address. Whether there is anything is told to nobody but the mailbox.</summary>
    public async Task SendLinksAsync(string email, CancellationToken ct)
    {
        var key = EmailAddress.Normalise(email);
        using var reading = db.ReadingAsSystem();
        var running = await (
            from a in db.Applications.AsNoTracking()
            join p in db.People.AsNoTracking() on a.PersonId equals p.Id
            where p.EmailKey == key && p.MergedIntoId == null
            orderby a.Id descending
            select a).Take(MostFiles).ToListAsync(ct);
        foreach (var application in running.Where(a => a.IsActive))
        {
            await SendAsync(application, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task SendAsync(JobApplication application, CancellationToken ct)
    {
        var person = await db.People.SingleAsync(p => p.Id == application.PersonId, ct);
        var token = links.Create(LinkPurpose.CandidateStatus, application.Id, person.Id);
        await mail.LinkAgainAsync(application, person, await TitleOfAsync(application, ct), token, ct);
    }

    /// <summary>As the posting called the job; the request's title for one that staff entered.</summary>
    private async Task<Bilingual> TitleOfAsync(JobApplication application, CancellationToken ct) =>
        await db.Postings.AsNoTracking().Where(p => p.Id == application.PostingId).Select(p => p.Title).SingleOrDefaultAsync(ct)
        ?? await db.Requisitions.AsNoTracking().Where(r => r.Id == application.RequisitionId).Select(r => r.Title).SingleAsync(ct);
}
