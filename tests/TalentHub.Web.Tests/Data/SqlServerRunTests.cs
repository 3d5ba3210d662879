using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Data;

/// <summary>Whether all tests that have a database run on SQL Server in this run. Visible where they do not.</summary>
public sealed class SqlServerRunTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task The_data_and_page_tests_run_on_sql_server()
    {
        Assert.SkipUnless(
            ServerDatabase.IsAsked,
            $"{ServerDatabase.Variable} is not set, so these tests run on SQLite. Set it to a connection string whose database has “test” in its name and whose login may create databases; each test class then makes and drops one of its own.");

        var (isServer, pending) = await factory.DbAsync(async db => (db.Database.IsSqlServer(), !await DatabaseStart.IsCurrentAsync(db, TestContext.Current.CancellationToken)));
        Assert.True(isServer);
        Assert.False(pending);
        var page = await factory.Browser(await factory.PersonAsync(Role.HR)).GetAsync("/candidates");
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
    }

    [Theory]
    [InlineData("Server=x;Database=talenthub")]
    [InlineData("Server=x")]
    [InlineData("Server=x;Database=test] x")]
    public void A_server_database_without_test_in_its_name_is_refused(string connection) =>
        Assert.Throws<InvalidOperationException>(() => ServerDatabase.Read(connection));

    [Fact]
    public void A_server_database_with_test_in_its_name_is_taken() =>
        Assert.Equal("talenthub_test", ServerDatabase.Read("Server=x;Database=talenthub_test;User Id=a;Password=b").InitialCatalog);
}
