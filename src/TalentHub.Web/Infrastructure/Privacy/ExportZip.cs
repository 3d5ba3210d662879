using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using TalentHub.Services.Documents;
using TalentHub.Services.Privacy;

namespace TalentHub.Web.Infrastructure.Privacy;

/// <summary>All about one person in one file: to read (<c>about-you.html</c>), for machines (<c>about-you.json</c>), and their own files beside both.</summary>
public sealed class ExportZip(ReadableExport readable, FileStore store)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string NameOf(PersonFile person) => string.Create(CultureInfo.InvariantCulture, $"about-{person.PersonId}-{person.At:yyyy-MM-dd}.zip");

    /// <summary>Writes as it goes: nothing of it lies anywhere else.</summary>
    public async Task WriteAsync(PersonFile person, Stream to, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        await AddAsync(zip, "about-you.html", Encoding.UTF8.GetBytes(readable.Write(person)), ct);
        await AddAsync(zip, "about-you.json", Encoding.UTF8.GetBytes(Machine(person)), ct);
        foreach (var file in person.Files.Where(f => store.Exists(f.StorageName)))
        {
            await using var from = store.OpenRead(file.StorageName);
            await using var entry = await zip.CreateEntry(file.Name, CompressionLevel.Fastest).OpenAsync(ct);
            await from.CopyToAsync(entry, ct);
        }
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(ct);
        await entry.WriteAsync(content, ct);
    }

    private static string Machine(PersonFile person)
    {
        var kept = new JsonObject();
        foreach (var table in person.Tables)
        {
            kept[table.Name] = new JsonArray([.. table.Rows.Select(JsonNode (row) => new JsonObject(table.Columns.Select((c, at) => KeyValuePair.Create(c.Name, row[at]?.DeepClone()))))]);
        }

        return new JsonObject
        {
            ["person"] = person.PersonId,
            ["writtenAt"] = person.At.ToString("O", CultureInfo.InvariantCulture),
            ["kept"] = kept,
            ["files"] = new JsonArray([.. person.Files.Select(JsonNode (f) => f.Name)]),
        }.ToJsonString(Json);
    }
}
