using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using TalentHub.Browser.Tests.Walk;
using TalentHub.Web.Commands;

namespace TalentHub.Browser.Tests.Access;

/// <summary>Opens every page of the product once, in the sample company, and writes down what is wrong with it; the tests read the notes.</summary>
public sealed class Survey : BrowserFixture
{
    private const string Sideways = """
        () => {
          if (document.documentElement.scrollWidth <= innerWidth) return null;
          const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && ![...e.children].some(c => c.getBoundingClientRect().right > innerWidth + 1) && !e.closest('.table-wrap, .board, [tabindex="0"]'));
          return wide.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' ~ ') || 'something';
        }
        """;

    /// <summary>A drawing without words beside it, or without its figures as a table.</summary>
    private const string Drawings = """
        () => [...document.querySelectorAll('main figure, main canvas, main svg[role=img]')].filter(e => e.checkVisibility() && !e.parentElement.closest('figure')).filter(e =>
          !(e.matches('figure') && e.querySelector('figcaption')?.textContent.trim() && (e.querySelector('table') ?? document.querySelector('main table')))).map(e => e.outerHTML.slice(0, 120))
        """;

    /// <summary>A text from right to left must stand alone in an element that sets it apart, or between isolating characters; else the numbers beside it change places.</summary>
    private const string RightToLeft = """
        () => {
          const theirs = /[\u0590-\u08ff]/, bad = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const text = node.data.trim(), open = text.replace(/\u2068[^\u2069]*\u2069/g, ''), element = node.parentElement;
            if (!theirs.test(open) || element.closest('script, style, option, template')) continue;
            const alone = !/[0-9A-Za-z\u3400-\u9fff]/.test(open);
            const apart = /isolate|plaintext/.test(getComputedStyle(element).unicodeBidi) || !getComputedStyle(element).display.startsWith('inline')
              && [...element.childNodes].every(n => n === node || n.nodeType !== 3 || !n.data.trim());
            if (!alone || !apart) bad.push(element.outerHTML.slice(0, 140));
          }
          return bad;
        }
        """;

    /// <summary>Words that stand on the page in letters of no size: a narrow screen must not lose what a wide one says.</summary>
    private const string Sizeless = """
        () => [...document.querySelectorAll('main *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility() && getComputedStyle(e).fontSize === '0px').map(e => e.outerHTML.slice(0, 120))
        """;

    /// <summary>What axe finds on the page, a line a rule; the colours alone once they have changed.</summary>
    private const string Run = """
        async tags => (await axe.run(document, { runOnly: tags, resultTypes: ['violations'] })).violations.map(v =>
          v.id + ': ' + v.nodes.slice(0, 2).map(n => n.html.slice(0, 160) + ' — ' + (n.failureSummary ?? '').split('\n')[1]?.trim()).join(' ~ '))
        """;

    private static readonly object Whole = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa" } };
    private static readonly object Colours = new { type = "rule", values = new[] { "color-contrast" } };
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly Dictionary<string, IPage> pages = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Unseen { get; private set; } = [];

    public List<string> Violations { get; } = [];

    public List<string> WiderThanTheScreen { get; } = [];

    public List<string> Lost { get; } = [];

    public List<string> DrawingsAlone { get; } = [];

    public List<string> OutOfOrder { get; } = [];

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public int Seen { get; private set; }

    protected override async Task SetUpAsync()
    {
        var routes = await Tour.RoutesAsync();
        var left = routes.ToDictionary(r => r.Path, StringComparer.Ordinal);
        await using (var stage = await Stage.SetAsync(sample: true, prepare: Tour.Prepare))
        {
            foreach (var route in routes)
            {
                if (await FindAsync(stage, route) is { } stop)
                {
                    await LookAsync(await PageAsync(stage, stop.Who), stop, stage.Product.Address);
                    left.Remove(route.Path);
                }
            }

            await CodeAsync(stage);
            left.Remove("/account/code");
            left.Remove("/account/second-factor");
            Faults = [.. stage.Faults];
        }

        pages.Clear();
        await using (var empty = await Stage.SetAsync())
        {
            foreach (var path in left.Keys.Where(p => p.StartsWith("/setup", StringComparison.Ordinal)).ToList())
            {
                await LookAsync(await PageAsync(empty, null), new Stop(path, null, path), empty.Product.Address);
                left.Remove(path);
            }
        }

        Unseen = [.. left.Keys];
    }

