using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.People;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Services.Access;
using TalentHub.Services.Documents;

namespace TalentHub.Services.Recruiting;

/// <summary>What a stranger typed on the application page, its shape checked by the page.</summary>
public sealed record ApplyForm(long PostingId, PersonName Name, string Email, long NoticeVersionId, string Language)
{
    public string? Phone { get; init; }

    public string? Title { get; init; }

    public string? Employer { get; init; }

    public string? Place { get; init; }

    public string? ProfileLink { get; init; }

    public string? Letter { get; init; }

    /// <summary>Typed answers by the question's code.</summary>
    public IReadOnlyDictionary<string, string?> Answers { get; init; } = new Dictionary<string, string?>();

    /// <summary>The code in the address that they came by.</summary>
    public string? SourceCode { get; init; }

    /// <summary>They may be written to about later openings.</summary>
    public bool TalentPool { get; init; }

    /// <summary>Claims a file that was uploaded before.</summary>
    public string? UploadToken { get; init; }

    /// <summary>A file that comes along with the form.</summary>
    public Stream? File { get; init; }

    public string? FileName { get; init; }

    /// <summary>Opens their status page. Made when the form was shown, so that a form sent twice leads to one page.</summary>
    public required string StatusToken { get; init; }
}

/// <summary>
/// Takes an application from the public page: person, file, answers, consent, status link and mail in one transaction. It always makes a new person record: what
/// a stranger types never touches somebody's data; when the person is known already, screening says so and staff decide.
/// </summary>
public sealed class Apply(
    TalentHubDb db, FileStore store, Uploads uploads, ReadingDesk desk, SignedLinks links, PostingFactsLoader facts, StatusMail mail, TimeProvider clock) : IService
{
    public const string Closed = "This job takes no more applications.";

    /// <summary>All answers, or all that is wrong with them, each at its field.</summary>
    public static (List<GivenAnswer> Given, List<DomainException> Refused) Answers(Posting posting, IReadOnlyDictionary<string, string?> typed)
    {
        var given = new List<GivenAnswer>();
        var refused = new List<DomainException>();
        foreach (var question in posting.Questions)
        {
            try
            {
                if (question.Answer(typed.GetValueOrDefault(question.Code), FieldOf(question)) is { } answer)
                {
                    given.Add(answer);
                }
            }
            catch (DomainException refusal)
            {
                refused.Add(refusal);
            }
        }

        return (given, refused);
    }

    public static string FieldOf(PostingQuestion question) => $"Answers[{question.Code}]";

    /// <exception cref="DomainException">The posting is not live, an answer is missing, the file is not one that we take.</exception>
    public async Task<JobApplication> SendAsync(ApplyForm form, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var posting = await db.Postings.SingleOrDefaultAsync(p => p.Id == form.PostingId, ct);
        Require.That(posting is { State: PostingState.Live, Kind: PostingKind.External } && posting.ClosesOn >= (await facts.LoadAsync(posting, ct)).Today, Closed);
        var (answers, refused) = Answers(posting!, form.Answers);
        if (refused.Count > 0)
        {
            throw refused[0];
        }

        // First the bytes, then the row: a crash in between leaves bytes that the sweep removes.
        var bytes = form.File is null ? null : await store.TakeAsync(form.File, ct);
        var (application, file) = await db.InTransactionAsync(() => WriteAsync(form, posting!, answers, bytes, ct), ct);
        if (file is { ReadState: ReadState.Waiting })
        {
            desk.Ask(file.Id);
        }

        return application;
    }

    private async Task<(JobApplication Application, StoredFile? File)> WriteAsync(
        ApplyForm form, Posting posting, List<GivenAnswer> answers, StoredBytes? bytes, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var person = new Person(form.Name, form.Email, form.Phone, form.Language, now);
        person.Describe(form.Title, form.Employer, form.Place, form.ProfileLink);
        db.People.Add(person);
        await db.SaveChangesAsync(ct);

        var file = bytes is null ? await uploads.UnsentAsync(form.UploadToken, ct) : Row(bytes, form.FileName, person.Id, now);
        file?.GiveTo(person.Id);
        await db.SaveChangesAsync(ct);

        var (source, detail) = await SourceOfAsync(form.SourceCode, posting.RequisitionId, ct);
        var application = new JobApplication(
            Actor.Candidate(person.Id), now, person.Id, posting.RequisitionId, source, detail, posting.Id, file?.Id, answers, form.Letter, form.NoticeVersionId, now);
        db.Applications.Add(application);
        await db.SaveChangesAsync(ct);

        db.Consents.Add(new Consent(person.Id, Purpose.Application, LegalBasis.Consent, form.NoticeVersionId, form.Language, application.Id, now));
        if (form.TalentPool)
        {
            db.Consents.Add(new Consent(person.Id, Purpose.TalentPool, LegalBasis.Consent, form.NoticeVersionId, form.Language, application.Id, now));
        }

        links.CreateWith(form.StatusToken, LinkPurpose.CandidateStatus, application.Id, person.Id);
        await mail.ReceivedAsync(application, person, posting.Title, form.StatusToken, ct);
        await db.SaveChangesAsync(ct);
        return (application, file);
    }

    private StoredFile Row(StoredBytes bytes, string? name, long personId, DateTime now)
    {
        var file = new StoredFile(personId, FileKind.Resume, name, bytes.ContentType, bytes.Size, bytes.Sha256, bytes.StorageName, now);
        file.AwaitReading();
        db.Files.Add(file);
        return file;
    }

    private async Task<(Source Source, string? Detail)> SourceOfAsync(string? code, long requisitionId, CancellationToken ct)
    {
        var key = code?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(key) || key.Length > SourceLink.CodeLength)
        {
            return (Source.CareersSite, null);
        }

        var link = await db.SourceLinks.AsNoTracking()
            .Where(l => l.Code == key && (l.RequisitionId == null || l.RequisitionId == requisitionId)).SingleOrDefaultAsync(ct);
        return link is null ? (Source.CareersSite, null) : (link.Source, link.Label);
    }
}
