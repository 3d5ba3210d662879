using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Data.Saving;

/// <summary>Keeps the counters of Flow true in the transaction of each move: one statement a cell, which adds or begins it, so that two writers never lose one.</summary>
public static class FlowCounters
{
    public static async Task CountAsync(TalentHubDb db, IReadOnlyList<(IStateful Subject, Transition Row)> moved, CancellationToken ct)
    {
        foreach (var (subject, row) in moved)
        {
            var requisition = RequisitionOf(subject);
            if (row.From != row.To)
            {
                if (row.From is not null)
                {
                    await AddAsync(db, row.Machine, row.From, requisition, -1, ct);
                }

                await AddAsync(db, row.Machine, row.To, requisition, 1, ct);
                await AddDayAsync(db, row, requisition, ct);
            }
        }
    }

    /// <summary>The job that a subject counts for.</summary>
    public static long RequisitionOf(IStateful subject) => subject switch
    {
        IOnTimeline { TimelineRequisitionId: { } id } => id,
        _ when subject.Workflow.Name == "requisition" => subject.Id,
        _ => 0,
    };

    private static Task<int> AddAsync(TalentHubDb db, string machine, string state, long requisition, int by, CancellationToken ct) => db.Database.IsSqlite()
        ? db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "StateCounts" ("Machine", "State", "RequisitionId", "Count") VALUES ({machine}, {state}, {requisition}, {by})
            ON CONFLICT ("Machine", "State", "RequisitionId") DO UPDATE SET "Count" = "Count" + {by}
            """, ct)
        : db.Database.ExecuteSqlAsync(
            $"""
            MERGE [StateCounts] WITH (HOLDLOCK) AS kept USING (SELECT {machine} AS Machine, {state} AS State, {requisition} AS Requisition) AS moved
            ON kept.[Machine] = moved.Machine AND kept.[State] = moved.State AND kept.[RequisitionId] = moved.Requisition
            WHEN MATCHED THEN UPDATE SET [Count] = kept.[Count] + {by}
            WHEN NOT MATCHED THEN INSERT ([Machine], [State], [RequisitionId], [Count]) VALUES (moved.Machine, moved.State, moved.Requisition, {by});
            """, ct);

    private static Task<int> AddDayAsync(TalentHubDb db, Transition row, long requisition, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(row.At);
        var from = row.From ?? string.Empty;
        return db.Database.IsSqlite()
            ? db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "FlowDays" ("Machine", "Day", "RequisitionId", "From", "To", "Moves") VALUES ({row.Machine}, {day}, {requisition}, {from}, {row.To}, 1)
                ON CONFLICT ("Machine", "Day", "RequisitionId", "From", "To") DO UPDATE SET "Moves" = "Moves" + 1
                """, ct)
            : db.Database.ExecuteSqlAsync(
                $"""
                MERGE [FlowDays] WITH (HOLDLOCK) AS kept USING (SELECT {row.Machine} AS Machine, {day} AS Day, {requisition} AS Requisition, {from} AS [From], {row.To} AS [To]) AS moved
                ON kept.[Machine] = moved.Machine AND kept.[Day] = moved.Day AND kept.[RequisitionId] = moved.Requisition AND kept.[From] = moved.[From] AND kept.[To] = moved.[To]
                WHEN MATCHED THEN UPDATE SET [Moves] = kept.[Moves] + 1
                WHEN NOT MATCHED THEN INSERT ([Machine], [Day], [RequisitionId], [From], [To], [Moves]) VALUES (moved.Machine, moved.Day, moved.Requisition, moved.[From], moved.[To], 1);
                """, ct);
    }
}
