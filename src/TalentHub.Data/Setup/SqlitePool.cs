using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Sqlite;

namespace TalentHub.Data.Setup;

/// <summary>
/// Contexts for SQLite, kept with their connections open. The framework's own pool closes a context's connection each time it comes back, and opening one registers two dozen
/// functions, runs four statements and loses what was prepared: more than a page's own questions cost. Closed with the application.
/// </summary>
internal sealed class SqlitePool(IDbContextFactory<SqliteTalentHubDb> factory, DatabaseSettings settings) : DataServices.IRenter, IDisposable
{
    /// <summary>Kept at most; a rush beyond it opens more and closes them again.</summary>
    private const int Most = 48;

    private readonly ConcurrentBag<TalentHubDb> idle = [];
    private bool isOver;

    public TalentHubDb Rent()
    {
        if (!File.Exists(settings.SqliteFile))
        {
            // Taken away under us: an open handle would go on writing to what nobody looks at. Opening anew says so, and works again when it is back.
            CloseIdle();
        }
        else if (idle.TryTake(out var known))
        {
            known.Home = GiveBack;
            return known;
        }

        var db = factory.CreateDbContext();
        db.Home = GiveBack;
        return db;
    }

    public void Dispose()
    {
        isOver = true;
        CloseIdle();
    }

    public void CloseIdle()
    {
        Empty();
        SqliteConnection.ClearAllPools();
    }

    private void Empty()
    {
        while (idle.TryTake(out var db))
        {
            db.Dispose();
        }
    }

    /// <summary>False when the context should be closed: there are enough, or it was left in the middle of something.</summary>
    private bool GiveBack(TalentHubDb db)
    {
        if (isOver || idle.Count >= Most || db.Database.CurrentTransaction is not null)
        {
            return false;
        }

        db.ChangeTracker.Clear();
        idle.Add(db);
        return true;
    }
}
