using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.People;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Timeline;
using TalentHub.Services;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening.Candidates;

/// <summary>One person, one record: every application, file and note, and the one timeline, as far as the viewer may see.</summary>
public sealed class DetailsModel(TalentHubDb db, TimeProvider clock) : FormPage, IShowsRecords
{
    private const int TimelineLength = 100;

    private const int MostRows = 50;

    // Numbers first, then what hangs on them, so that each question goes by its index: asked all at once, the database walks every application and every employment.
    private static readonly CompiledQuery<Func<TalentHubDb, long, IAsyncEnumerable<long>>> RecordsOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long id) =>
        db.People.Where(p => p.Id == id || p.MergedIntoId == id).OrderBy(p => p.Id).Select(p => p.Id)));

    private static readonly CompiledQuery<Func<TalentHubDb, long, IAsyncEnumerable<EmploymentRow>>> EmploymentOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long id) =>
        db.Employments.Where(e => e.PersonId == id).OrderByDescending(e => e.StartsOn).ThenByDescending(e => e.Id).Select(e => new EmploymentRow(e.Title, e.State, e.StartsOn)).Take(1)));

    private static readonly CompiledQuery<Func<TalentHubDb, long, long[], CancellationToken, Task<PersonRow?>>> RowOf = new(() => EF.CompileAsyncQuery(
        (TalentHubDb db, long id, long[] people, CancellationToken ct) => db.People.AsNoTracking().Where(p => p.Id == id && db.Applications.Any(a => people.Contains(a.PersonId)))
            .Select(p => new PersonRow(
                new PersonName(p.Name.Given, p.Name.Family, p.Name.Latin), p.Email, p.Phone, p.Language, p.Zone, p.CurrentTitle, p.CurrentEmployer, p.Place, p.ProfileLink, p.MergedIntoId, p.Version, null)).FirstOrDefault()));

    private static readonly CompiledQuery<Func<TalentHubDb, long[], IAsyncEnumerable<ApplicationRow>>> ApplicationsOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long[] people) => (
        from a in db.Applications.AsNoTracking()
        where people.Contains(a.PersonId)
        orderby a.AppliedAt descending, a.Id descending
        join j in db.JobScopes on a.RequisitionId equals j.Id
        select new ApplicationRow(a.Id, j.Id, new Bilingual(j.TitleEn, j.TitleZh), a.State, a.StateSince, a.AppliedAt, a.Source, a.Hold != null)).Take(MostRows)));

    private static readonly CompiledQuery<Func<TalentHubDb, long[], IAsyncEnumerable<FileRow>>> FilesOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long[] people) =>
        db.Files.AsNoTracking().Where(f => f.PersonId != null && people.Contains(f.PersonId.Value)).OrderByDescending(f => f.Id)
            .Select(f => new FileRow(f.Id, f.FileName, f.Kind, f.Size, f.UploadedAt)).Take(MostRows)));

    [FromRoute]
    public long Id { get; set; }

    public IEnumerable<AuditNote> Revealed => [new(AuditAction.ReadPerson, RecordKind.Person, Id, Id)];

    public DateTime Now { get; } = clock.UtcNow();

    public PersonRow Person { get; private set; } = null!;

    public IReadOnlyList<ApplicationRow> Applications { get; private set; } = [];

    public IReadOnlyList<FileRow> Files { get; private set; } = [];

    public IReadOnlyList<TimelineRow> Timeline { get; private set; } = [];

    public IReadOnlyList<DuplicateRow> Duplicates { get; private set; } = [];

    [BindProperty]
    public SpellingModel Input { get; set; } = new();

    /// <summary>Whoever enters candidates records how they spell their names.</summary>
    public bool MaySpell => Me.May(Capability.AddCandidates) && Person.Name.IsChinese;

    public bool MayNote => Me.May(Capability.WriteNotes);

    public bool MayHandlePrivacy => Me.May(Capability.HandlePrivacy);

    public bool MayResolve => Me.May(Capability.ResolveDuplicates);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input.LatinName = Person.Name.Latin;
        return Person.MergedIntoId is { } into ? Redirect(Links.Person(into)) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        var people = await RecordsOf.For(db)(db, Id).ToArrayAsync(ct);

        // A person is reached through an application that the viewer sees: without one, there is nobody here.
        Person = await RowOf.For(db)(db, Id, people, ct) ?? throw new NotFoundException();
        Person = Person with { Employment = await EmploymentOf.For(db)(db, Id).FirstOrDefaultAsync(ct) };
        Shows(Person.Version);
        Applications = await ApplicationsOf.For(db)(db, people).ToListAsync(ct);
        Files = await FilesOf.For(db)(db, people).ToListAsync(ct);
        Timeline = [.. (await db.TimelineOfPeopleAsync(people, TimelineLength, ct)).Select(e => e.Drawn(T))];
        Duplicates = [.. (await db.DuplicatesAsync(people, ct)).Where(d => !people.Contains(d.OtherId) || d.State == DuplicateState.Merged)];
    }

    public async Task<IActionResult> OnPostNoteAsync(EntryAudience audience, string? text, CancellationToken ct)
    {
        if (!await db.Applications.AnyAsync(a => a.PersonId == Id, ct))
        {
            return NotFound();
        }

        // Without all candidates in sight, a note hangs on the job that the viewer sees; else it would be lost to its writer.
        var job = Me.May(Capability.SeeAllCandidates)
            ? null
            : await db.Applications.Where(a => a.PersonId == Id).OrderByDescending(a => a.Id).Select(a => (long?)a.RequisitionId).FirstAsync(ct);
        db.Notes.Add(new Note(Me, clock.UtcNow(), Id, job, null, audience, text));
        await db.SaveChangesAsync(ct);
        return Done("The note is kept.", Links.Person(Id));
    }

    public async Task<IActionResult> OnPostSpellingAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var person = await db.People.SingleOrNotFoundAsync(p => p.Id == Id, ct);
        db.Expect(person, Version);
        person.Spell(Input.LatinName);
        await db.SaveChangesAsync(ct);
        return Done("Saved.", Links.Person(Id));
    }

    public sealed class SpellingModel
    {
        public string? LatinName { get; set; }
    }

    public sealed class Rules : AbstractValidator<SpellingModel>
    {
        public Rules(Text t) => RuleFor(i => i.LatinName).SpellsName(t);
    }

    public sealed record PersonRow(
        PersonName Name, string? Email, string? Phone, string Language, string? Zone, string? Title, string? Employer, string? Place, string? ProfileLink, long? MergedIntoId,
        Guid Version, EmploymentRow? Employment);

    public sealed record EmploymentRow(string Title, EmploymentState State, DateOnly StartsOn);

    public sealed record ApplicationRow(
        long Id, long JobId, Bilingual Job, ApplicationState State, DateTime StateSince, DateTime AppliedAt, Source Source, bool OnHold);

    public sealed record FileRow(long Id, string Name, FileKind Kind, long Size, DateTime At);
}
