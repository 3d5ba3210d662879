using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Documents;
using TalentHub.Services.Onboarding;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Onboarding;

/// <summary>One hire's checklist: owners, due days, what blocks day one, and the arrival. Its moves stand in <c>Details.Moves.cs</c>.</summary>
public sealed partial class DetailsModel(
    TalentHubDb db, OnboardingFactsLoader facts, Arrival arrival, OnboardingDesk desk, BuddySuggestions buddies, FileStore files, TimeProvider clock) : FormPage, IShowsRecords
{
    private AuditNote? handedOut;

    [FromRoute]
    public long Id { get; set; }

    public OnboardingPlan Plan { get; private set; } = null!;

    public IEnumerable<AuditNote> Revealed => handedOut is not null ? [handedOut] : [new(AuditAction.ReadPapers, RecordKind.Onboarding, Id, Plan.PersonId)];

    public PersonName Hire { get; private set; } = null!;

    public Bilingual JobTitle { get; private set; } = null!;

    public IReadOnlyList<OnboardingTask> Tasks { get; private set; } = [];

    public IReadOnlyDictionary<long, PersonName> Names { get; private set; } = new Dictionary<long, PersonName>();

    public MovesView Moves { get; private set; } = null!;

    public IReadOnlyList<Buddy> Buddies { get; private set; } = [];

    public DateOnly Today { get; private set; }

    /// <summary>Of the team around the hire: sees the plan as a whole, not only a task of their own.</summary>
    public bool IsTeam { get; private set; }

    public bool RunsIt => Me.May(Capability.RunOnboarding);

    public bool ChoosesBuddy => RunsIt || Plan.ManagerId == Me.PersonId;

    public IEnumerable<OnboardingTask> Blocking => Tasks.Where(t => t.IsBlocking);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>A document that the hire gave; HR alone reads it.</summary>
    public async Task<IActionResult> OnGetFileAsync(long task, CancellationToken ct)
    {
        var fileId = await db.OnboardingTasks.AsNoTracking().Where(t => t.Id == task && t.PlanId == Id).Select(t => t.FileId).SingleOrDefaultAsync(ct);
        using var system = db.ReadingAsSystem();
        var file = fileId is null ? null : await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId, ct);
        handedOut = HandedOut(file);
        return file is null || !files.Exists(file.StorageName)
            ? NotFound()
            : File(files.OpenRead(file.StorageName), "application/octet-stream", file.FileName);
    }

    /// <summary>The picture that the hire gave; HR alone sees it here.</summary>
    public async Task<IActionResult> OnGetPhotoAsync(long task, CancellationToken ct)
    {
        var fileId = await db.OnboardingTasks.AsNoTracking().Where(t => t.Id == task && t.PlanId == Id && t.Kind == TaskKind.Photo).Select(t => t.FileId).SingleOrDefaultAsync(ct);
        using var system = db.ReadingAsSystem();
        var file = fileId is null ? null : await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.Kind == Domain.Documents.FileKind.Photo, ct);
        handedOut = HandedOut(file);
        return file is null || !files.Exists(file.StorageName) ? NotFound() : FileDownloads.Picture(HttpContext, files.OpenRead(file.StorageName), file.ContentType);
    }

    private static AuditNote? HandedOut(Domain.Documents.StoredFile? file) => file is null ? null : new(AuditAction.Downloaded, RecordKind.File, file.Id, file.PersonId);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Plan = await db.OnboardingPlans.AsNoTracking().SingleOrNotFoundAsync(p => p.Id == Id, ct);
        Tasks = await db.OnboardingTasks.AsNoTracking().Where(t => t.PlanId == Id).OrderBy(t => t.DueOn).ThenBy(t => t.Order).ToListAsync(ct);
        var known = await facts.LoadAsync(Plan, Me, ct);
        Today = known.Today;
        IsTeam = Me.May(Capability.SeeAllOnboarding) || known.Reports;
        long?[] people = [Plan.PersonId, Plan.ManagerId, Plan.BuddyId, .. Tasks.Select(t => t.OwnerId)];
        var ids = people.OfType<long>().Distinct().ToList();
        using (db.ReadingAsSystem())
        {
            Names = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
            JobTitle = await db.Requisitions.AsNoTracking().Where(r => r.Id == Plan.RequisitionId).Select(r => r.Title).SingleAsync(ct);
        }

        Hire = Names[Plan.PersonId];
        Buddies = ChoosesBuddy && (OnboardingFlow.BeforeDayOne.Contains(Plan.State) || Plan.State == OnboardingState.InProgress) ? await buddies.ForAsync(Plan, ct) : [];
        Shows(Plan.Version);
        if (TaskId is not null)
        {
            // The version that came was the task's; the plan's own forms on this page need the plan's.
            Version = Plan.Version;
            ModelState.Remove(nameof(Version));
        }

        Moves = new MovesView(OnboardingFlow.Table.Name, Version,
        [
            new(OnboardingTrigger.Arrive, Plan.Can(OnboardingTrigger.Arrive, known, Me), Handler: "Arrive", AsksReason: Plan.State == OnboardingState.Preboarding),
            new(OnboardingTrigger.Confirm, Plan.Can(OnboardingTrigger.Confirm, known, Me), Handler: "Confirm", AsksReason: true),
            Quiet(OnboardingTrigger.Extend, "Extend", known),
            Quiet(OnboardingTrigger.End, "End", known),
            Quiet(OnboardingTrigger.DidNotStart, "DidNotStart", known),
        ]);
    }

    /// <summary>A move that asks why and is not what one came for: never the page's one filled button.</summary>
    private MoveView Quiet(OnboardingTrigger trigger, string handler, OnboardingFacts known)
    {
        var verdict = Plan.Can(trigger, known, Me);
        return new MoveView(trigger, verdict.Answer == Answer.Allowed ? verdict with { Answer = Answer.AskReason } : verdict, Handler: handler, AsksReason: true);
    }

    public string OwnerOf(OnboardingTask task) =>
        task.OwnerId is { } id && Names.TryGetValue(id, out var name) ? T.Name(name) : T.Enum(task.Owner);

    /// <summary>The moves of one task that this person may make.</summary>
    public IEnumerable<TaskTrigger> MovesOf(OnboardingTask task)
    {
        var known = TaskFacts.Of(Plan);
        return new[] { TaskTrigger.Complete, TaskTrigger.Begin, TaskTrigger.Unblock, TaskTrigger.SendBack, TaskTrigger.Block, TaskTrigger.Waive, TaskTrigger.Reopen }
            .Where(t => task.Can(t, known, Me).IsPossible && (t != TaskTrigger.SendBack || task.FileId is not null));
    }

    /// <summary>The task is done by choosing somebody in the form beside the list.</summary>
    public bool AsksBuddy(OnboardingTask task) => task is { Kind: TaskKind.Buddy, IsOpen: true } && Plan.BuddyId is null && Buddies.Count > 0;

    public bool AsksReason(OnboardingTask task, TaskTrigger trigger) =>
        trigger is TaskTrigger.SendBack or TaskTrigger.Block or TaskTrigger.Waive or TaskTrigger.Reopen
        || task.Can(trigger, TaskFacts.Of(Plan), Me).Answer == Answer.AskReason;

    /// <summary>What is asked before such a move: a key of its translation.</summary>
    public static string Why(TaskTrigger trigger) => trigger switch
    {
        TaskTrigger.Complete => "Where did you see it?",
        TaskTrigger.SendBack => "What is missing?",
        TaskTrigger.Block => "What holds it up?",
        TaskTrigger.Waive => "Why is it not needed?",
        _ => "Why is it open again?",
    };

    public string? DueTone(OnboardingTask task) => !task.IsOpen ? null : task.DueOn < Today ? "over" : task.DueOn <= Today.AddDays(2) ? "soon" : null;
}
