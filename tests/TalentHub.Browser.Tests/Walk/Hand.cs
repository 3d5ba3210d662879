using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>What a person does on a page, by what they read there.</summary>
public static class Hand
{
    /// <summary>What a label adds to its name, in both languages.</summary>
    private static readonly string Additions =
        string.Join('|', new[] { "optional", "or a room", "only if something is unusual" }.SelectMany(addition => new[] { addition, new Words("zh-CN")[addition] }).Select(Regex.Escape));

    /// <summary>Presses a button that sends a form, and waits for the page that follows.</summary>
    public static Task SendAsync(this IPage page, string button) => page.SendAsync(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    public static Task SendAsync(this IPage page, ILocator button) => page.GoingAsync(() => button.ClickAsync());

    /// <summary>Follows a link by its words; the first of several.</summary>
    public static Task FollowAsync(this IPage page, string link) => page.GoingAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());

    public static Task WriteAsync(this IPage page, string label, string text) => page.Field(label).FillAsync(text);

    public static Task ChooseAsync(this IPage page, string label, string option) => page.Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Chooses what begins with or contains a text: options often say more than one cares to repeat.</summary>
    public static async Task ChooseLikeAsync(this IPage page, string label, params string[] texts)
    {
        var field = page.Field(label);
        var values = new List<string>();
        foreach (var text in texts)
        {
            values.Add((await field.Locator("option", new() { HasText = text }).First.GetAttributeAsync("value"))!);
        }

        await field.SelectOptionAsync(values);
    }

    /// <summary>Ticks these people and nobody else.</summary>
    public static async Task ChoosePeopleAsync(this IPage page, string label, params string[] names)
    {
        var list = page.Locator("fieldset.people-choice", new() { HasText = label });
        await list.EvaluateAsync("list => list.querySelectorAll(':checked').forEach(box => box.click())");
        foreach (var name in names)
        {
            await list.GetByRole(AriaRole.Checkbox, new() { Name = name }).First.CheckAsync();
        }
    }

    public static Task TickAsync(this IPage page, string label) => page.GetByLabel(label).First.CheckAsync();

    public static Task SaysAsync(this IPage page, string text) => Assertions.Expect(page.Locator("body")).ToContainTextAsync(text);

    public static Task HeadsAsync(this IPage page, string heading) => Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading);

    /// <summary>The state badge in the head of the page.</summary>
    public static Task StandsAsync(this IPage page, string state) => Assertions.Expect(page.Locator(".page-head .state").First).ToContainTextAsync(state);

    /// <summary>The field of a label, whether or not the label adds that it is optional.</summary>
    public static ILocator Field(this IPage page, string label) => page.GetByLabel(new Regex($@"^\s*{Regex.Escape(label)}\s*(?:{Additions})?\s*$", RegexOptions.None, TimeSpan.FromSeconds(1))).First;

    /// <summary>Does what makes the browser go somewhere and waits until it is there.</summary>
    public static async Task GoingAsync(this IPage page, Func<Task> act)
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Seen(object? sender, IPage loaded) => there.TrySetResult();
        page.DOMContentLoaded += Seen;
        try
        {
            await act();
            await there.Task.WaitAsync(Stage.Patience);
        }
        finally
        {
            page.DOMContentLoaded -= Seen;
        }
    }
}
