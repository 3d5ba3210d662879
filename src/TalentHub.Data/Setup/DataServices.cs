using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SQLitePCL;
using TalentHub.Data.Saving;
using TalentHub.Data.Sqlite;
using TalentHub.Data.SqlServer;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;

namespace TalentHub.Data.Setup;

/// <summary>Which database, and how large a batch it may take.</summary>
/// <param name="SqliteFile">The file of the embedded database; used when <paramref name="SqlServer"/> is null.</param>
/// <param name="SqlServer">A connection string.</param>
public sealed record DatabaseSettings(string SqliteFile, string? SqlServer = null, int CompatibilityLevel = 160, int LargestBatch = 42)
{
    public bool IsSqlite => SqlServer is null;
}

/// <summary>Registers the context: pooled, and rented per scope with the viewer and the reactions of that scope.</summary>
public static class DataServices
{
    public static IServiceCollection AddTalentHubData(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(new WriteGate(settings.IsSqlite));
        services.AddSingleton<ChangeClock>();
        if (settings.IsSqlite)
        {
            services.AddDbContextFactory<SqliteTalentHubDb>(options => Configure(options, settings));
            services.AddSingleton<IRenter, SqlitePool>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqlServerTalentHubDb>(options => Configure(options, settings));
            services.AddSingleton<IRenter, Renter<SqlServerTalentHubDb>>();
        }

        services.AddScoped<CurrentActor>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentActor>().Value);
        services.TryAddScoped<IAuditOrigin, ScopeOrigin>();
        services.AddScoped(Rented);
        return services;
    }

    /// <summary>
    /// A list is one parameter: the statement stays the same whatever its length, so it is made once. One parameter for each element would be written anew each time (measured: a third of
    /// a page's cost).
    /// </summary>
    public static void Configure(DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        if (settings.IsSqlite)
        {
            options.UseSqlite(SqliteConnectionString(settings.SqliteFile), sqlite => sqlite
                .MigrationsAssembly(typeof(TalentHubDb).Assembly)
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
            options.AddInterceptors(SqlitePragmas.Instance, KeptStatements.Instance);
        }
        else
        {
            options.UseSqlServer(settings.SqlServer, server => server
                .MigrationsAssembly(typeof(TalentHubDb).Assembly)
                .UseCompatibilityLevel(settings.CompatibilityLevel)
                .MaxBatchSize(settings.LargestBatch)
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
            options.AddInterceptors(DatabaseStays.Instance);
        }

        options.EnableThreadSafetyChecks(false);
        options.ConfigureWarnings(warnings => warnings
            .Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning)
            .Throw(
                RelationalEventId.MultipleCollectionIncludeWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning, CoreEventId.RowLimitingOperationWithoutOrderByWarning));
    }

    /// <summary>Opens the file and never makes one: where it is away, an empty one would take its place (<see cref="DatabaseStart.MakeFileAsync"/>).</summary>
    public static string SqliteConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30, ForeignKeys = true, Mode = SqliteOpenMode.ReadWrite }.ToString();

    /// <summary>Opens a context outside any scope: jobs, verbs, tests. Dispose it.</summary>
    internal interface IRenter
    {
        TalentHubDb Rent();

        /// <summary>Closes connections that are kept open for the next one who rents.</summary>
        void CloseIdle();
    }

    internal sealed class Renter<TContext>(IDbContextFactory<TContext> factory) : IRenter
        where TContext : TalentHubDb
    {
        public TalentHubDb Rent() => factory.CreateDbContext();

        public void CloseIdle()
        {
            // The framework's pool closes each connection when its context comes back.
        }
    }

    /// <summary>Closes what is only kept open: for work that wants the database to itself.</summary>
    public static void CloseIdleConnections(this IServiceProvider services) => services.GetRequiredService<IRenter>().CloseIdle();

    /// <summary>
    /// One rented context per scope. The scope gives it back, exactly once: giving a pooled context back a second time would take it away from whoever rented it meanwhile.
    /// </summary>
    private static TalentHubDb Rented(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<IRenter>().Rent();
        db.ReadAs(scope.GetRequiredService<Actor>());
        db.Gate = scope.GetRequiredService<WriteGate>();
        db.Changes = scope.GetRequiredService<ChangeClock>();
        db.Reactions = scope.GetService<IReactions>();
        db.Origin = scope.GetRequiredService<IAuditOrigin>();
        db.Time = scope.GetService<TimeProvider>() ?? TimeProvider.System;
        return db;
    }
}

/// <summary>Durable to the last acknowledged write (FULL is the promise), and patient rather than failing.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA secure_delete=ON;";

    static SqlitePragmas()
    {
        // Before SQLite is first used: a connection serves one request at a time, so it needs no lock of its own, and counting every allocation takes a lock that
        // all connections share.
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Run(connection);

    public static void Run(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Opened with the first question, closed with the context (<see cref="SqlitePool"/>).</summary>
    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(InterceptionResult.Suppress());
}
