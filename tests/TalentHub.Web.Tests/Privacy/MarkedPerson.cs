using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TalentHub.Data;
using TalentHub.Data.Privacy;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Documents;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Privacy;

/// <summary>
/// Somebody with a row in every table that can hold one of theirs, and an unmistakable word in every column that may hold words. Filled from the model, so a new table is filled too.
/// </summary>
internal sealed class MarkedPerson(TalentHubDb db, long personId, long applicationId)
{
    public const string Given = "Zyxwenna";
    public const string Family = "Quorblatt";
    public const string Email = "Zyx.Quorblatt@marked-post.example";
    public const string Phone = "+49 171 5559731";
    public const string ResumeWord = "featherquillite";
    public const string Word = "snorbleword";

    /// <summary>Everything of theirs that bytes could hold.</summary>
    public static readonly string[] Marks = [Given, Family, "marked-post", "5559731", "715559731", ResumeWord, Word];

    private static readonly DateTime At = A.Noon.AddDays(-40);

    /// <summary>Makes them: an ended application with a résumé, then a row wherever there is none yet.</summary>
    public static async Task<long> MakeAsync(TalentHubFactory factory, long jobId)
    {
        var store = factory.Services.GetService(typeof(FileStore)) as FileStore ?? throw new InvalidOperationException("No store.");
        var bytes = await store.KeepAsync(System.Text.Encoding.UTF8.GetBytes($"{Given} {Family} {ResumeWord}"), "text/plain", CancellationToken.None);
        return await factory.DbAsync(async db =>
        {
            var person = new Person(new PersonName(Given, Family), Email, Phone, "en", At);
            person.Describe(Word, Word, Word, "https://marked-post.example/" + Word);
            db.People.Add(person);
            await db.SaveChangesAsync();
            var resume = new StoredFile(person.Id, FileKind.Resume, $"{Family}.txt", "text/plain", bytes.Size, bytes.Sha256, bytes.StorageName, At);
            resume.ReadAs(string.Join(' ', Enumerable.Repeat(ResumeWord, 900)), $"\"{ResumeWord}\"");
            db.Files.Add(resume);
            await db.SaveChangesAsync();
            var application = new JobApplication(Actor.System, At, person.Id, jobId, Domain.Recruiting.Source.CareersSite, resumeFileId: resume.Id, letter: Word);
            application.Reject(ApplicationFacts.Clear(At), Actor.System, At, new Reason("experience", Word));
            db.Applications.Add(application);
            await db.SaveChangesAsync();
            await new MarkedPerson(db, person.Id, application.Id).FillAsync();
            return person.Id;
        });
    }

    /// <summary>How many rows of theirs each table holds.</summary>
    public static async Task<Dictionary<string, long>> RowsAsync(TalentHubDb db, long personId)
    {
        var rows = new PersonRows(db, [personId], [EmailAddress.Normalise(Email)]);
        await db.Database.OpenConnectionAsync();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (table, said) in rows.Tables)
        {
            await using var command = rows.Command($"SELECT COUNT(*) FROM \"{table.Name}\" WHERE {rows.Where(said)}");
            counts[table.Name] = Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }

