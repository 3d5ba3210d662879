using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Offers;

public sealed class OfferChainTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task Pay_above_the_band_asks_why_and_adds_the_compensation_owner_to_the_chain()
    {
        await BandAsync();
        var owner = await factory.PersonAsync(Role.CompensationOwner, "Pay Owner");
        var scene = await (await OfferScene.CreateAsync(factory)).DraftedAsync(OfferScene.Terms() with { BaseAnnual = Money.Of(90_000_000m, "CNY") });
        var recruiter = factory.Browser(scene.Recruiter);
        var page = await recruiter.GetAsync(scene.OfferPath);
        Assert.Contains("above the band", page.Text, StringComparison.Ordinal);

        await recruiter.SubmitAsync(page, new Dictionary<string, string?> { ["Reason"] = "The only one who has run a cluster of this size." }, "form[action*='Submit']");

        var steps = await factory.DbAsync(async db => (await db.Offers.Include(o => o.Approval).AsSplitQuery().SingleAsync(o => o.Id == scene.OfferId)).Approval!.Steps);
        Assert.Equal(2, steps.Count);
        Assert.Equal([owner.Id], steps.OrderBy(s => s.Order).Last().Votes.Select(v => v.ApproverId));
        Assert.Contains("The only one", (await factory.Browser(scene.Finance).GetAsync(scene.OfferPath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_currency_without_a_band_does_not_go_round_the_band()
    {
        await BandAsync();
        var scene = await (await OfferScene.CreateAsync(factory)).DraftedAsync(
            OfferScene.Terms() with { BaseAnnual = Money.Of(90_000_000m, "JPY"), BonusAnnual = null, SignOn = null });
        var recruiter = factory.Browser(scene.Recruiter);
        var page = await recruiter.GetAsync(scene.OfferPath);

        var without = await recruiter.SubmitAsync(page, new Dictionary<string, string?> { ["Reason"] = "" }, "form[action*='Submit']");

        Assert.Contains("This level has no band in JPY", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, without.Status);
    }

    [Fact]
    public async Task The_recruiter_finds_what_to_draft_in_today_and_it_goes_once_it_is_drafted()
    {
        var scene = await OfferScene.CreateAsync(factory, "Waiting Candidate");
        await factory.DbAsync(async db =>
        {
            // The scene puts the job's recruiter in after the decision; the next move recomputes what waits.
            var application = await db.Applications.SingleAsync(a => a.Id == scene.ApplicationId);
            application.PutOnHold(A.ClearFacts() with { RecruiterId = scene.Recruiter.Id }, Actor.System, A.Noon, "wait", null);
            application.Resume(A.ClearFacts() with { RecruiterId = scene.Recruiter.Id }, Actor.System, A.Noon);
            await db.SaveChangesAsync();
        });
        var recruiter = factory.Browser(scene.Recruiter);
        Assert.Contains("Draft an offer for Waiting Candidate", (await recruiter.GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.NotNull((await recruiter.GetAsync($"/applications/APP-{scene.ApplicationId}")).Document.QuerySelector($"a[href='/offers/new?application={scene.ApplicationId}']"));

        await scene.DraftedAsync();

        Assert.DoesNotContain("Draft an offer for Waiting Candidate", (await recruiter.GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.Contains($"OFR-{scene.OfferId}", (await recruiter.GetAsync($"/applications/APP-{scene.ApplicationId}")).Text, StringComparison.Ordinal);
        var coordinator = factory.Browser(await factory.PersonAsync(Role.Coordinator));
        Assert.DoesNotContain("OFR-", (await coordinator.GetAsync($"/applications/APP-{scene.ApplicationId}")).Text, StringComparison.Ordinal);
    }

    private Task BandAsync() => factory.DbAsync(async db =>
    {
        if (!await db.RoleFamilies.AnyAsync(f => f.Code == "machine-learning-engineer"))
        {
            db.RoleFamilies.Add(CompanyDefaults.Copy(ShippedContent.RoleFamily("machine-learning-engineer")));
            await db.SaveChangesAsync();
        }
    });
}
