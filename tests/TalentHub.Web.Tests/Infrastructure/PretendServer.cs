using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TalentHub.Data.Setup;
using TalentHub.Data.SqlServer;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>
/// Stands in for a SQL Server: opens, takes every command and keeps its text, knows no table yet. With <paramref name="hasDatabase"/> false nobody can connect, as where the database does not exist.
/// </summary>
public sealed class PretendServer(bool hasDatabase = true) : IDbConnectionInterceptor, IDbCommandInterceptor, IDbTransactionInterceptor
{
    public static readonly DatabaseSettings Settings = new(string.Empty, "Server=(none);Database=talenthub;TrustServerCertificate=true");

    /// <summary>What it was sent, in order.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>The product's context on this server, made as the product makes it.</summary>
    public SqlServerTalentHubDb Context()
    {
        var options = new DbContextOptionsBuilder<SqlServerTalentHubDb>();
        DataServices.Configure(options, Settings);
        options.AddInterceptors(this);
        return new SqlServerTalentHubDb(options.Options);
    }

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        hasDatabase ? InterceptionResult.Suppress() : throw new InvalidOperationException("Cannot open database \"talenthub\" requested by the login.");

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ConnectionOpening(connection, eventData, result));

    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Sent.Add(command.CommandText);
        return InterceptionResult<int>.SuppressWithResult(1);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(NonQueryExecuting(command, eventData, result));

    public InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Sent.Add(command.CommandText);

        // The lock is given; a table that is asked for is not there.
        return InterceptionResult<object>.SuppressWithResult(command.CommandText.Contains("sp_getapplock", StringComparison.Ordinal) ? 0 : DBNull.Value);
    }

    public ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ScalarExecuting(command, eventData, result));

    public InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Sent.Add(command.CommandText);
        return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable { Columns = { "MigrationId", "ProductVersion" } }.CreateDataReader());
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    /// <summary>The driver's own command takes no transaction but its own.</summary>
    public InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result) =>
        InterceptionResult<DbCommand>.SuppressWithResult(new Command());

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(InterceptionResult<DbTransaction>.SuppressWithResult(new Transaction(connection)));

    private sealed class Transaction(DbConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    /// <summary>Holds a text and never leaves.</summary>
    private sealed class Command : DbCommand
    {
        [AllowNull]
        public override string CommandText { get; set; } = string.Empty;

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection { get; } = new SqlCommand().Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override int ExecuteNonQuery() => throw new NotSupportedException();

        public override object ExecuteScalar() => throw new NotSupportedException();

        protected override DbParameter CreateDbParameter() => new SqlParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw new NotSupportedException();
    }
}
