using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Services.Auditing;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages;

/// <summary>What went wrong, that nothing is lost, and what to do; never how.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel(Text text, Shell shell, Reader reader) : PageModel
{
    /// <summary>Where candidates go: our front page is none of theirs.</summary>
    private static readonly PathString[] Theirs = ["/careers", "/c", "/i", "/o", "/w"];

    [FromRoute]
    public int? Code { get; set; }

    /// <summary>Somebody looked for a page that strangers may open.</summary>
    public bool IsPublic => HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked && Theirs.Any(p => new PathString(asked.OriginalPath).StartsWithSegments(p, StringComparison.Ordinal));

    /// <summary>In the sample company one may be somebody else with a click.</summary>
    public bool IsDemo { get; private set; }

    private int Status => Code ?? Response.StatusCode;

    /// <summary>It may only be shown to those who are written down, and that could not be done.</summary>
    private bool IsUnwritten => HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is AuditQueueFull;

    /// <summary>A form was sent while looking as another role.</summary>
    private bool IsView => reader.ViewsAs is not null && HttpMethods.IsPost(Request.Method);

    /// <summary>A number to tell an administrator, for faults of ours only.</summary>
    public string? Reference { get; private set; }

    public string Heading => text[Status switch
    {
        400 => "This could not be read",
        403 when IsView => "Nothing can be changed while you look",
        403 => "This page is not open to you",
        404 => "There is nothing here",
        408 or 504 => "This took too long",
        413 => "This is too big",
        429 => "Too many requests",
        503 when IsUnwritten => "This page cannot be shown just now",
        503 => "The database does not answer",
        507 => "The disk is full",
        _ => "Something went wrong",
    }];

    public string Explanation => text[Status switch
    {
        400 => "Nothing was saved. Go back to find what you typed, open the page anew and send it once more; text that was copied from elsewhere is better typed by hand.",
        403 when IsView => "You look with the rights of another role, to see what it sees. End it, then do this as yourself.",
        403 => "Your role does not include it. If it should, ask an administrator.",
        404 => "The address may be mistyped, the record may be gone, or it may not be yours to see.",
        408 or 504 => "What was sent did not come in time, or the answer did not. Try again in a moment, with a smaller file where the line is slow.",
        413 => "A file may have up to 10 MB. Nothing was saved; go back and choose a smaller one.",
        429 => "Please wait a minute and try again. Nothing was lost.",
        503 when IsUnwritten => "Whoever looks at it is written down, and that is not possible at the moment. Nothing was changed; try again in a moment.",
        503 => "Nothing that was confirmed is lost. The page works again as soon as the database does; try in a moment.",
        507 => "This was not saved; nothing that was confirmed is lost. Tell an administrator: it works again as soon as there is room.",
        _ => "It is our fault, not yours. Nothing that was confirmed is lost. If it happens again, tell an administrator the reference.",
    }];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Reference = Status is >= 500 and not (503 or 504 or 507) ? WebOrigin.ReferenceOf(HttpContext) : null;
        if (Status == 403)
        {
            await shell.LoadAsync(ct);
            IsDemo = shell.IsDemo;
        }
    }

    public Task OnPostAsync(CancellationToken ct) => OnGetAsync(ct);
}
