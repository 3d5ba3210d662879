using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace TalentHub.Data.Saving;

/// <summary>
/// Writes many rows of one kind by one prepared statement, which costs a fraction of what a save through the change tracker does. For rows of a bulk load that
/// nothing refers to: nobody learns their numbers.
/// </summary>
internal static class BulkRows
{
    /// <param name="rows">In the order in which they get their numbers.</param>
    public static async Task InsertAsync<T>(TalentHubDb db, IReadOnlyList<T> rows, CancellationToken ct)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var columns = ColumnsOf(db.Model.FindEntityType(typeof(T))!).ToList();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = StatementOf(db, db.Model.FindEntityType(typeof(T))!, columns);
        foreach (var (column, number) in columns.Select((c, i) => (c, i)))
        {
            command.Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(command, $"@p{number}", null, column.IsNullable));
        }

        foreach (var row in rows)
        {
            for (var number = 0; number < columns.Count; number++)
            {
                command.Parameters[number].Value = Stored(columns[number], row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>All but the number, which the database gives.</summary>
    private static IEnumerable<IProperty> ColumnsOf(IEntityType type) => type.GetProperties().Where(p => !p.IsPrimaryKey());

    private static string StatementOf(TalentHubDb db, IEntityType type, List<IProperty> columns)
    {
        var names = db.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var list = string.Join(", ", columns.Select(c => names.DelimitIdentifier(c.GetColumnName(table)!)));
        return $"INSERT INTO {names.DelimitIdentifier(table.Name, table.Schema)} ({list}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
    }

    private static object? Stored(IProperty column, object row)
    {
        var value = column.GetGetter().GetClrValue(row);
        return column.GetRelationalTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }
}
