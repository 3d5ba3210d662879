using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Offers;

namespace TalentHub.Web.Tests.Pages.Screening;

public sealed class FollowTheLineTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task An_accepted_offer_makes_the_application_ready()
    {
        var scene = await OfferScene.CreateAsync(factory);

        await scene.AcceptedAsync();

        Assert.Equal(ApplicationState.ReadyToHire, await StateAsync(scene.ApplicationId));
    }

    [Fact]
    public async Task Whoever_withdraws_while_an_offer_is_being_written_ends_it_unsent_and_frees_its_seat()
    {
        var scene = await OfferScene.CreateAsync(factory);
        await scene.DraftedAsync();
        var browser = factory.Browser(scene.Recruiter);

        await browser.SubmitAsync(await browser.GetAsync($"/applications/APP-{scene.ApplicationId}/withdrawal"));

        Assert.Equal(ApplicationState.Withdrawn, await StateAsync(scene.ApplicationId));
        Assert.Equal(OfferState.Cancelled, await scene.StateAsync());
        Assert.Equal(OpeningState.Open, await factory.DbAsync(db => db.Openings.Where(o => o.Id == scene.OpeningId).Select(o => o.State).SingleAsync()));
    }

    [Fact]
    public async Task An_offer_that_is_out_is_declined_and_not_withdrawn_from_nor_rejected()
    {
        var scene = await OfferScene.CreateAsync(factory);
        await scene.ExtendedAsync();
        var page = await factory.Browser(scene.Recruiter).GetAsync($"/applications/APP-{scene.ApplicationId}");

        Assert.Contains("An offer is out; declining it ends the application.", page.Text, StringComparison.Ordinal);
        Assert.Contains("An offer has not ended yet; end it first.", page.Text, StringComparison.Ordinal);
    }

    private Task<ApplicationState> StateAsync(long id) => factory.DbAsync(db => db.Applications.Where(a => a.Id == id).Select(a => a.State).SingleAsync());
}
