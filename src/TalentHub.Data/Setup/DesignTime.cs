using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using TalentHub.Data.Sqlite;
using TalentHub.Data.SqlServer;

namespace TalentHub.Data.Setup;

/// <summary>For <c>dotnet ef</c> only: no database is opened.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteTalentHubDb>
{
    public SqliteTalentHubDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteTalentHubDb>();
        DataServices.Configure(options, new DatabaseSettings("design.db"));
        return new SqliteTalentHubDb(options.Options);
    }
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerTalentHubDb>
{
    public SqlServerTalentHubDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerTalentHubDb>();
        DataServices.Configure(options, new DatabaseSettings(string.Empty, "Server=(design);Database=TalentHub"));
        return new SqlServerTalentHubDb(options.Options);
    }
}
