using Microsoft.Playwright;
using TalentHub.Domain.Access;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>An empty installation becomes a company that can hire.</summary>
public static class StepsCompany
{
    /// <summary>The first administrator, with the code that the start printed on the console.</summary>
    public static async Task SetUpAsync(this Stage stage, Player administrator)
    {
        var words = stage.Words;
        var page = administrator.Page = await stage.StrangerAsync("/");
        await page.HeadsAsync(words["Welcome to TalentHub"]);
        await page.FollowAsync(words["Set up my company"]);
        await page.WriteAsync(words["Set-up code"], stage.Product.SetUpCode!);
        await page.WriteAsync(words["Company name in English"], "Lumen Models");
        await page.WriteAsync(words["Company name in Chinese"], "流明模型");
        await page.WriteAsync(words["First place of work"], "Berlin");
        await page.Field(words["Time zone"]).SelectOptionAsync("Europe/Berlin");
        await page.WriteAsync(words["Your name"], administrator.Name);
        await page.WriteAsync(words["E-mail"], administrator.Email);
        await page.WriteAsync(words["Password"], Player.UsualPassword);
        await page.SendAsync(words["Set up my company"]);
        await stage.EnrolAsync(administrator);
        await page.HeadsAsync(words["First steps"]);
    }

    /// <summary>The other way to begin: the sample company, made while the page looks on.</summary>
    public static async Task LoadSampleAsync(this Stage stage)
    {
        var words = stage.Words;
        var page = await stage.StrangerAsync("/");
        await page.HeadsAsync(words["Welcome to TalentHub"]);
        await page.SendAsync(words["Load the sample company"]);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = words["Be someone of the sample company"] })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.Context.CloseAsync();
    }

    public static async Task AddDepartmentAsync(this Stage stage, Player administrator, string code, string name, Player head)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(administrator, "/admin/departments/edit");
        await page.WriteAsync(words["Short code"], code);
        await page.WriteAsync(words["Name in English"], name);
        await page.WriteAsync(words["Name in Chinese"], "研究部");
        await page.ChooseLikeAsync(words["Head"], head.Name);
        await page.SendAsync(words["Save"]);
        await page.SaysAsync(name);
    }

    /// <summary>An administrator invites; the link is shown once.</summary>
    public static async Task InviteAsync(this Stage stage, Player administrator, Player who, string title, string department, Player? manager = null, Role? role = null)
    {
        var words = stage.Words;
        var page = await stage.AsAsync(administrator, "/admin/users/invite");
        await page.WriteAsync(words["Name"], who.Name);
        await page.WriteAsync(words["E-mail"], who.Email);
        await page.WriteAsync(words["Title"], title);
        await page.ChooseAsync(words["Department"], department);
        await page.ChooseAsync(words["Place"], "Berlin");
        if (manager is not null)
        {
            await page.ChooseAsync(words["Line manager"], manager.Name);
        }

        if (role is { } given)
        {
            await page.GetByLabel(words.Enum(given), new() { Exact = true }).CheckAsync();
        }

        await page.SendAsync(words["Invite"]);
        who.Invitation = new Uri(await page.Locator("#invitation-link").InnerTextAsync());
        who.NeedsCode = role is Role.HR or Role.Admin;
        Assert.Equal(new Uri(stage.Product.Address).Authority, who.Invitation.Authority);
    }

    /// <summary>They open their link in a browser of their own and choose a password.</summary>
    public static async Task JoinAsync(this Stage stage, params Player[] invited)
    {
        var words = stage.Words;
        foreach (var who in invited)
        {
            var page = who.Page = await stage.StrangerAsync(who.Invitation!.PathAndQuery);
            await page.HeadsAsync(words["Welcome, {name}", ("name", who.Name)]);
            await page.WriteAsync(words["Password"], Player.UsualPassword);
            await page.SendAsync(words["Begin"]);
            if (who.NeedsCode)
            {
                await stage.EnrolAsync(who);
            }

            await page.HeadsAsync(words["Today"]);
        }
    }

    /// <summary>Sets up the second step with the key that the page shows, as an authenticator app would.</summary>
    private static async Task EnrolAsync(this Stage stage, Player who)
    {
        var words = stage.Words;
        var page = who.Page!;
        await page.HeadsAsync(words["Set up the second step"]);
        who.Secret = (await page.Locator("#secret").InnerTextAsync()).Replace(" ", string.Empty, StringComparison.Ordinal);
        await page.WriteAsync(words["Code"], Stage.CodeOf(who));
        await page.SendAsync(words["Continue"]);
        await page.HeadsAsync(words["Keep these recovery codes"]);
        Assert.True(await page.Locator("#recovery-codes").GetByRole(AriaRole.Listitem).CountAsync() >= 8);
        await page.FollowAsync(words["I have kept them"]);
    }
}
