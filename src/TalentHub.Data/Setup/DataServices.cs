using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Saving;
using TalentHub.Data.Sqlite;
using TalentHub.Data.SqlServer;
using TalentHub.Domain.Access;

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
        if (settings.IsSqlite)
        {
            services.AddPooledDbContextFactory<SqliteTalentHubDb>(options => Configure(options, settings));
            services.AddSingleton<IRenter, Renter<SqliteTalentHubDb>>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqlServerTalentHubDb>(options => Configure(options, settings));
            services.AddSingleton<IRenter, Renter<SqlServerTalentHubDb>>();
        }

        services.AddScoped<CurrentActor>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentActor>().Value);
        services.AddScoped(Rented);
        return services;
    }

    public static void Configure(DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        if (settings.IsSqlite)
        {
            options.UseSqlite(SqliteConnectionString(settings.SqliteFile), sqlite => sqlite.MigrationsAssembly(typeof(TalentHubDb).Assembly));
            options.AddInterceptors(SqlitePragmas.Instance);
        }
        else
        {
            options.UseSqlServer(settings.SqlServer, server => server
                .MigrationsAssembly(typeof(TalentHubDb).Assembly)
                .UseCompatibilityLevel(settings.CompatibilityLevel)
                .MaxBatchSize(settings.LargestBatch));
        }

        options.EnableThreadSafetyChecks(false);
        options.ConfigureWarnings(warnings => warnings
            .Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning)
            .Throw(RelationalEventId.MultipleCollectionIncludeWarning));
    }

    public static string SqliteConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30, ForeignKeys = true }.ToString();

    /// <summary>Opens a context outside any scope: jobs, verbs, tests. Dispose it.</summary>
    internal interface IRenter
    {
        TalentHubDb Rent();
    }

    internal sealed class Renter<TContext>(IDbContextFactory<TContext> factory) : IRenter
        where TContext : TalentHubDb
    {
        public TalentHubDb Rent() => factory.CreateDbContext();
    }

    /// <summary>
    /// One rented context per scope. The scope gives it back, exactly once: giving a pooled context back a second time would take it away from whoever rented it meanwhile.
    /// </summary>
    private static TalentHubDb Rented(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<IRenter>().Rent();
        db.ReadAs(scope.GetRequiredService<Actor>());
        db.Gate = scope.GetRequiredService<WriteGate>();
        db.Reactions = scope.GetService<IReactions>();
        return db;
    }
}

/// <summary>Durable to the last acknowledged write (FULL is the promise), and patient rather than failing.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
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
}