    /// <summary>The first record and person for whom the page itself answers, not a refusal or a way round.</summary>
    private async Task<Stop?> FindAsync(Stage stage, RouteRow route)
    {
        foreach (var (who, path) in Tour.Tries(route, stage.Product.Folder))
        {
            var page = await PageAsync(stage, who);
            var answer = await page.APIRequest.GetAsync(stage.Product.Address + path, new() { MaxRedirects = 0 });
            if (answer.Status == 200 || path.StartsWith("/error", StringComparison.Ordinal))
            {
                return new Stop(route.Path, who, path);
            }
        }

        return null;
    }

    private async Task<IPage> PageAsync(Stage stage, string? who)
    {
        if (!pages.TryGetValue(who ?? string.Empty, out var page))
        {
            page = who is null
                ? await stage.StrangerAsync("/careers", new() { ReducedMotion = ReducedMotion.Reduce, TimezoneId = "UTC" })
                : await stage.AsAsync(Player.Sample(who), "/today");
            pages[who ?? string.Empty] = page;
        }

        return page;
    }

    private async Task CodeAsync(Stage stage)
    {
        var page = await stage.StrangerAsync("/account/sign-in");
        var hr = Sample.WithPassword(stage.Product.Folder, "HR");
        await page.WriteAsync("E-mail", hr.Email);
        await page.WriteAsync("Password", hr.Password);
        await page.SendAsync("Sign in");
        await LookAsync(page, new Stop("/account/code", "HR", "/account/code"), stage.Product.Address);
        await page.WriteAsync("Code", Stage.CodeOf(hr));
        await page.SendAsync("Continue");
        await LookAsync(page, new Stop("/account/second-factor", "HR", "/account/second-factor"), stage.Product.Address);
    }

    private async Task LookAsync(IPage page, Stop stop, string address)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(address + stop.Path);
        if (await page.Locator("button[name=show]").CountAsync() > 0)
        {
            // The message that a rejection sends is part of its page.
            await page.Locator("select[name='Input.ReasonCode']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await page.SendAsync(page.Locator("button[name=show]"));
        }

        await page.EvaluateAsync("() => document.querySelectorAll('main details:not(.menu)').forEach(d => d.open = true)");
        Seen++;
        await page.EvaluateAsync(Axe + "; 0");
        Note(stop, "light", await page.EvaluateAsync<string[]>(Run, Whole));
        DrawingsAlone.AddRange((await page.EvaluateAsync<string[]>(Drawings)).Select(d => $"{stop.Path}: {d}"));
        OutOfOrder.AddRange((await page.EvaluateAsync<string[]>(RightToLeft)).Select(d => $"{stop.Path} ({stop.Who}): {d}"));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Note(stop, "dark", await page.EvaluateAsync<string[]>(Run, Colours));
        foreach (var width in new[] { 640, 390 })
        {
            await page.SetViewportSizeAsync(width, 844);
            if (await page.EvaluateAsync<string?>(Sideways) is { } wide)
            {
                WiderThanTheScreen.Add($"{stop.Path} at {width}: {wide}");
            }

            Lost.AddRange((await page.EvaluateAsync<string[]>(Sizeless)).Select(lost => $"{stop.Path} at {width}: {lost}"));
        }
    }

    private void Note(Stop stop, string theme, string[] found) => Violations.AddRange(found.Select(f => $"{stop.Path} ({stop.Who}, {theme}) {f}"));
}
