using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TalentHub.Data.Privacy;

/// <summary>
/// Every table and column with its class: the one place that says what is whose. A test fails for a column that is not here, and for a table that refers to a person, or to
/// something of theirs, without saying whose its rows are; so neither export nor erasure can forget a new table.
/// </summary>
public static partial class DataMap
{
    private static readonly Lazy<IReadOnlyList<TableClass>> Tables = new(() => [.. People, .. Recruiting, .. Hiring, .. Shared, .. Accounts, .. Company, .. Machinery]);

    public static IReadOnlyList<TableClass> All => Tables.Value;

    public static TableClass? Find(Type entity) => All.FirstOrDefault(t => t.Entity == entity);

    /// <summary>The mapped tables of the model with what is said about them; null where nothing is.</summary>
    public static IReadOnlyList<(ITable Table, TableClass? Class)> Over(IModel model) =>
    [
        .. model.GetRelationalModel().Tables.Where(t => t.EntityTypeMappings.Any()).OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (t, t.EntityTypeMappings.Select(m => m.TypeBase.ClrType).Select(Find).FirstOrDefault(c => c is not null))),
    ];

    /// <summary>The class of a column; null when nobody has said it.</summary>
    public static DataClass? ClassOf(TableClass table, IColumn column) => table.ClassOf(column.Name, IsWholeNumber(column));

    private static bool IsWholeNumber(IColumn column) => (Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType) == typeof(long)
        || (Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType) == typeof(int);
}
