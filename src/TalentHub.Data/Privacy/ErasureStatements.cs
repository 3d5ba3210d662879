using Microsoft.EntityFrameworkCore.Metadata;
using TalentHub.Domain.People;

namespace TalentHub.Data.Privacy;

/// <summary>What an erasure does to the tables, made from what <see cref="DataMap"/> says of them: rows go, or stay with their words blanked.</summary>
public static class ErasureStatements
{
    /// <summary>In an order in which every row can still be told to be the person's. Their own record is blanked by its own verb.</summary>
    public static IReadOnlyList<string> Of(PersonRows rows) =>
    [
        .. rows.Tables.Where(t => t.Class.Entity != typeof(Person)).Select(t => Of(t.Table, t.Class, rows.Where(t.Class))).OfType<string>(),
    ];

    private static string? Of(ITable table, TableClass said, string where)
    {
        if (said.Erasing == Erasing.RemovesRow)
        {
            return $"DELETE FROM \"{table.Name}\" WHERE {where}";
        }

        var blanks = table.Columns.Where(c => !said.Counted.Contains(c.Name) && DataMap.ClassOf(said, c) is DataClass.Personal or DataClass.Sensitive or DataClass.Secret)
            .Select(c => $"\"{c.Name}\" = {Nothing(c)}").ToList();
        return blanks.Count == 0 ? null : $"UPDATE \"{table.Name}\" SET {string.Join(", ", blanks)} WHERE {where}";
    }

    /// <summary>What says nothing in this column and can still be read: null, an empty list or record, an empty text, zero.</summary>
    private static string Nothing(IColumn column)
    {
        var property = column.PropertyMappings[0].Property;
        return column.IsNullable ? "NULL"
            : column.ProviderClrType != typeof(string) ? "0"
            : property.ClrType == typeof(string) || property.ClrType.IsEnum ? "''"
            : typeof(System.Collections.IEnumerable).IsAssignableFrom(property.ClrType) ? "'[]'"
            : "'{}'";
    }
}
