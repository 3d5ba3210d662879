using Microsoft.EntityFrameworkCore;

namespace TalentHub.Data.Sqlite;

/// <summary>The embedded database; its migrations stand beside it.</summary>
public sealed class SqliteTalentHubDb(DbContextOptions<SqliteTalentHubDb> options) : TalentHubDb(options);
