using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentHub.Domain.Interviews;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>Stage D, its first half: the plan, the interviews, the scorecards, the decision.</summary>
public static partial class StepsInterviews
{
    /// <summary>The plan came with the role family; keeps some of its rounds and names who holds them.</summary>
    public static async Task PlanInterviewsAsync(this Stage stage, Player recruiter, string job, int rounds, params Player[] interviewers)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(recruiter, "/jobs/" + job + "/plan");
        for (var left = await page.Locator("main section.panel").CountAsync(); left > rounds; left--)
        {
            await page.SendAsync(page.GetByRole(AriaRole.Button, new() { Name = words["Remove"], Exact = true }).Last);
        }

        for (var round = 0; round < rounds; round++)
        {
            await page.GoingAsync(() => page.GetByRole(AriaRole.Link, new() { Name = words["Change"], Exact = true }).Nth(round).ClickAsync());
            await page.ChoosePeopleAsync(words["Who may hold it"], [.. interviewers.Select(i => i.Name)]);
            await page.SendAsync(words["Save the round"]);
            await Assertions.Expect(page.Locator("main section.panel").Nth(round)).ToContainTextAsync(interviewers[0].Name);
        }
    }

    /// <summary>Books a round; everyone gets a calendar file.</summary>
    /// <returns>The number of the interview.</returns>
    public static async Task<string> BookAsync(this Stage stage, Player recruiter, string application, int round, DateTime at, Player interviewer, string zone = "Europe/Berlin")
    {
        var words = stage.Words;
        var page = await stage.AsAsync(recruiter, "/applications/" + application + "/interviews/new");
        await page.Field(words["Round"]).SelectOptionAsync(new SelectOptionValue { Index = round });
        await page.WriteAsync(words["Day"], at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.WriteAsync(words["Time"], at.ToString("HH:mm", CultureInfo.InvariantCulture));
        await page.Field(words["Time zone"]).SelectOptionAsync(zone);
        await page.Field(words["The candidate's time zone"]).SelectOptionAsync(zone);
        await page.ChoosePeopleAsync(words["Interviewers"], interviewer.Name);
        await page.WriteAsync(words["Link to the call"], "https://meet.example.com/lumen");
        await page.SendAsync(words["Book and send invitations"]);
        await page.StandsAsync(words.State("interview", InterviewState.Scheduled));
        return Number().Match(page.Url).Value;
    }

    /// <summary>A timer ends what is over and hands out the scorecards, within a minute; whoever writes one before sends against a card that has changed.</summary>
    public static async Task IsOverAsync(this Stage stage, Player interviewer, string interview)
    {
        var over = stage.Words.State("interview", InterviewState.AwaitingFeedback);
        for (var tries = 0; tries < 90; tries++)
        {
            var page = await stage.AsAsync(interviewer, "/interviews/" + interview);
            if ((await page.Locator(".page-head .state").First.InnerTextAsync()).Contains(over, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        Assert.Fail($"{interview} does not end.");
    }

    /// <summary>Rates everything a three and recommends to hire.</summary>
    public static async Task WriteScorecardAsync(this Stage stage, Player interviewer, string interview)
    {
        var words = stage.Words;
        await stage.IsOverAsync(interviewer, interview);
        var page = await stage.AsAsync(interviewer, "/interviews/" + interview + "/scorecard");
        foreach (var scale in await page.Locator("fieldset.scale").AllAsync())
        {
            await scale.Locator("input[value='3']").CheckAsync();
        }

        foreach (var evidence in await page.GetByLabel(words["What you saw or heard"]).AllAsync())
        {
            await evidence.FillAsync(words.IsChinese ? "讲清了取舍与失败。" : "Explained trade-offs and failures without being asked.");
        }

        await page.WriteAsync(words["Why, in a few sentences"], words.IsChinese ? "扎实，愿意共事。" : "Solid; I would work with them.");
        await page.SendAsync(words["Hand in"]);
        await page.SaysAsync(words["Scorecard in"]);
    }

    /// <summary>The cards are locked and compared, the hiring manager signs, HR signs.</summary>
    public static async Task DecideAsync(this Stage stage, Player recruiter, Player manager, Player hr, string application)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(recruiter, "/debriefs/" + application);
        await page.SendAsync(words.Move("decision", DecisionTrigger.OpenDebrief));
        await page.StandsAsync(words.State("decision", DecisionState.Open));

        page = await stage.AsAsync(manager, "/debriefs/" + application);
        Assert.True(await page.Locator("table.debrief .score").CountAsync() >= 2);
        await page.Locator(".moves summary").Filter(new() { HasText = words.Move("decision", DecisionTrigger.SignHire) }).ClickAsync();
        await page.WriteAsync(words["Reason"], words.IsChinese ? "两轮都很扎实。" : "Both rounds were solid.");
        await page.SendAsync(words.Move("decision", DecisionTrigger.SignHire));
        await page.StandsAsync(words.State("decision", DecisionState.Open));

        page = await stage.AsAsync(hr, "/debriefs/" + application);
        await page.SaysAsync(manager.Name);
        await page.SendAsync(words.Move("decision", DecisionTrigger.Hire));
        await page.StandsAsync(words.State("decision", DecisionState.Hire));
    }

    [GeneratedRegex(@"INT-\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
