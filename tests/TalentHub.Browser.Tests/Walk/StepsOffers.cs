using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentHub.Domain.Offers;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>Stage D, its second half: the offer and the answer.</summary>
public static partial class StepsOffers
{
    /// <returns>The number of the offer.</returns>
    public static async Task<string> DraftOfferAsync(this Stage stage, Player recruiter, Player candidate, DateOnly start, string basePay)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(recruiter, "/offers/new");
        await page.FollowAsync(candidate.Name);
        await page.WriteAsync(words["Base pay, a year"], basePay);
        await page.WriteAsync(words["Yearly bonus"], "20000");
        await page.ChooseAsync(words["Instrument"], words.Enum(EquityInstrument.RestrictedUnits));
        await page.WriteAsync(words["Units"], "4800");
        await page.WriteAsync(words["Start date"], start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.ChooseAsync(words["Letter in"], words.IsChinese ? "简体中文" : "English");
        await page.SendAsync(words["Keep as draft"]);
        await page.StandsAsync(words.State("offer", OfferState.Draft));
        await page.SendAsync(words.Move("offer", OfferTrigger.Submit));
        await page.StandsAsync(words.State("offer", OfferState.InApproval));
        return Number().Match(page.Url).Value;
    }

    public static async Task ApproveOfferAsync(this Stage stage, Player approver, string offer, OfferState then)
    {
        var page = await stage.AsAsync(approver, "/offers/" + offer);
        await page.SendAsync(stage.Words.Move("offer", OfferTrigger.Approve));
        await page.StandsAsync(stage.Words.State("offer", then));
    }

    public static async Task ExtendOfferAsync(this Stage stage, Player recruiter, string offer)
    {
        var page = await stage.AsAsync(recruiter, "/offers/" + offer);
        await page.GetByRole(AriaRole.Button, new() { Name = stage.Words.Move("offer", OfferTrigger.Extend), Exact = true }).ClickAsync();
        await page.SendAsync(page.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = stage.Words.Move("offer", OfferTrigger.Extend), Exact = true }));
        await page.StandsAsync(stage.Words.State("offer", OfferState.Extended));
    }

    /// <summary>The candidate opens the signed page from the mail, loads the letter down and accepts.</summary>
    public static async Task AcceptOfferAsync(this Stage stage, Player candidate, string mail)
    {
        var words = stage.Words;
        var page = await stage.StrangerAsync(Path().Match(mail).Value);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = words["Download the letter (PDF)"] }).ClickAsync());
        await using (var letter = await download.CreateReadStreamAsync())
        {
            var head = new byte[5];
            await letter.ReadExactlyAsync(head);
            Assert.Equal("%PDF-"u8.ToArray(), head);
        }

        await page.WriteAsync(words["Type your full name"], candidate.Name);
        await page.SendAsync(words["Accept the offer"]);
        await Assertions.Expect(page.Locator(".page-head .state")).ToContainTextAsync(words.State("offer", OfferState.Accepted));
    }

    [GeneratedRegex(@"OFR-\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"/o/[\w\-~.]+(\?\S+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Path();
}
