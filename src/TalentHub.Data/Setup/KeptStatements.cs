using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalentHub.Data.Setup;

/// <summary>
/// Keeps the prepared statements of queries with their connection. SQLite has no cache of its own, and reading and planning a page's statements anew costs more than running them. A
/// statement serves one reader at a time; a second one of the same text that comes while it is open gets its own.
/// </summary>
internal sealed class KeptStatements : DbCommandInterceptor
{
    public static readonly KeptStatements Instance = new();

    /// <summary>Of one connection. More texts than any page asks; beyond it all are dropped and the next ones begin anew.</summary>
    private const int Most = 120;

    private readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, Kept>> known = [];

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is not SqliteCommand { Connection: { } connection } fresh || !fresh.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
        {
            return result;
        }

        var statements = known.GetValue(connection, Begin);
        if (!statements.TryGetValue(fresh.CommandText, out var kept))
        {
            if (statements.Count >= Most)
            {
                Drop(statements);
            }

            statements[fresh.CommandText] = kept = new Kept(fresh.CommandText, connection);
        }
        else if (kept.IsBusy)
        {
            return result;
        }

        kept.Take(fresh);
        fresh.Dispose();
        return kept;
    }

    /// <summary>A closing connection disposes of its commands; what it knew must not be used on the handle that it opens next.</summary>
    private Dictionary<string, Kept> Begin(SqliteConnection connection)
    {
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == ConnectionState.Closed)
            {
                known.Remove(connection);
            }
        };
        return new Dictionary<string, Kept>(StringComparer.Ordinal);
    }

    private static void Drop(Dictionary<string, Kept> statements)
    {
        foreach (var (text, kept) in statements.Where(s => !s.Value.IsBusy).ToList())
        {
            statements.Remove(text);
            kept.Dispose();
        }
    }

    /// <summary>
    /// Its user disposes of it and so only gives it back, its statement stays prepared. Disposed of while nobody uses it (the connection closes and disposes of its commands), it lets go: a
    /// statement must never outlive its connection.
    /// </summary>
    private sealed class Kept(string text, SqliteConnection connection) : SqliteCommand(text, connection)
    {
        public bool IsBusy { get; private set; }

        public void Take(SqliteCommand fresh)
        {
            IsBusy = true;
            Transaction = fresh.Transaction;
            CommandTimeout = fresh.CommandTimeout;
            Parameters.Clear();
            foreach (SqliteParameter parameter in fresh.Parameters)
            {
                Parameters.Add(parameter);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (IsBusy && disposing && Connection is { State: ConnectionState.Open })
            {
                IsBusy = false;
                Transaction = null;
                return;
            }

            IsBusy = false;
            base.Dispose(disposing);
        }
    }
}
