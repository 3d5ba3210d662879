using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentHub.Domain.Demand;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>Stage A: from the need to the open job.</summary>
public static partial class StepsDemand
{
    /// <summary>Asks for people; everything but where, how many and why is filled from the role family.</summary>
    /// <returns>The number of the request.</returns>
    public static async Task<string> AskForPeopleAsync(this Stage stage, Player manager, string level, string department, string place, int seats, string? overPlan)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(manager, "/demand/requisitions/new");
        await page.HeadsAsync(words["Ask for people"]);
        await page.GoingAsync(() => page.GetByRole(AriaRole.Link, new() { Name = level }).First.ClickAsync());
        await page.ChooseLikeAsync(words["Department"], department);
        await page.ChooseLikeAsync(words["Place"], place);
        await page.WriteAsync(words["How many people"], seats.ToString(CultureInfo.InvariantCulture));
        await page.WriteAsync(words["Start wanted"], stage.Today.AddDays(60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.ChooseLikeAsync(words["Hiring manager"], manager.Name);
        await page.Locator("fieldset", new() { HasText = words["Reason"] }).GetByRole(AriaRole.Radio).First.CheckAsync();
        await page.WriteAsync(words["In your words"], "Evaluation of the new model waits for people.");
        await page.SendAsync(words["Save and send for approval"]);
        if (overPlan is not null)
        {
            await page.HeadsAsync(words["Send for approval"]);
            await Assertions.Expect(page.Locator(".notice").First).ToBeVisibleAsync();
            await page.WriteAsync(words["Reason"], overPlan);
            await page.SendAsync(words["Send for approval"]);
        }

        await page.StandsAsync(words.State("requisition", RequisitionState.InApproval));
        return Number().Match(page.Url).Value;
    }

    /// <summary>The person who asked does not even find the button.</summary>
    public static async Task CannotApproveAsync(this Stage stage, Player requester, string number)
    {
        var page = await stage.AsAsync(requester, "/demand/requisitions/" + number);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = stage.Words.Move("requisition", RequisitionTrigger.Approve), Exact = true })).ToHaveCountAsync(0);
    }

    /// <summary>It waits in the approver's Today; they open it from there and say yes.</summary>
    public static async Task ApproveAsync(this Stage stage, Player approver, string number, RequisitionState then)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(approver, "/today");
        await page.GoingAsync(() => page.Locator($".todo-main[href*='{number}']").First.ClickAsync());
        await page.SendAsync(words.Move("requisition", RequisitionTrigger.Approve));
        await page.SaysAsync(words[then == RequisitionState.InApproval ? "You have approved {number}; the next step is asked" : "{number} is approved", ("number", number)]);
        await page.StandsAsync(words.State("requisition", then));
    }

    public static async Task OpenJobAsync(this Stage stage, Player recruiter, string number)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(recruiter, "/demand/requisitions/" + number + "/opening");
        await page.ChooseAsync(words["Recruiter who runs it"], recruiter.Name);
        await page.SendAsync(words.Move("requisition", RequisitionTrigger.Open));
        await page.StandsAsync(words.State("requisition", RequisitionState.Open));
    }

    [GeneratedRegex(@"REQ-\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
