using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Data.Saving;

/// <summary>A kind of subject with a machine, as the database knows it.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Job">The column that names the job it counts for; null when it counts for none.</param>
public sealed record MachineTable(string Machine, Type Type, string Table, string? Job);

/// <summary>
/// Computes the counters of Flow anew from the rows and their moves: after a bulk load, or when <c>check</c> found them wrong. The same numbers that each
/// move would have kept.
/// </summary>
public static class FlowRebuild
{
    /// <summary>Every machine that has a table.</summary>
    public static IReadOnlyList<MachineTable> Tables(TalentHubDb db) =>
    [
        .. db.Model.GetEntityTypes().Where(t => typeof(IStateful).IsAssignableFrom(t.ClrType) && t.GetTableName() is not null).Select(TableOf).OrderBy(t => t.Machine, StringComparer.Ordinal),
    ];

    public static Task RunAsync(TalentHubDb db, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.StateCounts.ExecuteDeleteAsync(ct);
            await db.FlowDays.ExecuteDeleteAsync(ct);
            foreach (var statement in Statements(db))
            {
                await db.Database.ExecuteSqlRawAsync(statement, ct);
            }
        },
        ct);

    /// <summary>What fills the emptied counters, in this database's SQL. Names come from the model, never from outside.</summary>
    public static IReadOnlyList<string> Statements(TalentHubDb db)
    {
        var day = db.Database.IsSqlite() ? "substr(t.[At], 1, 10)" : "CAST(t.[At] AS date)";
        return [.. Tables(db).SelectMany(table => new[] { Quoted(db, Counts(table)), Quoted(db, Days(table, day)) })];
    }

    private static string Counts(MachineTable table) =>
        $"""
        INSERT INTO [StateCounts] ([Machine], [State], [RequisitionId], [Count])
        SELECT '{table.Machine}', s.[State], {Job(table)}, COUNT(*) FROM [{table.Table}] s GROUP BY s.[State]{Group(table)}
        """;

    private static string Days(MachineTable table, string day) =>
        $"""
        INSERT INTO [FlowDays] ([Machine], [Day], [RequisitionId], [From], [To], [Moves])
        SELECT '{table.Machine}', {day}, {Job(table)}, COALESCE(t.[From], ''), t.[To], COUNT(*)
        FROM [Transitions] t JOIN [{table.Table}] s ON s.[Id] = t.[SubjectId]
        WHERE t.[Machine] = '{table.Machine}' AND (t.[From] IS NULL OR t.[From] <> t.[To])
        GROUP BY {day}, COALESCE(t.[From], ''), t.[To]{Group(table)}
        """;

    private static string Job(MachineTable table) => table.Job is { } column ? $"s.[{column}]" : "0";

    private static string Group(MachineTable table) => table.Job is { } column ? $", s.[{column}]" : string.Empty;

    /// <summary>Both databases read names in double quotes; brackets only keep the text above readable.</summary>
    private static string Quoted(TalentHubDb db, string sql) =>
        db.Database.IsSqlite() ? sql.Replace("[", "\"", StringComparison.Ordinal).Replace("]", "\"", StringComparison.Ordinal) : sql;

    private static MachineTable TableOf(IEntityType type)
    {
        // The machine is the type's, not the row's; it is asked of an empty one.
        var subject = (IStateful)RuntimeHelpers.GetUninitializedObject(type.ClrType);
        var machine = subject.Workflow.Name;
        var job = machine == "requisition" ? "Id" : subject is IOnTimeline && type.FindProperty("RequisitionId") is not null ? "RequisitionId" : null;
        return new MachineTable(machine, type.ClrType, type.GetTableName()!, job);
    }
}
