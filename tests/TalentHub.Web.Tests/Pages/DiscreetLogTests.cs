using Microsoft.EntityFrameworkCore;
using TalentHub.Services.Scheduling;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Interviews;

namespace TalentHub.Web.Tests.Pages;

/// <summary>Logs carry numbers and decisions, never who somebody is or what they wrote.</summary>
public sealed class DiscreetLogTests(LogFactory factory) : IClassFixture<LogFactory>
{
    private const string Email = "zebulon.quartermain@example.com";
    private const string Note = "Wrote about a divorce.";

    [Fact]
    public async Task Neither_names_addresses_words_nor_secrets_of_people_stand_in_the_log()
    {
        var scene = await InterviewScene.SetAsync(factory);
        await factory.DbAsync(db => db.People.Where(p => p.Id == scene.CandidateId).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.Name.Given, "Zebulon").SetProperty(p => p.Name.Family, "Quartermain").SetProperty(p => p.Email, Email)));
        factory.Said.Clear();
        var recruiter = factory.Browser(scene.Recruiter);

        // A wrong sign-in, a search, a note, a rejection with its mail, a form with faults, a link that opens nothing.
        var stranger = factory.Browser();
        await stranger.SubmitAsync(await stranger.GetAsync("/account/forgot"), new Dictionary<string, string?> { ["Input.Email"] = Email });
        await recruiter.GetAsync("/candidates?q=Zebulon");
        await recruiter.GetAsync("/search?q=Quartermain");
        var review = await recruiter.GetAsync($"/applications/APP-{scene.ApplicationId}");
        await recruiter.SubmitAsync(review, new Dictionary<string, string?> { ["text"] = Note }, form: "form[action*='handler=Note']");
        var rejection = await recruiter.GetAsync($"/applications/APP-{scene.ApplicationId}/rejection");
        await recruiter.SubmitAsync(rejection, new Dictionary<string, string?> { ["Input.Note"] = Note });
        await stranger.GetAsync("/c/secretsecretsecretsecretsecretsecret");
        await factory.ServiceAsync<IEnumerable<IJob>, bool>(async jobs =>
        {
            foreach (var job in jobs)
            {
                await job.RunAsync(CancellationToken.None);
            }

            return true;
        });

        Assert.True(await factory.DbAsync(db => db.Notes.AnyAsync(n => n.Text == Note)));
        foreach (var word in new[] { "Zebulon", "Quartermain", "divorce", Email, "secretsecret", scene.Recruiter.Email })
        {
            Assert.DoesNotContain(factory.Said, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }
}
