using Microsoft.EntityFrameworkCore;
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

        Assert.Single(answers, true);
    }

    [Fact]
    public async Task It_is_due_again_after_its_time_and_not_before()
    {
        Assert.True(await TakeAsync("again", "one"));
        await GiveBackAsync("again", "one");

        Assert.False(await TakeAsync("again", "two"));
        factory.Clock.Advance(Every);
        Assert.True(await TakeAsync("again", "two"));
    }

    [Fact]
    public async Task A_job_whose_instance_was_killed_is_taken_over_and_the_dead_one_changes_nothing()
    {
        Assert.True(await TakeAsync("left", "killed"));
        factory.Clock.Advance(JobLeases.Length - TimeSpan.FromSeconds(1));
        Assert.False(await TakeAsync("left", "other"));
        factory.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.True(await TakeAsync("left", "other"));
        await GiveBackAsync("left", "killed");

        Assert.Equal("other", await factory.DbAsync(db => db.JobLeases.Where(l => l.Name == "left").Select(l => l.Holder).SingleAsync()));
    }

    private Task<bool> TakeAsync(string job, string instance) => factory.ServiceAsync<JobLeases, bool>(l => l.TakeAsync(job, instance, CancellationToken.None));

    private Task GiveBackAsync(string job, string instance) => factory.ServiceAsync<JobLeases, bool>(async l =>
    {
        await l.GiveBackAsync(job, instance, Every, null, CancellationToken.None);
        return true;
    });
}
