using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Recruiting;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Careers;

namespace TalentHub.Web.Tests.Pages.Recruiting;

/// <summary>What postings do by themselves: on their dates, and when their request is held, goes on, ends or comes back.</summary>
public sealed class PostingJobsTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(A.Noon);

    [Fact]
    public async Task A_posting_closes_after_its_last_day_at_the_jobs_place_and_not_before()
    {
        // 17:00 in London is past midnight in Shanghai, where the job is.
        var day = factory.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1);
        factory.Clock.SetUtcNow(new DateTimeOffset(day.AddHours(12), TimeSpan.Zero));
        var posting = await factory.LivePostingAsync(closesOn: DateOnly.FromDateTime(day));
        await RunAsync();
        Assert.Equal(PostingState.Live, await StateAsync(posting.Id));

        factory.Clock.SetUtcNow(new DateTimeOffset(day.AddHours(17), TimeSpan.Zero));
        await RunAsync();
        await RunAsync();

        Assert.Equal(PostingState.Closed, await StateAsync(posting.Id));
        Assert.Equal(1, await factory.DbAsync(db => db.Transitions.CountAsync(t => t.Machine == "posting" && t.SubjectId == posting.Id && t.Trigger == "Close")));
    }

    [Fact]
    public async Task A_scheduled_posting_goes_live_on_its_first_day()
    {
        var requisition = await factory.OpenRequisitionAsync();
        var first = factory.Clock.GetUtcNow().UtcDateTime.Date.AddDays(3);
        var posting = await factory.DbAsync(async db =>
        {
            var posting = A.Posting(requisitionId: requisition.Id, opensOn: DateOnly.FromDateTime(first), closesOn: DateOnly.FromDateTime(first).AddDays(20)).Live();
            db.Postings.Add(posting);
            await db.SaveChangesAsync();
            return posting;
        });
        Assert.Equal(PostingState.Scheduled, posting.State);
        await RunAsync();
        Assert.Equal(PostingState.Scheduled, await StateAsync(posting.Id));

        factory.Clock.SetUtcNow(new DateTimeOffset(first.AddHours(1), TimeSpan.Zero));
        await RunAsync();

        Assert.Equal(PostingState.Live, await StateAsync(posting.Id));
    }

    [Fact]
    public async Task A_hold_takes_the_posting_off_and_its_end_brings_it_back_but_not_one_that_a_person_paused()
    {
        var held = await factory.LivePostingAsync(closesOn: Today.AddYears(1));
        var paused = await factory.DbAsync(async db =>
        {
            var other = A.Posting(requisitionId: held.RequisitionId, closesOn: Today.AddYears(1)).Live();
            other.Pause(A.Person(Role.Recruiter), A.Noon, A.OpenRequest, "Too many.");
            db.Postings.Add(other);
            await db.SaveChangesAsync();
            return other;
        });

        await OnRequisitionAsync(held.RequisitionId, r => r.PutOnHold(A.RequisitionFacts(), A.Person(Role.HR), A.Noon, "Budget is being looked at.", null));
        Assert.Equal(PostingState.Paused, await StateAsync(held.Id));

        await OnRequisitionAsync(held.RequisitionId, r => r.Resume(A.RequisitionFacts(), A.Person(Role.HR), A.Noon));

        Assert.Equal((PostingState.Live, PostingState.Paused), (await StateAsync(held.Id), await StateAsync(paused.Id)));
    }

    [Fact]
    public async Task When_the_request_ends_its_postings_close()
    {
        var posting = await factory.LivePostingAsync(closesOn: Today.AddYears(1));

        await OnRequisitionAsync(posting.RequisitionId, r => r.CloseUnfilled(A.RequisitionFacts(), A.Person(Role.HR), A.Noon, "No longer needed."));

        Assert.Equal(PostingState.Closed, await StateAsync(posting.Id));
    }

    private Task<PostingState> StateAsync(long id) => factory.DbAsync(db => db.Postings.Where(p => p.Id == id).Select(p => p.State).SingleAsync());

    private Task OnRequisitionAsync(long id, Action<Domain.Demand.Requisition> move) => factory.DbAsync(async db =>
    {
        move(await db.Requisitions.SingleAsync(r => r.Id == id));
        await db.SaveChangesAsync();
    });

    private async Task RunAsync()
    {
        await using var scope = factory.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        await ActivatorUtilities.CreateInstance<PostingDates>(scope.ServiceProvider).RunAsync(CancellationToken.None);
    }
}
