using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Scheduling;
using TalentHub.Domain.Auditing;
using TalentHub.Services.Scheduling;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Services;

/// <summary>Timers run in every instance; the row in the database says which one runs the job.</summary>
public sealed class JobLeaseTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Of_many_instances_at_once_one_runs_the_job_also_the_first_time()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => TakeAsync("at-once", $"instance {i}")));

        Assert.Single(answers.OfType<JobTerm>());
    }

    [Fact]
    public async Task It_is_due_again_after_its_time_and_not_before()
    {
        var first = await TakeAsync("again", "one");
        await GiveBackAsync(first!);

        Assert.Null(await TakeAsync("again", "two"));
        factory.Clock.Advance(Every);
        Assert.NotNull(await TakeAsync("again", "two"));
    }

    [Fact]
    public async Task A_job_whose_instance_was_killed_is_taken_over_and_the_dead_one_changes_nothing()
    {
        var dead = await TakeAsync("left", "killed");
        factory.Clock.Advance(JobLeases.Length - TimeSpan.FromSeconds(1));
        Assert.Null(await TakeAsync("left", "other"));
        factory.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.NotNull(await TakeAsync("left", "other"));
        await GiveBackAsync(dead!);

        Assert.Equal("other", await factory.DbAsync(db => db.JobLeases.Where(l => l.Name == "left").Select(l => l.Holder).SingleAsync()));
    }

    [Fact]
    public async Task The_same_process_that_took_a_job_twice_cannot_write_under_its_first_take()
    {
        var first = await TakeAsync("twice", "one");
        factory.Clock.Advance(JobLeases.Length + TimeSpan.FromSeconds(1));
        var second = await TakeAsync("twice", "one");

        await Assert.ThrowsAsync<LeaseLost>(() => WriteAsync(first!, "late"));
        await WriteAsync(second!, "in time");

        Assert.Equal(["in time"], await WrittenAsync("twice"));
    }

    [Fact]
    public async Task What_was_held_past_its_lease_and_goes_on_writes_nothing_and_what_writes_keeps_its_lease()
    {
        var held = await TakeAsync("held", "held");
        factory.Clock.Advance(JobLeases.Length - TimeSpan.FromSeconds(1));
        await WriteAsync(held!, "first");   // a sign of life: five minutes more
        factory.Clock.Advance(JobLeases.Length - TimeSpan.FromSeconds(1));
        Assert.Null(await TakeAsync("held", "other"));
        factory.Clock.Advance(TimeSpan.FromSeconds(2));
        var other = await TakeAsync("held", "other");
        await WriteAsync(other!, "second");

        await Assert.ThrowsAsync<LeaseLost>(() => WriteAsync(held!, "second again"));
        await GiveBackAsync(other!);
        await Assert.ThrowsAsync<LeaseLost>(() => WriteAsync(held!, "and again"));

        Assert.Equal(["first", "second"], await WrittenAsync("held"));
        Assert.False(await factory.ServiceAsync<JobLeases, bool>(l => l.KeepAsync(held!, CancellationToken.None)));
    }

    [Fact]
    public async Task A_lease_that_is_left_in_the_middle_is_free_at_once()
    {
        var term = await TakeAsync("stopped", "one");
        await factory.ServiceAsync<JobLeases, bool>(async l =>
        {
            await l.LeaveAsync(term!, CancellationToken.None);
            return true;
        });

        Assert.NotNull(await TakeAsync("stopped", "two"));
    }

    [Fact]
    public async Task Faults_in_a_row_are_counted_and_one_good_run_forgets_them()
    {
        for (var i = 1; i <= 2; i++)
        {
            var term = await TakeAsync("faulty", "one");
            await GiveBackAsync(term!, "TimeoutException");
            factory.Clock.Advance(Every);
        }

        Assert.Equal((2, "TimeoutException"), await StandAsync());
        await GiveBackAsync((await TakeAsync("faulty", "one"))!);
        Assert.Equal((0, null), await StandAsync());

        Task<(int, string?)> StandAsync() => factory.DbAsync(async db =>
        {
            var lease = await db.JobLeases.SingleAsync(l => l.Name == "faulty");
            return (lease.Failures, lease.LastError);
        });
    }

    private Task<JobTerm?> TakeAsync(string job, string instance) => factory.ServiceAsync<JobLeases, JobTerm?>(l => l.TakeAsync(job, instance, Every, CancellationToken.None));

    /// <summary>An effect of the job: a line of the audit log stands for any row.</summary>
    private Task WriteAsync(JobTerm term, string what) => factory.DbAsync(async db =>
    {
        db.Lease = term;
        db.Audit(new AuditNote(AuditAction.Made, RecordKind.Installation, Detail: $"{term.Job}: {what}"));
        await db.SaveChangesAsync();
    });

    private async Task<List<string>> WrittenAsync(string job) =>
        [.. (await factory.DbAsync(db => db.AuditEntries.Where(e => e.Detail!.StartsWith(job + ": ")).OrderBy(e => e.Id).Select(e => e.Detail!).ToListAsync())).Select(d => d[(job.Length + 2)..])];

    private Task GiveBackAsync(JobTerm term, string? error = null) => factory.ServiceAsync<JobLeases, bool>(async l =>
    {
        await l.GiveBackAsync(term, Every, error, CancellationToken.None);
        return true;
    });
}
