using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Intelligence;
using TalentHub.Services.Accounts;
using TalentHub.Services.Documents;
using TalentHub.Services.Flow;

namespace TalentHub.Services.Seeding;

/// <summary>
/// Makes three years of the company Lumen Models through the product's own moves: each is made at its historical instant by somebody who may make it, so that
/// states, transitions and timelines agree. One transaction: it stands whole or not at all.
/// </summary>
public sealed class SampleCompany(
    TalentHubDb db, ShippedCopies copies, FileStore store, IReactions reactions, MeasureDwell dwell, TimeProvider clock, IResumeReader? reader = null) : ISampleCompany, IService
{
    public const string Exists = "There is a company here already. The sample company is only loaded into an empty installation.";

    /// <summary>A visitor plays: one click to be someone.</summary>
    public Task LoadAsync(SampleSize size, IProgress<string>? progress, CancellationToken ct) => LoadAsync(size, isDemo: true, progress, ct);

    /// <exception cref="DomainException">There is a company.</exception>
    public Task LoadAsync(SampleSize size, bool isDemo, IProgress<string>? progress, CancellationToken ct)
    {
        var world = new SampleWorld(db, Whole(clock.UtcNow()), SampleFigures.Of(size));
        return BulkLoad.RunAsync(db, () => MakeAsync(world, isDemo, progress, ct), ct);
    }

    private async Task MakeAsync(SampleWorld world, bool isDemo, IProgress<string>? progress, CancellationToken ct)
    {
        Require.That(!await db.Companies.AnyAsync(ct), Exists);
        progress?.Report("Making the company");
        await new SampleStaff(world, copies).MakeAsync(isDemo, ct);

        var demand = new SampleDemand(world);
        var history = new SampleHistory(world, new SampleResumes(world, store, reader));
        var jobs = new JobPlan(world).Make();
        await demand.PlansAsync(jobs, ct);
        progress?.Report("Hiring for three years");
        var made = new List<SampleJob>();
        foreach (var piece in Pieces([.. jobs.Where(j => j.Opens)], world.Figures.Piece))
        {
            await demand.MakeAsync(piece, ct);
            made.AddRange(piece);
            await history.MakeAsync(piece, made, ct);
        }

        progress?.Report("Filling the desks of today");
        await demand.MakeAsync([.. jobs.Where(j => !j.Opens)], ct);
        await world.SaveAsync(ct);
        var finish = new SampleFinish(world, reactions, dwell);
        await finish.DuplicatesAsync(history.Pool, made, ct);
        await new SamplePrivacy(world).MakeAsync(ct);
        progress?.Report("Counting and sorting");
        await finish.ComputeAsync(ct);
        progress?.Report("Working out what waits for whom");
        await finish.WorkAsync(ct);

        // Nobody did what the history tells, so the audit log says one thing about it.
        db.Audit(new AuditNote(AuditAction.SampleLoaded, RecordKind.Installation));
        await world.SaveAsync(ct);
    }

    /// <summary>Jobs together that have about so many applications; those of a visitor stay together and come last, when everybody is there.</summary>
    private static IEnumerable<List<SampleJob>> Pieces(List<SampleJob> jobs, int applications)
    {
        var piece = new List<SampleJob>();
        foreach (var job in jobs.OrderBy(j => j.IsShowcase).ThenBy(j => j.CreatedAt))
        {
            if (piece.Count > 0 && (piece[0].IsShowcase != job.IsShowcase || (!job.IsShowcase && piece.Sum(j => j.Applicants) > applications)))
            {
                yield return piece;
                piece = [];
            }

            piece.Add(job);
        }

        if (piece.Count > 0)
        {
            yield return piece;
        }
    }

    private static DateTime Whole(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
}
