using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;
using TalentHub.Services.Access;
using TalentHub.Services.Offers;
using TalentHub.Services.Scheduling;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Offers;

public sealed class AnswerTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task The_candidate_sees_the_offer_and_accepts_it_once_however_often_the_form_is_sent()
    {
        var scene = await OfferScene.CreateAsync(factory);
        var path = await scene.ExtendedAsync();
        var candidate = factory.Browser();
        var page = await candidate.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("CNY 600,000", page.Text, StringComparison.Ordinal);
        Assert.Contains("4,800", page.Text, StringComparison.Ordinal);

        var name = new Dictionary<string, string?> { ["SignedName"] = "Ada Lovelace" };
        var first = await candidate.SubmitAsync(page, name, "form[action*='Accept']");
        var again = await candidate.SubmitAsync(page, name, "form[action*='Accept']");

        Assert.Equal(HttpStatusCode.Redirect, first.Status);
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Contains("You accepted this offer", (await candidate.FollowAsync(first)).Text, StringComparison.Ordinal);
        await factory.DbAsync(async db =>
        {
            Assert.Equal(1, await db.OnboardingPlans.CountAsync(p => p.OfferId == scene.OfferId));
            Assert.Equal(1, await db.Employments.CountAsync(e => e.PersonId == scene.CandidateId));
            Assert.Equal(1, await db.Outbox.CountAsync(m => m.Template == "preboarding-welcome" && m.PersonId == scene.CandidateId));
            Assert.Equal(ApplicationState.ReadyToHire, await db.Applications.Where(a => a.Id == scene.ApplicationId).Select(a => a.State).SingleAsync());
            var offer = await db.Offers.SingleAsync(o => o.Id == scene.OfferId);
            Assert.Equal((OfferState.Accepted, "Ada Lovelace"), (offer.State, offer.SignedName));
            Assert.True(await db.OnboardingTasks.CountAsync(t => t.PlanId == db.OnboardingPlans.Single(p => p.OfferId == scene.OfferId).Id) > 10);
        });
    }

    [Fact]
    public async Task Accepting_without_a_name_says_so_and_changes_nothing()
    {
        var scene = await OfferScene.CreateAsync(factory);
        var path = await scene.ExtendedAsync();
        var candidate = factory.Browser();

        var answer = await candidate.SubmitAsync(await candidate.GetAsync(path), new Dictionary<string, string?> { ["SignedName"] = " " }, "form[action*='Accept']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Type your name to accept.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(OfferState.Extended, await scene.StateAsync());
    }

    [Fact]
    public async Task One_letter_signs_nothing()
    {
        var scene = await OfferScene.CreateAsync(factory);
        var path = await scene.ExtendedAsync();
        var candidate = factory.Browser();

        var answer = await candidate.SubmitAsync(await candidate.GetAsync(path), new Dictionary<string, string?> { ["SignedName"] = "x", ["SignsOtherwise"] = "true" }, "form[action*='Accept']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Type your full name.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(OfferState.Extended, await scene.StateAsync());
    }

    [Fact]
    public async Task Another_name_than_the_letters_is_asked_about_before_it_signs()
    {
        var scene = await OfferScene.CreateAsync(factory);
        var path = await scene.ExtendedAsync();
        var candidate = factory.Browser();

        var asked = await candidate.SubmitAsync(await candidate.GetAsync(path), new Dictionary<string, string?> { ["SignedName"] = "Grace Hopper" }, "form[action*='Accept']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("The letter is made out to Ada Lovelace.", asked.Text, StringComparison.Ordinal);
        Assert.Equal(OfferState.Extended, await scene.StateAsync());
        var meant = await candidate.SubmitAsync(asked, new Dictionary<string, string?> { ["SignsOtherwise"] = "true" }, "form[action*='Accept']");
        Assert.Equal(HttpStatusCode.Redirect, meant.Status);
    }

    [Fact]
    public async Task The_name_counts_in_either_order_and_whatever_the_capitals()
    {
        var scene = await OfferScene.CreateAsync(factory);
        var path = await scene.ExtendedAsync();
        var candidate = factory.Browser();

        var signed = await candidate.SubmitAsync(await candidate.GetAsync(path), new Dictionary<string, string?> { ["SignedName"] = "LOVELACE, ada " }, "form[action*='Accept']");

        Assert.Equal(HttpStatusCode.Redirect, signed.Status);
        Assert.Contains("You have accepted.", (await candidate.FollowAsync(signed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_link_comes_again_from_the_candidates_own_page_and_only_by_mail()
    {
        var scene = await OfferScene.CreateAsync(factory);
        var old = await scene.ExtendedAsync();
        var address = await factory.DbAsync(async db =>
        {
            var token = new SignedLinks(db, new TalentHub.Data.Setup.CurrentActor(), factory.Clock).Create(LinkPurpose.CandidateStatus, scene.ApplicationId, scene.CandidateId);
            await db.SaveChangesAsync();
            return "/c/" + token;
        });
        var candidate = factory.Browser();

        var sent = await candidate.SubmitAsync(await candidate.GetAsync(address), form: "form[action*='=Offer']");

        Assert.Contains("on its way to your mailbox", (await candidate.FollowAsync(sent)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await candidate.GetAsync(old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await candidate.GetAsync(await scene.LinkAsync("offer-extended"))).Status);
    }

    [Fact]
    public async Task The_page_speaks_the_offers_language()
    {
        var scene = await OfferScene.CreateAsync(factory, "李明", "zh-CN");
        var path = await scene.ExtendedAsync(OfferScene.Terms("zh-CN"));

        var page = await factory.Browser().GetAsync(path);

        Assert.Contains("接受录用", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Accept", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_reaches_the_recruiter_and_the_answer_the_candidate()
    {
        var scene = await OfferScene.CreateAsync(factory);
        var path = await scene.ExtendedAsync();
        var candidate = factory.Browser();
        var recruiter = factory.Browser(scene.Recruiter);

        await candidate.SubmitAsync(await candidate.GetAsync(path), new Dictionary<string, string?> { ["Question"] = "May I start in May? <script>" }, "form[action*='Ask']");
        Assert.Contains("Answer what", (await recruiter.GetAsync("/today")).Text, StringComparison.Ordinal);
        var page = await recruiter.GetAsync(scene.OfferPath);
        Assert.Contains("May I start in May? <script>", page.Text, StringComparison.Ordinal);
        var replied = await recruiter.SubmitAsync(page, new Dictionary<string, string?> { ["Answer"] = "Gladly." }, "form[action*='Reply']");

        Assert.Equal(HttpStatusCode.Redirect, replied.Status);
        Assert.Contains("Gladly.", (await candidate.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Answer what", (await recruiter.GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declining_frees_the_seat_ends_the_application_and_closes_the_link()
    {
        var scene = await OfferScene.CreateAsync(factory);
        var path = await scene.ExtendedAsync();
        var candidate = factory.Browser();

        await candidate.SubmitAsync(await candidate.GetAsync(path), new Dictionary<string, string?> { ["Reason"] = "Another city." }, "form[action*='Decline']");

        Assert.Equal(HttpStatusCode.Gone, (await candidate.GetAsync(path)).Status);
        var (seat, application) = await factory.DbAsync(async db => (
            await db.Openings.Where(o => o.Id == scene.OpeningId).Select(o => o.State).SingleAsync(),
            await db.Applications.Where(a => a.Id == scene.ApplicationId).Select(a => a.State).SingleAsync()));
        Assert.Equal((OpeningState.Open, ApplicationState.Withdrawn), (seat, application));
    }

    [Theory]
    [InlineData("/o/abc")]
    [InlineData("/o/AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_altered_link_gets_a_plain_page_that_says_what_to_do(string path)
    {
        var page = await factory.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("look for our latest mail", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revised_offers_old_link_opens_nothing()
    {
        var scene = await OfferScene.CreateAsync(factory);
        var path = await scene.ExtendedAsync();
        await scene.MoveAsync(scene.Recruiter, (offer, facts) => offer.Negotiate(scene.Recruiter.Actor, A.Noon, facts, null));
        await scene.MoveAsync(scene.Recruiter, (offer, facts) => offer.Revise(scene.Recruiter.Actor, A.Noon, facts, null));

        var page = await factory.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.DoesNotContain("600,000", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_downloads_from_both_pages()
    {
        Assert.SkipUnless(TalentHub.Services.Documents.OfferLetter.CanWrite, "The letter's font is built by npm: build without -p:SkipAssets=true.");
        var scene = await OfferScene.CreateAsync(factory);
        var path = await scene.ExtendedAsync();

        var theirs = await factory.Browser().GetAsync(path.Split('?')[0] + "?handler=Letter");
        var ours = await factory.Browser(scene.Recruiter).GetAsync(scene.OfferPath + "?handler=Letter");

        Assert.Equal("application/pdf", theirs.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("application/pdf", ours.Response.Content.Headers.ContentType?.MediaType);
    }
}

/// <summary>Time moves here, so it has a company of its own.</summary>
public sealed class OfferExpiryTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task An_offer_is_warned_about_once_and_ends_with_its_last_day()
    {
        var scene = await OfferScene.CreateAsync(factory);
        var path = await scene.ExtendedAsync();

        factory.Clock.Advance(TimeSpan.FromHours(26));
        await RunAsync();
        await RunAsync();
        Assert.Equal(1, await factory.DbAsync(db => db.Outbox.CountAsync(m => m.Template == "offer-expiring" && m.PersonId == scene.CandidateId)));
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser().GetAsync(await scene.LinkAsync("offer-expiring"))).Status);

        factory.Clock.Advance(TimeSpan.FromDays(2));
        await RunAsync();
        await RunAsync();

        Assert.Equal(OfferState.Expired, await scene.StateAsync());
        Assert.Equal(HttpStatusCode.Gone, (await factory.Browser().GetAsync(path)).Status);
        var (seat, application) = await factory.DbAsync(async db => (
            await db.Openings.Where(o => o.Id == scene.OpeningId).Select(o => o.State).SingleAsync(),
            await db.Applications.Where(a => a.Id == scene.ApplicationId).Select(a => a.State).SingleAsync()));
        Assert.Equal((OpeningState.Open, ApplicationState.Deciding), (seat, application));
    }

    private Task<bool> RunAsync() => factory.ServiceAsync<IEnumerable<IJob>, bool>(async jobs =>
    {
        await jobs.OfType<OfferExpiry>().Single().RunAsync(default);
        return true;
    });
}
