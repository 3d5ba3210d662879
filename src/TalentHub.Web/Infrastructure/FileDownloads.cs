using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Services.Auditing;
using TalentHub.Services.Documents;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// The one door through which files that people sent come out again: for those who see the person, always as a download, never run or shown by the browser.
/// </summary>
public static class FileDownloads
{
    public static string Href(long fileId) => $"/files/{fileId}";

    /// <summary>A picture that was checked and cleaned when it came: shown in the page, under its own type, and nothing in it may run.</summary>
    public static Microsoft.AspNetCore.Mvc.FileStreamResult Picture(HttpContext context, Stream content, string contentType)
    {
        context.Items[SecurityHeaders.Sandboxed] = true;
        context.Response.Headers.CacheControl = "no-store";
        return new Microsoft.AspNetCore.Mvc.FileStreamResult(content, contentType);
    }

    public static void MapFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/files/{id:long}", async (long id, HttpContext context, TalentHubDb db, FileStore store, Looks looks, CancellationToken ct) =>
        {
            var file = await db.Files.AsNoTracking().Where(f => f.Id == id).Select(f => new { f.FileName, f.ContentType, f.StorageName, f.PersonId }).SingleOrDefaultAsync(ct);
            if (file is null || !store.Exists(file.StorageName))
            {
                return Results.NotFound();
            }

            await looks.NoteAsync(new AuditNote(AuditAction.Downloaded, RecordKind.File, id, file.PersonId), ct);
            context.Items[SecurityHeaders.Sandboxed] = true;
            context.Response.Headers.CacheControl = "no-store";
            return Results.Stream(store.OpenRead(file.StorageName), file.ContentType, file.FileName);
        }).Needs(Capability.SeeCandidates, own: true);
}
