using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Services.Documents;

namespace TalentHub.Services.Recruiting;

/// <summary>An employee applies within the house: the same person, the same record, one more application on it.</summary>
public sealed class ApplyAsColleague(TalentHubDb db, Uploads uploads, ReadingDesk desk, StatusMail mail, Access.SignedLinks links, TimeProvider clock) : IService
{
    /// <exception cref="DomainException">The posting is not live, an answer is missing, they have applied already, the file is not one that we take.</exception>
    public async Task<JobApplication> SendAsync(
        long postingId, Actor me, string? letter, IReadOnlyDictionary<string, string?> typed, Stream? content, string? fileName, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var posting = await db.Postings.SingleOrDefaultAsync(p => p.Id == postingId, ct);
        Require.That(posting is { State: PostingState.Live }, Apply.Closed);
        var (answers, refused) = Apply.Answers(posting!, typed);
        if (refused.Count > 0)
        {
            throw refused[0];
        }

        Require.That(
            !await db.Applications.AnyAsync(a => a.PersonId == me.PersonId && a.RequisitionId == posting!.RequisitionId && a.EndedAt == null, ct),
            "You have applied for this job already.");
        var file = content is null ? null : await uploads.TakeAsync(content, fileName, FileKind.Resume, me.PersonId, ct);
        var application = await db.InTransactionAsync(() => WriteAsync(posting!, me, letter, answers, file, ct), ct);
        if (file is not null)
        {
            desk.Ask(file.Id);
        }

        return application;
    }

    private async Task<JobApplication> WriteAsync(Posting posting, Actor me, string? letter, List<GivenAnswer> answers, StoredFile? file, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var application = new JobApplication(
            me, clock.UtcNow(), me.PersonId, posting.RequisitionId, Source.Internal, null, posting.Id, file?.Id, answers, letter);
        db.Applications.Add(application);
        await db.SaveChangesAsync(ct);

        var person = await db.People.SingleAsync(p => p.Id == me.PersonId, ct);
        var token = links.Create(LinkPurpose.CandidateStatus, application.Id, person.Id);
        await mail.ReceivedAsync(application, person, posting.Title, token, ct);
        await db.SaveChangesAsync(ct);
        return application;
    }
}
