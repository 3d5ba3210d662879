using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Screening;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;
using static TalentHub.Domain.Screening.ApplicationTrigger;

namespace TalentHub.Web.Pages.Screening.Applications;

/// <summary>The review: résumé and answers, must-haves with their passages, state, moves, notes and timeline on one screen.</summary>
public sealed class DetailsModel(TalentHubDb db, ApplicationFactsLoader loader, TimeProvider clock) : ApplicationPage(db, loader, clock), IShowsRecords
{
    /// <summary>More of a timeline than anybody reads at once; the person's page has the rest.</summary>
    private const int TimelineLength = 40;

    /// <summary>Asked once whether the viewer sees this job's candidates (the page does, before it shows anything); all that is read after it hangs on that job or person.</summary>
    private static readonly CompiledQuery<Func<TalentHubDb, long, CancellationToken, Task<Row?>>> RowOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long id, CancellationToken ct) => (
        from a in db.Applications.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking()
        where a.Id == id
        join p in db.People on a.PersonId equals p.Id
        join j in db.JobScopes on a.RequisitionId equals j.Id
        join f in db.Files on a.ResumeFileId equals f.Id into files
        from file in files.DefaultIfEmpty()
        select new Row(
            a, new PersonName(p.Name.Given, p.Name.Family, p.Name.Latin), p.CurrentTitle, p.CurrentEmployer, p.Email, p.Phone, p.ProfileLink, new Bilingual(j.TitleEn, j.TitleZh), j.HiringManagerId, j.RecruiterId, j.IsConfidential,
            file == null ? null : new ResumeRow(file.Id, file.FileName, file.ReadState, file.Text, file.Problem),
            db.Applications.IgnoreQueryFilters(TalentHubDb.Sight).Any(o => o.PersonId == a.PersonId && o.Id != a.Id),
            db.DuplicatePairs.Any(d => (d.FirstId == a.PersonId || d.SecondId == a.PersonId) && d.State != DuplicateState.NotSame),
            db.Applications.IgnoreQueryFilters(TalentHubDb.Sight)
                .Where(n => n.RequisitionId == a.RequisitionId && n.State == a.State && (n.StateSince > a.StateSince || (n.StateSince == a.StateSince && n.Id > a.Id)))
                .OrderBy(n => n.StateSince).ThenBy(n => n.Id).Select(n => (long?)n.Id).FirstOrDefault(),
            db.Applications.IgnoreQueryFilters(TalentHubDb.Sight)
                .Where(n => n.RequisitionId == a.RequisitionId && n.State == a.State && (n.StateSince < a.StateSince || (n.StateSince == a.StateSince && n.Id < a.Id)))
                .OrderByDescending(n => n.StateSince).ThenByDescending(n => n.Id).Select(n => (long?)n.Id).FirstOrDefault())).FirstOrDefault()));

    private static readonly CompiledQuery<Func<TalentHubDb, long, long, IAsyncEnumerable<MarkedRow>>> CriteriaOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long job, long application) =>
        from c in db.Criteria.AsNoTracking()
        where c.RequisitionId == job
        join m in db.Set<CriterionMark>().Where(m => EF.Property<long>(m, "ApplicationId") == application) on c.Id equals m.CriterionId into marks
        from mark in marks.DefaultIfEmpty()
        orderby c.Order
        select new MarkedRow(c.Id, new Bilingual(c.Text.En, c.Text.Zh), mark == null ? (MarkValue?)null : mark.Value, mark == null ? null : mark.Passage)));

    private static readonly CompiledQuery<Func<TalentHubDb, long, long, IAsyncEnumerable<OtherRow>>> OthersOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long person, long but) => (
        from a in db.Applications.AsNoTracking()
        where a.PersonId == person && a.Id != but
        orderby a.AppliedAt descending
        join j in db.JobScopes on a.RequisitionId equals j.Id
        select new OtherRow(a.Id, new Bilingual(j.TitleEn, j.TitleZh), a.State)).Take(5)));

    public JobApplication Application { get; private set; } = null!;

    public IEnumerable<AuditNote> Revealed => [new(AuditAction.ReadResume, RecordKind.Application, Id, Application.PersonId)];

    public ResumeRow? Resume { get; private set; }

    public IReadOnlyList<CriterionRow> Criteria { get; private set; } = [];

    public IReadOnlyList<TimelineRow> Timeline { get; private set; } = [];

    public IReadOnlyList<DuplicateRow> Duplicates { get; private set; } = [];

    public IReadOnlyList<OtherRow> Others { get; private set; } = [];

    public long? Next { get; private set; }

    public long? Previous { get; private set; }

    public MovesView Moves { get; private set; } = null!;

    public string? Contact { get; private set; }

    /// <summary>The work that the candidate points to.</summary>
    public string? ProfileLink { get; private set; }

    public bool MayMark { get; private set; }

    public bool MayResolve => Me.May(Capability.ResolveDuplicates);

    public bool MayNote => Me.May(Capability.WriteNotes);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var row = await RowOf.For(Db)(Db, Id, ct) ?? throw new NotFoundException();
        if (!Db.SeesCandidatesOf(row.HiringManagerId, row.RecruiterId, row.IsConfidential))
        {
            throw new NotFoundException();
        }

        Application = row.Application;
        Head = new ApplicationHead(
            Id, Application.Version, Application.PersonId, row.Name, row.CurrentTitle, row.CurrentEmployer, Application.RequisitionId, row.Title, Application.State,
            Application.StateSince, Application.Hold is not null);
        Resume = row.File;
        Next = row.Next;
        Previous = row.Previous;
        Contact = string.Join(" · ", new[] { row.Email, row.Phone }.Where(c => c is not null));
        ProfileLink = row.ProfileLink;
        Criteria = await CriteriaAsync(ct);
        Timeline = [.. (await Db.TimelineOfJobAsync(Application.PersonId, Application.RequisitionId, TimelineLength, ct)).Select(e => e.Drawn(T)).Select(r => r.Href == Links.Application(Id) ? r with { Href = null } : r)];
        Duplicates = row.HasPair ? await Db.DuplicatesAsync([Application.PersonId], ct) : [];
        Others = row.HasOthers ? await OthersAsync(ct) : [];
        var facts = await Facts.LoadAsync(Application, ct);
        Moves = ApplicationMoves.For(Application, facts, Me, T);
        MayMark = Application.IsActive && Me.May(Capability.ScreenApplications) && Application.Can(PutOnHold, facts, Me).Answer != Answer.NotHeld;
        Shows(Application.Version);
    }

    public Task<IActionResult> OnPostMarkAsync(long criterion, MarkValue value, string? passage, CancellationToken ct) => MoveAsync(
        async application =>
        {
            if (!await Db.Criteria.AnyAsync(c => c.Id == criterion && c.RequisitionId == application.RequisitionId, ct))
            {
                throw new NotFoundException();
            }

            await Db.Entry(application).Collection(a => a.Marks).LoadAsync(ct);
            application.Mark(await Facts.LoadAsync(application, ct), Me, Now, criterion, value, passage);
            return application.Id;
        },
        "Marked.", ct, $"{Links.Application(Id)}#criteria");

    public Task<IActionResult> OnPostStartReviewAsync(CancellationToken ct) => MoveAsync((a, f) => a.StartReview(f, Me, Now), "The review has begun.", ct);

    public Task<IActionResult> OnPostShortlistAsync(string? reason, CancellationToken ct) => MoveAsync((a, f) => a.Shortlist(f, Me, Now, reason), "Shortlisted.", ct);

    public Task<IActionResult> OnPostToInterviewAsync(string? reason, CancellationToken ct) => MoveAsync((a, f) => a.ToInterview(f, Me, Now, reason), "Moved to the interviews.", ct);

    public Task<IActionResult> OnPostToDecisionAsync(CancellationToken ct) => MoveAsync((a, f) => a.ToDecision(f, Me, Now), "Moved to the decision.", ct);

    public Task<IActionResult> OnPostMoreSignalAsync(string? reason, CancellationToken ct) => MoveAsync((a, f) => a.MoreSignal(f, Me, Now, reason), "Back to the interviews.", ct);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken ct) => MoveAsync((a, f) => a.Resume(f, Me, Now), "It goes on.", ct);

    public async Task<IActionResult> OnPostNoteAsync(EntryAudience audience, string? text, CancellationToken ct)
    {
        var application = await Db.Applications.AsNoTracking().Where(a => a.Id == Id).Select(a => new { a.PersonId, a.RequisitionId }).FirstOrNotFoundAsync(ct);
        Db.Notes.Add(new Note(Me, Now, application.PersonId, application.RequisitionId, Id, audience, text));
        await Db.SaveChangesAsync(ct);
        return Done("The note is kept.", Links.Application(Id));
    }

    private async Task<IReadOnlyList<CriterionRow>> CriteriaAsync(CancellationToken ct)
    {
        var rows = await CriteriaOf.For(Db)(Db, Application.RequisitionId, Id).ToListAsync(ct);
        return [.. rows.Select(r => new CriterionRow(r.Id, T.Of(r.Text), r.Value, r.Passage, Resume?.Text is { } text && r.Passage is { } p && text.Contains(p, StringComparison.Ordinal)))];
    }

    private async Task<IReadOnlyList<OtherRow>> OthersAsync(CancellationToken ct) => await OthersOf.For(Db)(Db, Application.PersonId, Id).ToListAsync(ct);

    private sealed record MarkedRow(long Id, Bilingual Text, MarkValue? Value, string? Passage);

    private sealed record Row(
        JobApplication Application, PersonName Name, string? CurrentTitle, string? CurrentEmployer, string? Email, string? Phone, string? ProfileLink, Bilingual Title, long HiringManagerId, long? RecruiterId,
        bool IsConfidential, ResumeRow? File, bool HasOthers, bool HasPair, long? Next, long? Previous);

    public sealed record ResumeRow(long FileId, string FileName, ReadState ReadState, string? Text, string? Problem);

    /// <param name="Found">The passage stands in the résumé as it is.</param>
    public sealed record CriterionRow(long Id, string Text, MarkValue? Value, string? Passage, bool Found);

    public sealed record OtherRow(long Id, Bilingual Job, ApplicationState State);
}
