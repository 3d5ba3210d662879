using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Admin.Audit;

/// <summary>
/// Who did what on which record, newest first; pages by cursor, and as a table for a spreadsheet. What people wrote is not shown: it stands at the record, for those who may read it there.
/// </summary>
[RequestTimeout(Limits.Long)]
[EnableRateLimiting(OpenForms.ExportPolicy)]
public sealed class IndexModel(TalentHubDb db, Text text, Reader reader, TimeProvider clock) : PageModel, IShowsRecords
{
    public const int PageSize = 50;

    private const int ExportBatch = 2000;

    public AuditFilter Filter { get; } = new();

    /// <summary>The last entry of the page before.</summary>
    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    public IReadOnlyList<AuditEntry> Rows { get; private set; } = [];

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public Pager Pager { get; private set; } = new(null, null);

    public IEnumerable<AuditNote> Revealed => [new(AuditAction.ReadAudit, RecordKind.AuditLog)];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await TryUpdateModelAsync(Filter, string.Empty);
        var found = await Filter.ReadAsync(db, reader.Zone, Before, PageSize + 1, ct);
        Rows = found.Count > PageSize ? found[..PageSize] : found;
        Names = await NamesAsync(Rows, ct);
        Pager = new Pager(Before is null ? null : Address(null), found.Count > PageSize ? Address(Rows[^1].Id) : null);
    }

    /// <summary>Everything that the filter finds, streamed: however much it is, only some of it is in memory.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        await TryUpdateModelAsync(Filter, string.Empty);
        db.Audit(new AuditNote(AuditAction.Exported, RecordKind.AuditLog, Detail: string.Join(' ', new object?[] { "csv", Filter.Group, Filter.Action, Filter.Kind }.Where(p => p is not null))));
        await db.SaveChangesAsync(ct);
        Response.ContentType = Csv.ContentType;
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=audit-{clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv";
        await Response.Body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), ct);
        await using var csv = new StringWriter(CultureInfo.InvariantCulture);
        Csv.WriteLine(csv, text["Number"], text["When (UTC)"], text["By whom"], text["Person"], text["As"], text["Act"], text["Record"], text["About whom"], text["Person"], text["Details"], text["Network"], text["Result"], text["Reference"]);
        long? before = null;
        while (await Filter.ReadAsync(db, reader.Zone, before, ExportBatch, ct) is { Count: > 0 } entries)
        {
            var names = await NamesAsync(entries, ct);
            foreach (var e in entries)
            {
                Csv.WriteLine(
                    csv, Number(e.Id), e.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), NameOf(names, e.PersonId), Number(e.PersonId), AuditLine.Capacity(text, e), text.Enum(e.Action),
                    AuditLine.Record(text, e.Record, e.RecordId), NameOf(names, e.SubjectPersonId), Number(e.SubjectPersonId), AuditLine.Detail(text, e), e.Network, text.Enum(e.Result), e.Reference);
            }

            await SendAsync(csv, ct);
            before = entries[^1].Id;
        }

        await SendAsync(csv, ct);
        return new EmptyResult();
    }

    private async Task SendAsync(StringWriter csv, CancellationToken ct)
    {
        await Response.WriteAsync(csv.ToString(), ct);
        csv.GetStringBuilder().Clear();
    }

    public string? NameOf(long? id) => NameOf(Names, id);

    private static string? NameOf(IReadOnlyDictionary<long, string> names, long? id) => id is { } known ? names.GetValueOrDefault(known, $"#{known}") : null;

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private Task<Dictionary<long, string>> NamesAsync(IEnumerable<AuditEntry> entries, CancellationToken ct) =>
        db.NamesAsync(entries.SelectMany(e => new[] { e.PersonId, e.SubjectPersonId }).OfType<long>(), text.Language, ct);

    private string Address(long? before) => "/admin/audit?" + string.Join('&', new[] { Filter.Address(), before is null ? string.Empty : $"before={before}" }.Where(p => p.Length > 0));
}
