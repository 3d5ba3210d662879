namespace TalentHub.Browser.Tests.Walk;

/// <summary>The look-out for words that stayed English, tried on a page that has some.</summary>
public sealed class LeftOversTests
{
    [Fact]
    public async Task Words_of_the_product_are_found_and_those_of_people_are_not()
    {
        using var playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var page = await browser.NewPageAsync();
        await page.AddInitScriptAsync(LeftOvers.Script());
        var said = new TaskCompletionSource<string>();
        page.Console += (_, message) => said.TrySetResult(message.Text);
        await page.RouteAsync("**/*", route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Body = """
                <html lang="zh-CN"><body><h1>需求</h1><p>Save and send for approval</p><p>3 of 5 seats filled</p><button>Frobnicate</button><span>In review</span><input placeholder="Reason">
                <td>Ada Brandt</td><th><bdi>Ada Brandt</bdi></th><p>PyTorch 与 Kubernetes</p><blockquote dir="auto">Save</blockquote></body></html>
                """,
        }));

        await page.GotoAsync("http://talenthub.test/");

        var left = (await said.Task.WaitAsync(Stage.Patience))[LeftOvers.Mark.Length..].Split(" | ");
        Assert.Equal(["3 of 5 seats filled", "Frobnicate", "In review", "Reason", "Save and send for approval"], left.Order(StringComparer.Ordinal));
    }
}
