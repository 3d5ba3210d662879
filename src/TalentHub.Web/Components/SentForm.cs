using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Components;

/// <summary>
/// Which form of a page was sent. A page has many that differ by their handler, or by their row (<c>&lt;form method="post" asp-page-handler="Task" row="@task.Id"&gt;</c>); after a
/// refusal only the one that was sent shows what was typed. Its name travels behind the form's key.
/// </summary>
public sealed class SentForm
{
    private const char Parts = '.';

    private SentForm(string name, bool wasSent) => (Name, WasSent) = (name, wasSent);

    public string Name { get; }

    public bool WasSent { get; }

    /// <summary>For the markup around a form: a menu that holds what was sent opens again.</summary>
    public static bool Was(ViewContext view, string? handler, object? row = null) => IsRefusal(view) && NameOf(handler, row) == SentName(view);

    /// <summary>The form that is being drawn, also in its partials; null outside of one.</summary>
    public static SentForm? Around(ViewContext view) => view.HttpContext.Items.TryGetValue(typeof(SentForm), out var form) ? (SentForm?)form : null;

    internal static void End(ViewContext view) => view.HttpContext.Items.Remove(typeof(SentForm));

    /// <summary>The page answers to a form that it did not take.</summary>
    public static bool IsRefusal(ViewContext view) =>
        HttpMethods.IsPost(view.HttpContext.Request.Method) && view.HttpContext.Request.HasFormContentType && !view.ViewData.ModelState.IsValid;

    internal static SentForm Begin(ViewContext view, string? handler, string? row)
    {
        var name = NameOf(handler, row);
        var form = new SentForm(name, IsRefusal(view) && name == SentName(view));
        view.HttpContext.Items[typeof(SentForm)] = form;
        return form;
    }

    internal string KeyFor(Guid once) => Name.Length == 0 ? $"{once:N}" : $"{once:N}{Parts}{Name}";

    internal static Guid? OnceOf(string? key) => Guid.TryParse(key?.Split(Parts, 2)[0], out var once) ? once : null;

    private static string NameOf(string? handler, object? row) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{handler}{(row is null ? string.Empty : "-")}{row}");

    private static string SentName(ViewContext view) =>
        view.HttpContext.Request.Form[Refusals.OnceField].ToString().Split(Parts, 2) is [_, var name] ? name : string.Empty;
}
