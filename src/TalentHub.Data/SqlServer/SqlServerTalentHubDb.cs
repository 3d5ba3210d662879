using Microsoft.EntityFrameworkCore;

namespace TalentHub.Data.SqlServer;

/// <summary>SQL Server; its migrations stand beside it.</summary>
public sealed class SqlServerTalentHubDb(DbContextOptions<SqlServerTalentHubDb> options) : TalentHubDb(options);
