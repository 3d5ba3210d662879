using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TalentHub.Data;
using TalentHub.Data.Privacy;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;

namespace TalentHub.Services.Privacy;

/// <summary>
/// Collects everything that is kept about a person by walking what <see cref="DataMap"/> says is theirs: no secrets, no names of colleagues, nothing of the machinery. What colleagues wrote
/// about the person is the person's data and is given.
/// </summary>
public sealed class PersonExport(TalentHubDb db, PersonRecords people, TimeProvider clock) : IService
{
    /// <summary>Stands where a column names the colleague who did something.</summary>
    public const string Colleague = "a colleague";

    /// <summary>Stands where it names the person.</summary>
    public const string Yourself = "you";

    /// <summary>Columns that name a person who acts; beside those that end in "By".</summary>
    private static readonly HashSet<string> Actors =
        ["ActorId", "OnBehalfOf", "AuthorId", "InterviewerId", "ReferrerId", "SignerId", "ApproverId", "ManagerId", "BuddyId", "OwnerId"];

    /// <exception cref="DomainException">There is no such person.</exception>
    public async Task<PersonFile> CollectAsync(long personId, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var records = await people.OfAsync(personId, ct);
        Require.That(records.Count > 0, "There is no such person.");
        var ids = records.Select(p => p.Id).ToHashSet();
        var rows = new PersonRows(db, ids, records.Select(p => p.EmailKey));
        var tables = new List<KeptTable>();
        await db.Database.OpenConnectionAsync(ct);
        foreach (var (table, said) in Given(rows))
        {
            if (await ReadAsync(rows, table, said, ids, ct) is { Rows.Count: > 0 } kept)
            {
                tables.Add(kept);
            }
        }

        var files = await db.Files.AsNoTracking().Where(f => ids.Contains(f.PersonId ?? 0)).OrderBy(f => f.Id).Select(f => new { f.Id, f.FileName, f.StorageName }).ToListAsync(ct);
        return new PersonFile(
            personId, records[0].Language, clock.UtcNow(), tables,
            [.. files.Select(f => new KeptFile(string.Create(CultureInfo.InvariantCulture, $"files/{f.Id}-{f.FileName}"), f.StorageName))]);
    }

    /// <summary>How many rows of each kind are kept, in one question; kinds without any are left out.</summary>
    public async Task<IReadOnlyList<(string Title, long Rows)>> CountAsync(IReadOnlyList<Person> records, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var rows = new PersonRows(db, [.. records.Select(p => p.Id)], records.Select(p => p.EmailKey));
        var tables = Given(rows);
        await db.Database.OpenConnectionAsync(ct);
        await using var command = rows.Command(string.Join(
            " UNION ALL ",
            tables.Select((t, at) => string.Create(CultureInfo.InvariantCulture, $"SELECT {at}, COUNT(*) FROM \"{t.Table.Name}\" WHERE {rows.Where(t.Class, onlyOwn: true)}"))));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var counts = new List<(string Title, long Rows)>();
        while (await reader.ReadAsync(ct))
        {
            counts.Add((tables[reader.GetInt32(0)].Class.Title, Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture)));
        }

        return [.. counts.Where(c => c.Rows > 0)];
    }

    /// <summary>The same, to be given out: that it was, and by whom, is written to the audit log first.</summary>
    public async Task<PersonFile> GiveOutAsync(long personId, CancellationToken ct, AuditOrigin? origin = null)
    {
        var kept = await CollectAsync(personId, ct);
        db.Audit(new AuditNote(AuditAction.Exported, RecordKind.Person, personId, personId, "zip"), origin);
        await db.SaveChangesAsync(ct);
        return kept;
    }

    /// <summary>The tables that are given out, in the order in which the map names them.</summary>
    private static List<(ITable Table, TableClass Class)> Given(PersonRows rows)
    {
        var order = DataMap.All.Where(t => t.WhyWithheld is null).Select(t => t.Entity).ToList();
        return [.. rows.Tables.Where(t => order.Contains(t.Class.Entity)).OrderBy(t => order.IndexOf(t.Class.Entity))];
    }

    private static async Task<KeptTable> ReadAsync(PersonRows rows, ITable table, TableClass said, HashSet<long> self, CancellationToken ct)
    {
        var columns = table.Columns.Where(c => IsGiven(said, c)).ToList();
        var read = new List<IReadOnlyList<JsonNode?>>();
        if (columns.Count > 0)
        {
            await using var command = rows.Command(
                $"SELECT {string.Join(", ", columns.Select(c => $"\"{c.Name}\""))} FROM \"{table.Name}\" WHERE {rows.Where(said, onlyOwn: true)} ORDER BY \"{table.PrimaryKey!.Columns[0].Name}\"");
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                read.Add([.. columns.Select((c, at) => Value(reader, at, c, self))]);
            }
        }

        return new KeptTable(
            table.Name, said.Title,
            [.. columns.Select(c => new KeptColumn(c.Name, TypeOf(c), TableClass.IsNumber(c.Name) && !IsActor(c.Name)))],
            read);
    }

    private static bool IsGiven(TableClass said, IColumn column) =>
        DataMap.ClassOf(said, column) is not (DataClass.Secret or null) && !said.Withheld.Contains(column.Name) && column.Name is not "Version";

    private static bool IsActor(string column) => Actors.Contains(column) || column.EndsWith("By", StringComparison.Ordinal);

    private static Type TypeOf(IColumn column) => Nullable.GetUnderlyingType(column.PropertyMappings[0].Property.ClrType) ?? column.PropertyMappings[0].Property.ClrType;

    private static JsonNode? Value(DbDataReader reader, int at, IColumn column, HashSet<long> self)
    {
        if (reader.IsDBNull(at))
        {
            return null;
        }

        if (IsActor(column.Name))
        {
            return self.Contains(reader.GetInt64(at)) ? Yourself : Colleague;
        }

        var type = TypeOf(column);
        return type == typeof(DateTime) ? DateTime.SpecifyKind(reader.GetDateTime(at), DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture)
            : type == typeof(DateOnly) ? DateOnly.FromDateTime(reader.GetDateTime(at)).ToString("O", CultureInfo.InvariantCulture)
            : type == typeof(bool) ? reader.GetBoolean(at)
            : type == typeof(long) || type == typeof(int) ? reader.GetInt64(at)
            : type == typeof(string) || type.IsEnum ? Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture)
            : Structured(Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture)!);
    }

    /// <summary>Lists and records are kept as JSON.</summary>
    private static JsonNode? Structured(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
