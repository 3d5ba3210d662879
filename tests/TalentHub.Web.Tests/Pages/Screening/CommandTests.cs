using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Screening;

public sealed class CommandTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task A_page_asks_the_database_at_most_eight_times_however_much_it_shows()
    {
        using var counter = new CommandCounter();
        var scene = await ScreeningScene.MakeAsync(factory);
        JobApplication? last = null;
        foreach (var state in ApplicationFlow.Board.Concat(ApplicationFlow.Board))
        {
            last = await scene.ApplicationAsync($"Person {state}", state is ApplicationState.OfferStage or ApplicationState.ReadyToHire or ApplicationState.Hired ? ApplicationState.Received : state);
        }

        var browser = factory.Browser(scene.Recruiter);
        string[] paths =
        [
            "/jobs", $"/jobs/REQ-{scene.JobId}", $"/jobs/REQ-{scene.JobId}?tab=table", "/candidates", "/candidates?q=person&state=running&sort=Name", $"/applications/APP-{last!.Id}",
            $"/candidates/{last.PersonId}", $"/applications/APP-{last.Id}/rejection",
        ];
        var many = new List<string>();
        foreach (var path in paths)
        {
            // Once for what is kept afterwards: who the viewer is, the company.
            Assert.True((await browser.GetAsync(path)).Response.IsSuccessStatusCode, path);
            var count = await counter.CountAsync(factory, () => browser.GetAsync(path));
            if (count is 0 or > 8)
            {
                many.Add($"{path}: {count}");
            }
        }

        Assert.True(many.Count == 0, string.Join(", ", many));
    }
}