        return counts;
    }

    private async Task FillAsync()
    {
        await db.Database.OpenConnectionAsync();
        var rows = new PersonRows(db, [personId], [EmailAddress.Normalise(Email)]);
        foreach (var (table, said) in rows.Tables.Reverse())
        {
            if (await NumberAsync(rows, $"SELECT COUNT(*) FROM \"{table.Name}\" WHERE {rows.Where(said)}") == 0)
            {
                await InsertAsync(rows, table, said);
            }
        }
    }

    private async Task InsertAsync(PersonRows rows, ITable table, TableClass? said)
    {
        var given = new List<(string Column, string Value)>();
        foreach (var column in table.Columns)
        {
            if (await ValueAsync(rows, table, said, column) is { } value)
            {
                given.Add((column.Name, value));
            }
        }

        await using var command = rows.Command($"INSERT INTO \"{table.Name}\" ({string.Join(", ", given.Select(g => $"\"{g.Column}\""))}) VALUES ({string.Join(", ", given.Select(g => g.Value))})");
        await command.ExecuteNonQueryAsync();
    }

    /// <returns>SQL, or null for the database to give.</returns>
    private async Task<string?> ValueAsync(PersonRows rows, ITable table, TableClass? said, IColumn column)
    {
        var property = column.PropertyMappings[0].Property;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var isKey = table.PrimaryKey!.Columns is [var only] && only == column;
        switch (said?.Owners.FirstOrDefault(o => o is Owner.Subject || (o is Owner.Person p && p.Column == column.Name) || (o is Owner.Row r && r.Column == column.Name) || (o is Owner.Address a && a.Column == column.Name)))
        {
            case Owner.Person:
                return personId.ToString(CultureInfo.InvariantCulture);
            case Owner.Row row:
                return await IdAsync(rows, db.Model.FindEntityType(row.Parent)!.GetTableName()!, rows.Where(DataMap.Find(row.Parent)!));
            case Owner.Address:
                return Quoted(EmailAddress.Normalise(Email));
            case Owner.Subject when column.Name == "Machine":
                return "'application'";
            case Owner.Subject when column.Name == "SubjectId":
                return applicationId.ToString(CultureInfo.InvariantCulture);
        }

        if (isKey && property.ValueGenerated == ValueGenerated.OnAdd && type != typeof(Guid) && type != typeof(string))
        {
            return null;
        }

        if (table.ForeignKeyConstraints.FirstOrDefault(f => f.Columns.Contains(column)) is { } reference)
        {
            return reference.PrincipalTable == table ? null : await AnyAsync(rows, (ITable)reference.PrincipalTable);
        }

        return column.Name == "State" && IsMachine(table) is { } machine ? Quoted(machine.Ends.Order(StringComparer.Ordinal).First())
            : type.IsEnum ? Quoted(Enum.GetNames(type)[0])
            : type == typeof(Guid) ? Quoted(Guid.NewGuid().ToString().ToUpperInvariant())
            : type == typeof(DateTime) || type == typeof(DateTimeOffset) ? Quoted(At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
            : type == typeof(DateOnly) ? "'2026-01-02'"
            : type == typeof(bool) || column.ProviderClrType == typeof(long) || column.ProviderClrType == typeof(int) ? "1"
            : type == typeof(byte[]) ? "x'00'"
            : type == typeof(string) ? Quoted(HoldsWords(said, column) ? string.Create(CultureInfo.InvariantCulture, $"{Word} {table.Name} {personId}") : column.Name.EndsWith("_Currency", StringComparison.Ordinal) ? "USD" : string.Create(CultureInfo.InvariantCulture, $"x{personId}"))
            : HoldsWords(said, column) ? Quoted($$"""[{"Word":"{{Word}}"}]""")
            : typeof(System.Collections.IEnumerable).IsAssignableFrom(type) ? "'[]'" : "'{}'";
    }

    private async Task<string> AnyAsync(PersonRows rows, ITable table)
    {
        var said = DataMap.Over(db.Model).Single(t => t.Table == table).Class;
        var where = said is { Owners.Count: > 0 } ? rows.Where(said) : "1 = 1";
        if (await NumberAsync(rows, $"SELECT COUNT(*) FROM \"{table.Name}\" WHERE {where}") == 0)
        {
            await InsertAsync(rows, table, said);
        }

        return await IdAsync(rows, table.Name, where);
    }

    private static Task<string> IdAsync(PersonRows rows, string table, string where) => TextAsync(rows, $"SELECT MIN(\"Id\") FROM \"{table}\" WHERE {where}");

    private static async Task<string> TextAsync(PersonRows rows, string sql)
    {
        await using var command = rows.Command(sql);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }

    private static async Task<long> NumberAsync(PersonRows rows, string sql) => long.Parse(await TextAsync(rows, sql), CultureInfo.InvariantCulture);

    private static bool HoldsWords(TableClass? said, IColumn column) => said is not null && DataMap.ClassOf(said, column) is DataClass.Personal or DataClass.Sensitive or DataClass.Secret;

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static IWorkflow? IsMachine(ITable table) =>
        table.EntityTypeMappings.Select(m => m.TypeBase.ClrType).FirstOrDefault(t => typeof(IStateful).IsAssignableFrom(t)) is { } type
            ? ((IStateful)RuntimeHelpers.GetUninitializedObject(type)).Workflow : null;
}
