using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TalentHub.Browser.Tests.FrontEnd;

public sealed class ScriptTests : IClassFixture<StyleGuide>
{
    private readonly StyleGuide guide;

    public ScriptTests(StyleGuide guide)
    {
        guide.Ready();
        this.guide = guide;
    }

    [Fact]
    public async Task Search_takes_the_focus_by_slash_and_by_control_k()
    {
        var page = await guide.OpenAsync("today");

        await page.Keyboard.PressAsync("/");
        Assert.True(await IsFocusedAsync(page, "[data-search]"));

        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+k");
        Assert.True(await IsFocusedAsync(page, "[data-search]"));
    }

    [Fact]
    public async Task A_menu_is_walked_by_arrows_and_closed_by_escape()
    {
        var page = await guide.OpenAsync("today");
        await page.Locator(".top .menu.new > summary").ClickAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await IsFocusedAsync(page, ".menu.new .menu-list a"));

        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator(".menu[open]").CountAsync());
    }

    [Fact]
    public async Task Review_keys_press_what_they_name_but_not_while_someone_types()
    {
        var page = await guide.OpenAsync("review");
        await page.EvaluateAsync("window.hit = ''; document.addEventListener('click', e => { window.hit += e.target.closest('[data-key]')?.dataset.key ?? ''; e.preventDefault(); })");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("r");
        await page.Locator("textarea").FocusAsync();
        await page.Keyboard.PressAsync("h");

        Assert.Equal("jr", await page.EvaluateAsync<string>("window.hit"));
    }

    [Fact]
    public async Task Typed_text_survives_a_reload_and_is_dropped_once_it_is_sent()
    {
        var page = await guide.OpenAsync("review");
        await page.Locator("textarea").FillAsync("Strong on evaluation.");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).length === 1");

        await page.ReloadAsync();
        Assert.Equal("Strong on evaluation.", await page.Locator("textarea").InputValueAsync());
        Assert.Equal(1, await page.Locator(".notice[role=status]").CountAsync());

        await page.EvaluateAsync("address => { const f = document.querySelector('form[data-draft]'); f.action = address; f.requestSubmit(); }", guide.Address("today"));
        await page.WaitForFunctionAsync("() => location.search.includes('page=today') && Object.keys(localStorage).length === 0", null, new PageWaitForFunctionOptions { Timeout = 60_000 });
    }

    [Fact]
    public async Task What_the_page_says_of_a_choice_follows_it_and_a_word_of_ones_own_stays()
    {
        var page = await guide.OpenAsync("form");

        await page.SelectOptionAsync("#Rung", "L5");
        Assert.Equal(("Senior engineer", "Leads others"), (await page.InputValueAsync("#Followed"), await page.Locator("#meaning").TextContentAsync()));

        await page.FillAsync("#Followed", "Evaluator");
        await page.SelectOptionAsync("#Rung", "L4");
        Assert.Equal(("Evaluator", "Works alone"), (await page.InputValueAsync("#Followed"), await page.Locator("#meaning").TextContentAsync()));
    }

    [Fact]
    public async Task A_form_goes_only_once()
    {
        var page = await guide.OpenAsync("job");

        var sent = await page.EvaluateAsync<int>(
            "() => { let n = 0; addEventListener('submit', e => { if (!e.defaultPrevented) n++; e.preventDefault(); }); const f = document.querySelector('.moves form'); f.requestSubmit(); f.requestSubmit(); return n; }");

        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task A_form_that_is_stopped_says_why_even_where_the_page_gave_the_message_no_place()
    {
        var page = await guide.OpenAsync("form");
        await page.EvaluateAsync(
            "() => { addEventListener('submit', e => e.preventDefault()); const bare = document.createElement('input'); bare.name = 'Bare'; bare.dataset.val = 'true'; bare.setAttribute('data-val-required', 'Say what the base pay is.'); document.querySelector('form.form').prepend(bare); }");

        await page.WaitForFunctionAsync("() => { document.querySelector('form.form').requestSubmit(); return document.querySelector('[data-valmsg-for=Bare]')?.innerText.includes('Say what the base pay is.'); }");

        Assert.Equal("Bare-says", await page.Locator("[name=Bare]").GetAttributeAsync("aria-describedby"));
    }

    [Fact]
    public async Task A_move_that_cannot_be_undone_asks_first_and_escape_means_no()
    {
        var page = await guide.OpenAsync("job");
        await page.Locator("[data-confirm]").ClickAsync();

        Assert.Contains("Nobody has applied yet", await page.Locator("dialog[open] h2").TextContentAsync(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForFunctionAsync("() => !document.querySelector('dialog')");
        Assert.Contains("page=job", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dragging_lights_only_the_columns_of_the_cards_own_menu_and_presses_its_button()
    {
        var page = await guide.OpenAsync("board");
        await page.EvaluateAsync("document.addEventListener('submit', e => { window.sent = e.submitter?.value; e.preventDefault(); })");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-board]').hasAttribute('data-wired')");

        var card = (await page.Locator(".bcard").First.BoundingBoxAsync())!;
        var column = (await page.Locator("[data-column=Interviewing]").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(card.X + 60, card.Y + 30);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(card.X + 80, card.Y + 40, new MouseMoveOptions { Steps = 3 });
        await page.Mouse.MoveAsync(column.X + 100, column.Y + 20, new MouseMoveOptions { Steps = 8 });

        Assert.Equal(["Interviewing", "Rejected"], await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.column.is-allowed')].map(c => c.dataset.state)"));
        Assert.Equal("Offer: two scorecards are missing.", await page.Locator("[data-state=OfferStage] .column-why").TextContentAsync());

        await page.Mouse.UpAsync();
        await page.WaitForFunctionAsync("() => window.sent");
        Assert.Equal("ToInterview", await page.EvaluateAsync<string>("window.sent"));
    }

    [Fact]
    public async Task Every_page_of_the_guide_is_free_of_axe_violations_in_both_themes_and_fits_a_phone()
    {
        foreach (var name in new[] { "today", "job", "table", "form", "board", "review", "scorecard", "debrief", "flow", "careers", "apply", "offer", "signin" })
        {
            foreach (var (theme, width) in new[] { ("light", 1280), ("dark", 390) })
            {
                var page = await guide.OpenAsync(name, theme, width);
                var result = await page.RunAxe();
                Assert.True(result.Violations.Length == 0, $"{name} {theme}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} {v.Nodes[0].Html}"))}");
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} scrolls sideways at {width} px");
                await page.Context.CloseAsync();
            }
        }
    }

    private static Task<bool> IsFocusedAsync(IPage page, string selector) => page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) === true", selector);
}
