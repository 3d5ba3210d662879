using Microsoft.Playwright;
using TalentHub.Browser.Tests.Walk;

namespace TalentHub.Browser.Tests.Access;

/// <summary>The frame of the product on a phone of 390 pixels.</summary>
public sealed class PhoneTests
{
    /// <summary>What of the bar stands outside the screen, lies on another part, or is too small for a finger.</summary>
    private const string Cramped = """
        () => {
          const bar = document.querySelector('.top'), bad = [];
          const parts = [...bar.children].filter(e => e.checkVisibility()).map(e => [e, e.getBoundingClientRect()]);
          if (bar.scrollWidth > bar.clientWidth) bad.push(`the bar is ${bar.scrollWidth} wide in ${bar.clientWidth}`);
          parts.forEach(([e, box], i) => {
            const name = e.className || e.tagName;
            if (box.left < 0 || box.right > innerWidth) bad.push(`${name} stands outside: ${box.left}–${box.right}`);
            if (box.width < 44) bad.push(`${name} is ${box.width} wide`);
            if (i && box.left < parts[i - 1][1].right - 1) bad.push(`${name} lies on ${parts[i - 1][0].className}`);
          });
          return bad;
        }
        """;

    [Fact]
    public Task The_bar_fits_on_every_main_page_and_the_menus_open_and_close_by_keyboard() => Stage.WalkAsync(
        async stage =>
        {
            var page = await stage.AsAsync(Player.Sample("HR"), "/today");
            await page.SetViewportSizeAsync(390, 844);
            var sections = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.side-link')].map(a => a.getAttribute('href'))");
            Assert.InRange(sections.Length, 8, 30);
            foreach (var path in sections)
            {
                await page.GotoAsync(stage.Product.Address + path);
                var bad = await page.EvaluateAsync<string[]>(Cramped);
                Assert.True(bad.Length == 0, $"{path}: {string.Join("; ", bad)}");
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways.");
            }

            // The sheet of sections, from the bar at the bottom.
            var opener = page.Locator(".bottom button[popovertarget=side]");
            await opener.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#side")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("document.getElementById('side').contains(document.activeElement)"), "The keyboard does not reach the sheet.");
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Locator("#side")).ToBeHiddenAsync();
            await Assertions.Expect(opener).ToBeFocusedAsync();

            // One's own menu at the top.
            var mine = page.Locator(".top details.menu").Last;
            await mine.Locator("summary").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            var list = (await mine.Locator(".menu-list").BoundingBoxAsync())!;
            Assert.True(list.X >= 0 && list.X + list.Width <= 390, $"The menu stands outside: {list.X}–{list.X + list.Width}");
            await page.Keyboard.PressAsync("ArrowDown");
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('.menu-list') !== null"));
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(mine.Locator(".menu-list")).ToBeHiddenAsync();
            await Assertions.Expect(mine.Locator("summary")).ToBeFocusedAsync();
        },
        sample: true);

    [Fact]
    public Task The_country_of_the_first_place_brings_its_time_zone_and_currency_and_leaves_alone_what_somebody_chose() => Stage.WalkAsync(async stage =>
    {
        var page = await stage.StrangerAsync("/setup/company");
        var (country, zone, currency) = (page.Locator("[name='Input.Country']"), page.Locator("[name='Input.Zone']"), page.Locator("[name='Input.Currency']"));

        await country.SelectOptionAsync("DE");
        await Assertions.Expect(zone).ToHaveValueAsync("Europe/Berlin");
        await Assertions.Expect(currency).ToHaveValueAsync("EUR");

        await country.SelectOptionAsync("CN");
        await Assertions.Expect(zone).ToHaveValueAsync("Asia/Shanghai");
        await Assertions.Expect(currency).ToHaveValueAsync("CNY");

        await currency.SelectOptionAsync("USD");
        await country.SelectOptionAsync("JP");
        await Assertions.Expect(zone).ToHaveValueAsync("Asia/Tokyo");
        await Assertions.Expect(currency).ToHaveValueAsync("USD");
    });
}
