using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentHub.Domain.Onboarding;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>Stage E, its door: what comes before the first day, and the first day.</summary>
public static partial class StepsOnboarding
{
    /// <summary>The hire fills in their own page: details, and the document that HR must look at.</summary>
    public static async Task PrepareAsync(this Stage stage, Player hire, string mail)
    {
        var words = stage.Words;
        var page = await stage.StrangerAsync(Path().Match(mail).Value);
        await page.HeadsAsync(words["Welcome, {name}", ("name", hire.Name)]);
        await page.WriteAsync(words["Phone"], "+49 30 5550 1234");
        await page.WriteAsync(words["Whom to call in an emergency"], "Ivo Sommer");
        await page.WriteAsync(words["Their phone"], "+49 30 5550 9876");
        await page.SendAsync(words["Save my details"]);
        await page.Locator("input[type=file]").First.SetInputFilesAsync(Resumes.Pdf("passport.pdf", "Passport"));
        await page.SendAsync(words["Hand it in"]);
        await page.SaysAsync(words["Your document is with HR. You can replace it until they have looked at it."]);
    }

    /// <summary>HR ends one blocking task after another until nothing holds day one.</summary>
    /// <returns>The number of the plan.</returns>
    public static async Task<string> ClearTheWayAsync(this Stage stage, Player hr, Player hire)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(hr, "/onboarding");
        await page.FollowAsync(hire.Name);
        var notice = page.Locator("main > .notice[data-tone=blocked]");
        await Assertions.Expect(notice).ToBeVisibleAsync();
        while (await notice.CountAsync() > 0)
        {
            var task = (await notice.GetByRole(AriaRole.Link).First.GetAttributeAsync("href"))!;
            var row = page.Locator(task);
            await page.SendAsync(row.GetByRole(AriaRole.Button, new() { Name = words.Move("task", TaskTrigger.Complete), Exact = true }));
        }

        await page.StandsAsync(words.State("onboarding", OnboardingState.ReadyForDayOne));
        return Number().Match(page.Url).Value;
    }

    public static async Task ArriveAsync(this Stage stage, Player hr, string plan)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(hr, "/onboarding/" + plan);
        await page.SendAsync(words.Move("onboarding", OnboardingTrigger.Arrive));
        await page.StandsAsync(words.State("onboarding", OnboardingState.InProgress));
    }

    [GeneratedRegex(@"ONB-\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"/w/[\w\-~.]+(\?\S+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Path();
}
