using System.Text.Json;
using System.Text.RegularExpressions;
using TalentHub.Domain.Access;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages;

public sealed partial class LayoutTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task The_frame_shows_only_the_sections_that_the_viewer_may_enter()
    {
        var employee = await factory.Browser(await factory.PersonAsync()).GetAsync("/today");
        var recruiter = await factory.Browser(await factory.PersonAsync(Role.Recruiter)).GetAsync("/today");

        Assert.Empty(employee.Document.QuerySelectorAll(".side a[href='/candidates'], .bottom a[href='/candidates']"));
        Assert.NotEmpty(recruiter.Document.QuerySelectorAll(".side a[href='/candidates']"));
        Assert.Equal("page", recruiter.Document.QuerySelector(".side-link[href='/today']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_page_crosses_the_wire_compressed_and_light()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/flow", UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("br");
        var answer = await factory.Browser(await factory.PersonAsync(Role.HR)).Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 500, 40 * 1024);
    }

    [Fact]
    public async Task A_page_lights_the_section_it_belongs_to_wherever_it_lies()
    {
        var flow = await factory.Browser(await factory.PersonAsync(Role.HR)).GetAsync("/machines/offer");

        Assert.Equal(["/flow"], flow.Document.QuerySelectorAll(".side-link[aria-current=page]").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Who_finds_nothing_is_led_on_to_where_they_came_from()
    {
        var stranger = await factory.Browser().GetAsync("/careers/PST-999999/nothing");
        var colleague = await factory.Browser(await factory.PersonAsync()).GetAsync("/nothing/here");

        Assert.Equal("/careers", stranger.Document.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
        Assert.Equal("/", colleague.Document.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_page_of_the_frame_holds_nothing_that_the_content_policy_refuses()
    {
        var page = await factory.Browser(await factory.PersonAsync(Role.Admin)).GetAsync("/today");

        Assert.Empty(page.Document.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.Document.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.All(page.Document.QuerySelectorAll("form[method=post]"), f => Assert.NotNull(f.GetAttribute("action") ?? page.Path));
    }

    [Fact]
    public async Task A_keyboard_finds_the_content_first_and_every_control_has_a_name()
    {
        var page = await factory.Browser(await factory.PersonAsync(Role.Admin)).GetAsync("/today");

        Assert.Equal("#main", page.Document.Body!.QuerySelector("a")!.GetAttribute("href"));
        Assert.NotNull(page.Document.QuerySelector("main#main[tabindex='-1']"));
        Assert.All(
            page.Document.QuerySelectorAll("button, summary, a[href]"),
            control => Assert.False(string.IsNullOrWhiteSpace(control.GetAttribute("aria-label") ?? control.TextContent), control.OuterHtml));
    }

    [Fact]
    public async Task Theme_and_language_are_chosen_by_plain_forms_and_come_back_to_the_page()
    {
        var browser = factory.Browser(await factory.PersonAsync());
        var page = await browser.GetAsync("/today");

        var after = await browser.SubmitAsync(page, form: "form[action='/theme']", button: ("theme", "dark"));
        Assert.Equal("/today", after.Location);
        Assert.Equal("dark", (await browser.GetAsync("/today")).Document.DocumentElement.GetAttribute("data-bs-theme"));

        await browser.SubmitAsync(page, form: "form[action='/language']", button: ("lang", "zh-CN"));
        var chinese = await browser.GetAsync("/today");
        Assert.Equal("zh-CN", chinese.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("跳到正文", chinese.Document.QuerySelector(".skip")!.TextContent);
    }

    [Fact]
    public void Every_icon_that_a_page_names_is_in_the_sprite()
    {
        var web = Path.Combine(Root(), "src", "TalentHub.Web");
        var known = JsonDocument.Parse(File.ReadAllText(Path.Combine(web, "Assets", "icons.json"))).RootElement.EnumerateObject().Select(p => p.Name).ToHashSet();
        var named = Directory.EnumerateFiles(web, "*.cs*", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => IconName().Matches(File.ReadAllText(f)).Select(m => m.Groups["name"].Value));

        Assert.Empty(named.Except(known));
    }

    [GeneratedRegex("""Icon(\[|\.Of\()"(?<name>[a-z0-9-]+)"[\])]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IconName();

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TalentHub.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
