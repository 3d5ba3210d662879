using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using TalentHub.Data.Saving;
using TalentHub.Data.Setup;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Data;

/// <summary>What is written for SQL Server by hand, and what its settings do; without a server.</summary>
public sealed partial class SqlServerSqlTests
{
    /// <summary>Where SQL is written by hand, and what proves it for SQL Server.</summary>
    private static readonly Dictionary<string, string> ByHand = new(StringComparer.Ordinal)
    {
        ["FlowCounters.cs"] = nameof(The_counters_of_flow_are_kept_by_t_sql),
        ["FlowRebuild.cs"] = nameof(The_counters_of_flow_are_made_anew_by_t_sql),
        ["Invariants.cs"] = nameof(SqlServerWalkTests),
        ["WipeSample.cs"] = nameof(The_sample_company_is_wiped_by_t_sql),
        ["DatabaseFacts.cs"] = nameof(The_size_of_the_database_is_asked_in_t_sql),
        ["DatabaseStart.cs"] = "SQLite only: its lock and its catalogue",
    };

    [Fact]
    public void Every_piece_of_sql_written_by_hand_is_known_here()
    {
        var found = Repository.Files("src", ".cs").Where(f => Raw().IsMatch(File.ReadAllText(f))).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

        Assert.Equal(ByHand.Keys.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task The_counters_of_flow_are_kept_by_t_sql()
    {
        var log = new CommandLog();
        await using var db = SqlServerTwin.Context(log);
        var requisition = A.Requisition().InApproval(A.Person(TalentHub.Domain.Access.Role.HR));
        var moved = requisition.TakeTransitions().Select(row => ((IStateful)requisition, row)).ToList();

        await FlowCounters.CountAsync(db, moved, TestContext.Current.CancellationToken);

        Assert.Equal(5, log.Texts.Count);   // begun: one state and one day; submitted: two states and one day
        Assert.All(log.Texts, sql => Assert.StartsWith("MERGE [", sql, StringComparison.Ordinal));
        Assert.All(log.Texts, sql => Assert.Empty(SqlServerTwin.Mistakes(sql)));
    }

    [Fact]
    public void The_counters_of_flow_are_made_anew_by_t_sql()
    {
        using var db = SqlServerTwin.Context(new CommandLog());

        var statements = FlowRebuild.Statements(db);

        Assert.Equal(2 * FlowRebuild.Tables(db).Count, statements.Count);
        Assert.Contains(statements, sql => sql.Contains("CAST(t.[At] AS date)", StringComparison.Ordinal));
        Assert.All(statements, sql => Assert.Empty(SqlServerTwin.Mistakes(sql)));
    }

    [Fact]
    public void The_sample_company_is_wiped_by_t_sql()
    {
        using var db = SqlServerTwin.Context(new CommandLog());

        var statements = TalentHub.Services.Operations.WipeSample.Statements(db);

        Assert.Equal(db.Model.GetRelationalModel().Tables.Count() - 3, statements.Count(s => s.StartsWith("DELETE FROM", StringComparison.Ordinal)));
        Assert.Contains("DELETE FROM \"People\"", statements);
        Assert.All(statements, sql => Assert.Empty(SqlServerTwin.Mistakes(sql)));
    }

    [Fact]
    public void The_size_of_the_database_is_asked_in_t_sql() => Assert.Empty(SqlServerTwin.Mistakes(DatabaseFacts.SqlServerSizes));

    [Theory]
    [InlineData(160, true)]
    [InlineData(150, false)]
    public void The_compatibility_level_decides_which_sql_is_written(int level, bool hasGreatest)
    {
        using var db = SqlServerTwin.Context(new CommandLog(), new DatabaseSettings(string.Empty, "Server=(none);Database=none", level));

        string Query() => db.StateCounts.Where(c => EF.Functions.Greatest(c.Count, 7) > 7).ToQueryString();

        if (hasGreatest)
        {
            Assert.Contains("GREATEST(", Query(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Throws<InvalidOperationException>(Query);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void A_batch_is_as_large_as_the_setting_and_no_larger(int largest)
    {
        var log = new CommandLog();
        using var db = SqlServerTwin.Context(log, new DatabaseSettings(string.Empty, "Server=(none);Database=none", LargestBatch: largest));
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        db.AddRange(Enumerable.Range(0, 60).Select(i => new DataProtectionKey { FriendlyName = $"key {i}", Xml = "<key/>" }));

        Assert.ThrowsAny<Exception>(() => db.SaveChanges());   // nobody answers the first batch

        var sql = Assert.Single(log.Texts);
        Assert.Equal(largest, Rows().Count(sql));
        Assert.Empty(SqlServerTwin.Mistakes(sql));
    }

    [Fact]
    public void Both_settings_come_from_the_configuration()
    {
        var database = Read(("TALENTHUB_SQLSERVER", "Server=x;Database=y"), ("TALENTHUB_SQLSERVER_LEVEL", "150"), ("TALENTHUB_SQLSERVER_BATCH", "7")).Database;

        Assert.Equal((150, 7), (database.CompatibilityLevel, database.LargestBatch));
        Assert.Equal((160, 42), (Read().Database.CompatibilityLevel, Read().Database.LargestBatch));
        Assert.Throws<SettingsMistake>(() => Read(("TALENTHUB_SQLSERVER_LEVEL", "15")));
        Assert.Throws<SettingsMistake>(() => Read(("TALENTHUB_SQLSERVER_BATCH", "0")));
    }

    [Fact]
    public void Two_collections_are_never_joined_into_one_query_unsaid()
    {
        using var db = SqlServerTwin.Context(new CommandLog());

        Assert.Throws<InvalidOperationException>(() => db.Offers.Include(o => o.Versions).Include(o => o.Questions).ToQueryString());
        Assert.NotEmpty(db.Offers.Include(o => o.Versions).Include(o => o.Questions).AsSplitQuery().ToQueryString());
    }

    private static Settings Read(params (string Name, string Value)[] settings) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());

    [GeneratedRegex(@"\b(ExecuteSql|SqlQuery|FromSql)(Raw|Interpolated)?(Async)?\s*(<\w+>)?\s*\(", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Raw();

    /// <summary>The rows of a merge or of several inserts: "(@p0, @p1, 0)".</summary>
    [GeneratedRegex(@"\(@p\d+, @p\d+(, \d+)?\)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Rows();
}
