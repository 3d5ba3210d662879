using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentHub.Domain.Recruiting;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>Stage B: from the posting to the application of somebody whom nobody knows.</summary>
public static partial class StepsRecruiting
{
    /// <summary>A posting from the role family's text.</summary>
    /// <returns>Its number.</returns>
    public static async Task<string> WritePostingAsync(this Stage stage, Player recruiter, string requisition)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(recruiter, "/postings/new?requisition=" + requisition);
        await page.SendAsync(words["Begin the posting"]);
        await page.HeadsAsync(words["Write the posting"]);
        Assert.True((await page.Locator("#Input_AboutEn").InputValueAsync()).Length > 100);
        await page.WriteAsync(words["Last day"], stage.Today.AddDays(40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.SendAsync(words["Save"]);
        await page.SendAsync(words.Move("posting", PostingTrigger.Submit));
        await page.StandsAsync(words.State("posting", PostingState.InReview));
        return Number().Match(page.Url).Value;
    }

    public static async Task ReviewPostingAsync(this Stage stage, Player reviewer, string posting)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(reviewer, "/postings/" + posting);
        await page.SendAsync(words["Approve and publish"]);
        await page.StandsAsync(words.State("posting", PostingState.Live));
    }

    /// <summary>Somebody finds the job on the careers site and reads it; machines read it too.</summary>
    public static async Task<IPage> FindJobAsync(this Stage stage, string posting)
    {
        var words = stage.Words;
        var page = await stage.StrangerAsync("/careers");
        await stage.SpeakAsync(page);
        await page.GoingAsync(() => page.Locator($".jobs a[href*='{posting}']").First.ClickAsync());
        await page.SaysAsync(words["Base pay"]);
        using var structured = JsonDocument.Parse((await page.Locator("script[type='application/ld+json']").TextContentAsync())!);
        Assert.Equal("JobPosting", structured.RootElement.GetProperty("@type").GetString());
        Assert.True(structured.RootElement.TryGetProperty("baseSalary", out _));
        return page;
    }

    /// <summary>Applies on one page: the résumé fills in what is empty, the person corrects it and consents.</summary>
    /// <returns>The number of the application.</returns>
    public static async Task<string> ApplyAsync(this Stage stage, IPage page, FilePayload resume, Player candidate, string place)
    {
        var words = stage.Words;
        await page.GoingAsync(() => page.Locator("a.btn[href*='/apply']:visible").First.ClickAsync());
        await page.WriteAsync(words["Where you live"], place);
        await page.Locator("input[type=file]").First.SetInputFilesAsync(resume);
        await Assertions.Expect(page.Field(words["Name"])).Not.ToHaveValueAsync(string.Empty);
        await Assertions.Expect(page.Field(words["E-mail"])).ToHaveValueAsync(candidate.Email);
        Assert.Equal(place, await page.Field(words["Where you live"]).InputValueAsync());
        await page.WriteAsync(words["Name"], candidate.Name);
        await page.AnswerQuestionsAsync(words);
        await page.SendAsync(words["Send application"]);
        await page.SaysAsync(words["Please read the privacy notice and agree to it, so that we may read your application."]);
        await page.Locator("#Input_Consent").CheckAsync();
        await page.SendAsync(words["Send application"]);
        await page.SaysAsync(words["Received"]);
        Assert.Contains("/c/", page.Url, StringComparison.Ordinal);

        // Back brings the form, not the browser's own "send it again?", although it once was answered with a fault.
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#Input_Consent")).ToBeAttachedAsync();
        await page.GoForwardAsync();
        candidate.Page = page;
        return page.Url;
    }

    /// <summary>Yes to every yes or no, the first choice of every choice, a sentence to the rest.</summary>
    private static async Task AnswerQuestionsAsync(this IPage page, Words words)
    {
        var section = page.Locator("section[aria-labelledby=h-questions]");
        foreach (var choice in await section.Locator("fieldset").AllAsync())
        {
            await choice.GetByRole(AriaRole.Radio).First.CheckAsync();
        }

        foreach (var line in await section.Locator("input[type=text], textarea").AllAsync())
        {
            await line.FillAsync(words.IsChinese ? "搭建了 512 卡训练平台，吞吐提升 40%。" : "Built a training platform for 512 accelerators; throughput rose by 40 %.");
        }
    }

    [GeneratedRegex(@"PST-\d+|POST-\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
