using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Onboarding;
using TalentHub.Services.Access;
using TalentHub.Services.Documents;
using TalentHub.Services.Documents.Reading;

namespace TalentHub.Services.Onboarding;

/// <summary>What a hire sees on their own page.</summary>
public sealed record OpenedStart(
    OnboardingPlan Plan, Actor Hire, string Name, Bilingual Company, Bilingual JobTitle, Bilingual Place, string? Manager, string? Buddy, IReadOnlyList<OnboardingTask> Tasks);

/// <summary>The hire's side before day one. The link is the right, so it reads as the system, and acts as the hire whom the link names.</summary>
public sealed class OwnStart(TalentHubDb db, SignedLinks links, OnboardingFactsLoader facts, Uploads uploads, FileStore store, ReaderProcess reader, TimeProvider clock) : IService
{
    public async Task<OpenedStart?> OpenAsync(string? token, CancellationToken ct)
    {
        if (await links.FindAsync(token, LinkPurpose.Preboarding, ct) is not { Opens: true, Link: var link })
        {
            return null;
        }

        using var system = db.ReadingAsSystem();
        var plan = await db.OnboardingPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == link.SubjectId && p.PersonId == link.PersonId, ct);
        if (plan is null || !OnboardingFlow.Running.Contains(plan.State))
        {
            return null;
        }

        var job = await (
            from requisition in db.Requisitions.AsNoTracking()
            where requisition.Id == plan.RequisitionId
            join place in db.Locations on plan.LocationId equals place.Id
            select new { requisition.Title, Place = place.Name }).SingleAsync(ct);
        var ids = new[] { plan.PersonId, plan.ManagerId ?? 0, plan.BuddyId ?? 0 };
        var names = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name.Display, ct);
        var company = await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Name).FirstOrDefaultAsync(ct) ?? new Bilingual("TalentHub", "TalentHub");
        var tasks = await db.OnboardingTasks.AsNoTracking().Where(t => t.PlanId == plan.Id && t.OwnerId == plan.PersonId).OrderBy(t => t.DueOn).ThenBy(t => t.Order).ToListAsync(ct);
        return new OpenedStart(
            plan, Actor.Candidate(plan.PersonId), names[plan.PersonId], company, job.Title, job.Place, names.GetValueOrDefault(plan.ManagerId ?? 0),
            names.GetValueOrDefault(plan.BuddyId ?? 0), tasks);
    }

    /// <summary>Keeps the details; the task that asks for them is done once they are complete.</summary>
    public Task TellAsync(OpenedStart opened, HireDetails details, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            using var system = db.ReadingAsSystem();
            var plan = await db.OnboardingPlans.SingleAsync(p => p.Id == opened.Plan.Id, ct);
            plan.Tell(opened.Hire, details);
            var task = await db.OnboardingTasks.FirstOrDefaultAsync(
                t => t.PlanId == plan.Id && t.OwnerId == plan.PersonId && t.Kind == TaskKind.Details && TaskFlow.Open.Contains(t.State), ct);
            if (task is not null && details.IsComplete)
            {
                var known = TaskFacts.Of(plan);
                if (task.State == TaskState.Blocked)
                {
                    task.Unblock(opened.Hire, clock.UtcNow(), known);
                }

                task.Complete(opened.Hire, clock.UtcNow(), known);
            }

            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>A plain task of theirs is done.</summary>
    public Task CompleteAsync(OpenedStart opened, long taskId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var task = await FindAsync(opened, taskId, ct);
            Require.That(task.Kind != TaskKind.Details, "Fill in your details; the task is done with them.");
            task.Complete(opened.Hire, clock.UtcNow(), await facts.ForTaskAsync(task, ct));
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>A document; HR looks at it and approves it or sends it back.</summary>
    /// <exception cref="DomainException">Not a file that we take.</exception>
    public async Task HandInAsync(OpenedStart opened, long taskId, Stream content, string? fileName, CancellationToken ct)
    {
        var isPhoto = opened.Tasks.Any(t => t.Id == taskId && t.Kind == TaskKind.Photo);
        var taken = isPhoto
            ? await uploads.TakePhotoAsync(content, fileName, opened.Plan.PersonId, ct)
            : await uploads.TakeScanAsync(content, fileName, FileKind.Onboarding, opened.Plan.PersonId, ct);
        await RequireOpensAsync(taken, ct);
        await db.InTransactionAsync(
            async () =>
            {
                var task = await FindAsync(opened, taskId, ct);
                await db.SaveChangesAsync(ct);
                task.HandIn(opened.Hire, clock.UtcNow(), await facts.ForTaskAsync(task, ct), taken.Id);
                await db.SaveChangesAsync(ct);
            },
            ct);
    }

    /// <summary>The picture that the hire gave, for themself to look at; null when there is none.</summary>
    public async Task<StoredFile?> PhotoAsync(OpenedStart opened, CancellationToken ct)
    {
        var id = opened.Tasks.FirstOrDefault(t => t is { Kind: TaskKind.Photo, FileId: not null })?.FileId;
        using var system = db.ReadingAsSystem();
        return id is null ? null : await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.Kind == FileKind.Photo && f.PersonId == opened.Plan.PersonId, ct);
    }

    /// <summary>HR must be able to open it: a PDF that asks for a password helps nobody.</summary>
    private async Task RequireOpensAsync(StoredFile file, CancellationToken ct)
    {
        if (file.ContentType == FileType.Pdf && (await reader.ReadAsync(store.PathOf(file.StorageName), ct)).Refusal == ReadRefusal.Encrypted)
        {
            db.Entry(file).State = EntityState.Detached;
            store.Delete(file.StorageName);
            throw new DomainException(FileType.Encrypted) { Field = FileType.Field };
        }
    }

    private async Task<OnboardingTask> FindAsync(OpenedStart opened, long taskId, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        return await db.OnboardingTasks.SingleOrDefaultAsync(t => t.Id == taskId && t.PlanId == opened.Plan.Id && t.OwnerId == opened.Plan.PersonId, ct)
            ?? throw new DomainException("This task is not there any more.");
    }
}
