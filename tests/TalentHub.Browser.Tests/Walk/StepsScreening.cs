using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentHub.Domain.Screening;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>Stage C: reading an application.</summary>
public static partial class StepsScreening
{
    /// <summary>The recruiter opens it from the job's board, with the résumé's text beside the answers.</summary>
    /// <returns>The number of the application.</returns>
    public static async Task<string> ReadApplicationAsync(this Stage stage, Player recruiter, string job, Player candidate, string resumeSays)
    {
        var page = await stage.AsAsync(recruiter, "/jobs/" + job);
        await page.GoingAsync(() => page.Locator(".bcard").Filter(new() { HasText = candidate.Name }).GetByRole(AriaRole.Link).First.ClickAsync());
        await Assertions.Expect(page.Locator(".review-doc")).ToContainTextAsync(resumeSays);
        await page.SendAsync(stage.Words.Move("application", ApplicationTrigger.StartReview));
        await page.StandsAsync(stage.Words.State("application", ApplicationState.InReview));
        return Number().Match(page.Url).Value;
    }

    public static async Task MarkMustHavesAsync(this Stage stage, Player recruiter, string application)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(recruiter, "/applications/" + application);
        var marks = page.Locator(".criteria form.mark");
        var count = await marks.CountAsync();
        Assert.True(count > 0, "The job names no must-haves.");
        for (var i = 0; i < count; i++)
        {
            await page.SendAsync(marks.Nth(i).GetByRole(AriaRole.Button, new() { Name = words["Met"], Exact = true }));
        }

        await Assertions.Expect(page.Locator(".criteria li[data-met=Met]")).ToHaveCountAsync(count);
    }

    public static async Task MoveApplicationAsync(this Stage stage, Player who, string application, ApplicationTrigger move, ApplicationState then)
    {
        var page = await stage.AsAsync(who, "/applications/" + application);
        await page.SendAsync(stage.Words.Move("application", move));
        await page.StandsAsync(stage.Words.State("application", then));
    }

    [GeneratedRegex(@"APP-\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
