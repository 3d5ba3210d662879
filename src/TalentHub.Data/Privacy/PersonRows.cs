using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using TalentHub.Data.Saving;

namespace TalentHub.Data.Privacy;

/// <summary>
/// Which rows of which table are a person's, as conditions in SQL that both databases read. Names come from the model, numbers are numbers, addresses are parameters.
/// </summary>
public sealed class PersonRows
{
    private readonly TalentHubDb db;
    private readonly IReadOnlyList<string> addresses;
    private readonly string numbers;
    private readonly IReadOnlyList<MachineTable> machines;

    /// <param name="people">The record of the person and those merged with it.</param>
    /// <param name="addresses">Their addresses, as we compare them.</param>
    public PersonRows(TalentHubDb db, IReadOnlyCollection<long> people, IEnumerable<string?> addresses)
    {
        this.db = db;
        this.addresses = [.. addresses.OfType<string>().Distinct(StringComparer.Ordinal)];
        numbers = string.Join(", ", people.Select(p => p.ToString(CultureInfo.InvariantCulture)));
        machines = FlowRebuild.Tables(db);
    }

    /// <summary>Every table that holds rows of people, those that hang on others first.</summary>
    public IReadOnlyList<(ITable Table, TableClass Class)> Tables =>
    [
        .. DataMap.Over(db.Model).Where(t => t.Class is { Owners.Count: > 0 }).Select(t => (t.Table, t.Class!)).OrderByDescending(t => Depth(t.Item2)),
    ];

    /// <summary>The condition for rows of this table.</summary>
    /// <param name="onlyOwn">For giving them out: where a column names the person, a row about their records that names somebody else is not theirs.</param>
    public string Where(TableClass table, bool onlyOwn = false)
    {
        var ways = onlyOwn && table.Owners.Any(o => o is Owner.Person) ? table.Owners.Where(o => o is Owner.Person) : table.Owners;
        return "(" + string.Join(" OR ", ways.Select(way => Way(table, way))) + ")";
    }

    /// <summary>A statement on the context's connection, within its transaction if there is one.</summary>
    public DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names come from the model, numbers are numbers, addresses are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var at = 0; at < addresses.Count; at++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@address{at}");
            parameter.Value = addresses[at];
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private string Way(TableClass table, Owner way) => way switch
    {
        Owner.Person person => $"\"{person.Column}\" IN ({numbers})",
        Owner.Row row => $"\"{row.Column}\" IN (SELECT \"Id\" FROM \"{NameOf(row.Parent)}\" WHERE {Where(DataMap.Find(row.Parent)!)})",
        Owner.Subject => "(" + string.Join(" OR ", machines.Where(m => DataMap.Find(m.Type) is { Owners.Count: > 0 }).Select(m =>
            $"(\"Machine\" = '{m.Machine}' AND \"SubjectId\" IN (SELECT \"Id\" FROM \"{m.Table}\" WHERE {Where(DataMap.Find(m.Type)!)}))")) + ")",
        Owner.Address address => ByAddress(table, address.Column),
        _ => throw new InvalidOperationException($"A way of {table.Title} that is not known."),
    };

    /// <summary>An address may be shared: where the row names a person, the number decides.</summary>
    private string ByAddress(TableClass table, string column)
    {
        if (addresses.Count == 0)
        {
            return "0 = 1";
        }

        var same = $"LOWER(\"{column}\") IN ({string.Join(", ", addresses.Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"@address{at}")))})";
        return table.Owners.OfType<Owner.Person>().FirstOrDefault() is { } person ? $"(\"{person.Column}\" IS NULL AND {same})" : same;
    }

    private string NameOf(Type entity) => db.Model.FindEntityType(entity)!.GetTableName()!;

    private static int Depth(TableClass table) => table.Owners.OfType<Owner.Row>().Select(r => 1 + Depth(DataMap.Find(r.Parent)!)).Append(table.Owners.Any(o => o is Owner.Subject) ? 10 : 0).Max();
}
