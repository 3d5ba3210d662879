using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Services.Accounts;
using TalentHub.Services.Scheduling;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Faults;

/// <summary>The machine's clock is set wrong and right again: nothing rests until a time that was never meant, and nobody is shut out until then.</summary>
public sealed class ClockJumpTests
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_job_that_ran_while_the_clock_was_a_day_ahead_runs_again_at_once_when_it_is_right()
    {
        await using var factory = new TalentHubFactory();
        var right = factory.Clock.GetUtcNow();

        await WriteAsync(factory, right.UtcDateTime.AddDays(1));
        Assert.True(await TakeAsync(factory, "one"));
        Assert.False(await TakeAsync(factory, "two"));
    }

    [Fact]
    public async Task A_lease_of_a_clock_that_is_a_little_ahead_still_holds()
    {
        await using var factory = new TalentHubFactory();

        await WriteAsync(factory, factory.Clock.GetUtcNow().UtcDateTime.AddSeconds(40));

        Assert.False(await TakeAsync(factory, "one"));
    }

    [Fact]
    public async Task Whoever_guessed_while_the_clock_was_ahead_waits_no_longer_than_the_longest_wait()
    {
        await using var factory = new RealSignInFactory();
        var person = await factory.WithPasswordAsync(await factory.PersonAsync());
        await factory.DbAsync(async db =>
        {
            db.GuessCounts.Add(new TalentHub.Data.Accounts.GuessCount
            {
                Key = Guesses.AccountKey(person.Email), Failures = 9, LastAt = factory.Clock.GetUtcNow().UtcDateTime.AddDays(1), OpensAt = factory.Clock.GetUtcNow().UtcDateTime.AddDays(1).AddSeconds(20),
            });
            await db.SaveChangesAsync();
        });

        var answer = await factory.SignInAsync(factory.Browser(), person.Email);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    [Fact]
    public async Task A_session_lives_through_a_jump_of_some_hours_and_ends_after_one_of_days()
    {
        await using var factory = new RealSignInFactory();
        var browser = await factory.SignedInAsync(await factory.PersonAsync());

        factory.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).Status);
        factory.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).Status);
    }

    /// <summary>As an instance leaves it whose clock says this.</summary>
    private static Task WriteAsync(TalentHubFactory factory, DateTime theirs) => factory.DbAsync(async db =>
    {
        db.JobLeases.Add(new TalentHub.Data.Scheduling.JobLease { Name = "job", Until = theirs, NextAt = theirs + Every });
        await db.SaveChangesAsync();
    });

    private static async Task<bool> TakeAsync(TalentHubFactory factory, string instance) =>
        await factory.ServiceAsync<JobLeases, TalentHub.Data.Scheduling.JobTerm?>(l => l.TakeAsync("job", instance, Every, CancellationToken.None)) is not null;
}
