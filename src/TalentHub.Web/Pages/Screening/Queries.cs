using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Timeline;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening;

/// <summary>A line of a timeline as the database has it.</summary>
public sealed record EntryRow(
    DateTime At, EntryKind Kind, EntryAudience Audience, string Template, List<EntryValue> Values, PersonName? Actor, string? Machine, long? SubjectId, string? Text)
{
    /// <summary>As it is drawn, in the reader's words.</summary>
    public TimelineRow Drawn(Text t)
    {
        var to = Kind == EntryKind.Move ? Values.Find(v => v.Name == "to")?.Value : null;
        var says = to is null
            ? t.Of(new Sentence(Template, [.. Values.Select(v => v.Shown())]))
            : t.Machine(Machine!) + t.Colon + (to == Values.Find(v => v.Name == "from")?.Value ? t.Trigger(Machine!, Values.Find(v => v.Name == "trigger")?.Value ?? to) : t.State(Machine!, to));
        if (Audience is EntryAudience.Private or EntryAudience.HR)
        {
            says += t.Bracketed(t.Enum(Audience));
        }

        return new TimelineRow(
            IconOf(Kind), to is null ? Tone.Moving : StateBadge.ToneOf(Machine!, to), Actor is null ? t["The system"] : t.Name(Actor), says, Text, t.Instant(At), At,
            Machine == ApplicationFlow.Table.Name && SubjectId is { } id && Kind == EntryKind.Move ? Links.Application(id) : null);
    }

    private static string IconOf(EntryKind kind) => kind switch
    {
        EntryKind.Move => "arrow-right",
        EntryKind.Note => "notes",
        EntryKind.Mail => "mail",
        EntryKind.Meeting => "calendar",
        EntryKind.File => "file-text",
        EntryKind.Review => "star",
        EntryKind.Fact => "info-circle",
    };
}

/// <summary>Another record that may be the same person.</summary>
public sealed record DuplicateRow(long PairId, DuplicateState State, List<MatchReason> Reasons, long OtherId, PersonName Other, string? Title, string? Employer);

/// <summary>Projections that several pages of screening share.</summary>
public static class Queries
{
    private const int MostDuplicates = 10;

    private static readonly CompiledQuery<Func<TalentHubDb, long, long, int, IAsyncEnumerable<EntryRow>>> TimelineOfJob = new(() => EF.CompileAsyncQuery(
        (TalentHubDb db, long person, long job, int most) =>
            from e in db.Timeline.AsNoTracking().Where(e => e.PersonId == person && e.RequisitionId == job).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(most)
            join p in db.People on e.ActorId equals p.Id into actors
            from actor in actors.DefaultIfEmpty()
            orderby e.At descending, e.Id descending
            select new EntryRow(
                e.At, e.Kind, e.Audience, e.Template, e.Values, actor == null ? null : new PersonName(actor.Name.Given, actor.Name.Family, actor.Name.Latin), e.Machine, e.SubjectId, e.Text)));

    private static readonly CompiledQuery<Func<TalentHubDb, long[], int, IAsyncEnumerable<EntryRow>>> TimelineOfPeople = new(() => EF.CompileAsyncQuery(
        (TalentHubDb db, long[] people, int most) =>
            from e in db.Timeline.AsNoTracking().Where(e => people.Contains(e.PersonId)).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(most)
            join p in db.People on e.ActorId equals p.Id into actors
            from actor in actors.DefaultIfEmpty()
            orderby e.At descending, e.Id descending
            select new EntryRow(
                e.At, e.Kind, e.Audience, e.Template, e.Values, actor == null ? null : new PersonName(actor.Name.Given, actor.Name.Family, actor.Name.Latin), e.Machine, e.SubjectId, e.Text)));

    private static readonly CompiledQuery<Func<TalentHubDb, long[], IAsyncEnumerable<DuplicateRow>>> Duplicates = new(() => EF.CompileAsyncQuery((TalentHubDb db, long[] people) => (
        from d in db.DuplicatePairs.AsNoTracking()
        where (people.Contains(d.FirstId) || people.Contains(d.SecondId)) && d.State != DuplicateState.NotSame
        let other = people.Contains(d.FirstId) ? d.SecondId : d.FirstId
        join p in db.People on other equals p.Id
        where db.Applications.Any(a => a.PersonId == other) || db.Employments.Any(e => e.PersonId == other)
        orderby d.Id
        select new DuplicateRow(d.Id, d.State, d.Reasons, p.Id, new PersonName(p.Name.Given, p.Name.Family, p.Name.Latin), p.CurrentTitle, p.CurrentEmployer)).Take(MostDuplicates)));

    /// <summary>The newest entries about a person and one job that the viewer may read; the filter of the timeline decides which.</summary>
    public static async Task<IReadOnlyList<EntryRow>> TimelineOfJobAsync(this TalentHubDb db, long person, long job, int most, CancellationToken ct) =>
        await TimelineOfJob.For(db)(db, person, job, most).ToListAsync(ct);

    /// <summary>The newest entries about a person, under whichever of their records; the filter of the timeline decides which the viewer reads.</summary>
    public static async Task<IReadOnlyList<EntryRow>> TimelineOfPeopleAsync(this TalentHubDb db, long[] people, int most, CancellationToken ct) =>
        await TimelineOfPeople.For(db)(db, people, most).ToListAsync(ct);

    /// <summary>Pairs that a person should still look at, or has joined. Only others of whom the viewer sees an application.</summary>
    public static async Task<IReadOnlyList<DuplicateRow>> DuplicatesAsync(this TalentHubDb db, long[] people, CancellationToken ct) =>
        await Duplicates.For(db)(db, people).ToListAsync(ct);
}
