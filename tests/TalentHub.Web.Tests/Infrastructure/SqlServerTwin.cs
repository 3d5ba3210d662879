using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Data.SqlServer;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>
/// Every query shape that a test runs on SQLite is compiled for SQL Server as well, with the values of the moment, down to the command that would be sent; and
/// what would be sent is parsed as T-SQL. No server is asked. What cannot be translated fails the test that ran it.
/// </summary>
public static class SqlServerTwin
{
    private static readonly DatabaseSettings Settings = new(string.Empty, "Server=(none);Database=none;TrustServerCertificate=true");

    /// <summary>What would have been sent, by its text.</summary>
    public static ConcurrentDictionary<string, byte> Sent { get; } = new(StringComparer.Ordinal);

    /// <summary>A context for SQL Server whose commands go nowhere.</summary>
    public static SqlServerTalentHubDb Context(IInterceptor where, DatabaseSettings? settings = null)
    {
        var options = new DbContextOptionsBuilder<SqlServerTalentHubDb>();
        DataServices.Configure(options, settings ?? Settings);
        options.AddInterceptors(NoConnection.Instance, where);
        return new SqlServerTalentHubDb(options.Options);
    }

    /// <summary>What is wrong with it as T-SQL.</summary>
    public static IReadOnlyList<string> Mistakes(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return [.. errors.Select(e => $"{e.Line}: {e.Message}")];
    }

#pragma warning disable EF1001 // The compiler's own steps are used, since nothing public takes a query from one database to another.
    /// <summary>For the options of a SQLite context: its queries are translated here as they are compiled there.</summary>
    public static void Watch(DbContextOptionsBuilder options) => options.ReplaceService<IQueryCompiler, Compiler>();

    internal static void Translate<TResult>(TalentHubDb original, Expression query, IEnumerable<KeyValuePair<string, object?>> values, bool isAsync)
    {
        using var twin = Context(StopAtCommand.Instance);
        twin.ReadAs(original.Viewer);
        string sql;
        try
        {
            var moved = new ToModel(twin.Model, twin.GetService<IAdHocMapper>()).Visit(query);
            var context = twin.GetService<IQueryContextFactory>().Create();
            foreach (var (name, value) in values)
            {
                context.Parameters[name] = value;
            }

            new Unset(context.Parameters).Visit(moved);
            sql = CommandOf(twin.GetService<IDatabase>().CompileQuery<TResult>(moved, isAsync), context);
        }
        catch (InvalidOperationException fault)
        {
            throw new InvalidOperationException($"SQL Server cannot run a query that SQLite can: {fault.Message}\n{ExpressionPrinter.Print(query)}", fault);
        }

        if (Mistakes(sql) is [_, ..] mistakes)
        {
            throw new InvalidOperationException($"This is no T-SQL: {string.Join("; ", mistakes)}\n{sql}");
        }

        if (sql.Contains("ROW_NUMBER()", StringComparison.Ordinal))
        {
            // So both databases are asked for the first of several columns of a correlated set: all rows of its table are numbered before one is taken.
            throw new InvalidOperationException($"Join, or ask for each column by itself; this reads a whole table for each row:\n{sql}");
        }

        Sent.TryAdd(sql, 0);
    }

    private static string CommandOf<TResult>(Func<QueryContext, TResult> run, QueryContext context)
    {
        try
        {
            switch (run(context))
            {
                case Task task:
                    task.GetAwaiter().GetResult();
                    break;
                case IEnumerable rows:
                    rows.GetEnumerator().MoveNext();
                    break;
                default:
                    break;
            }
        }
        catch (WouldBeSent command)
        {
            return command.Sql;
        }

        throw new InvalidOperationException("The query sends no command.");
    }

    /// <summary>The same query over the other database's model.</summary>
    private sealed class ToModel(IModel model, IAdHocMapper other) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            FromSqlQueryRootExpression root => new FromSqlQueryRootExpression(TypeOf(root), root.Sql, Visit(root.Argument)),
            EntityQueryRootExpression root => new EntityQueryRootExpression(TypeOf(root)),
            _ => base.VisitExtension(node),
        };

        private IEntityType TypeOf(EntityQueryRootExpression root) =>
            model.FindEntityType(root.EntityType.Name) ?? other.GetOrAddEntityType(root.EntityType.ClrType);
    }

    /// <summary>A query that is compiled ahead has no values yet: each place gets one of its type.</summary>
    private sealed class Unset(Dictionary<string, object?> values) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node)
        {
            if (node is QueryParameterExpression { Name: var name, Type: var type })
            {
                values[name] = values.TryGetValue(name, out var given) ? given : (type.IsArray ? Array.CreateInstance(type.GetElementType()!, 1) : type == typeof(string) ? string.Empty : Activator.CreateInstance(type));
                return node;
            }

            return base.VisitExtension(node);
        }
    }

    private sealed class WouldBeSent(string sql) : Exception
    {
        public string Sql { get; } = sql;
    }

    private sealed class StopAtCommand : DbCommandInterceptor
    {
        public static readonly StopAtCommand Instance = new();

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => throw new WouldBeSent(command.CommandText);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => throw new WouldBeSent(command.CommandText);

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => throw new WouldBeSent(command.CommandText);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => throw new WouldBeSent(command.CommandText);
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public static readonly NoConnection Instance = new();

        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    /// <summary>Put into the SQLite context of a test in the place of EF Core's own.</summary>
    internal sealed class Compiler(
        IQueryContextFactory contexts, ICompiledQueryCache cache, ICompiledQueryCacheKeyGenerator keys, IDatabase database, IDiagnosticsLogger<DbLoggerCategory.Query> logger,
        ICurrentDbContext current, IEvaluatableExpressionFilter filter, IModel model) : QueryCompiler(contexts, cache, keys, database, logger, current, filter, model)
    {
        private readonly ICurrentDbContext here = current;
        private Dictionary<string, object?> last = [];

        public override Expression ExtractParameters(
            Expression query, Dictionary<string, object?> parameters, IDiagnosticsLogger<DbLoggerCategory.Query> logger, bool compiledQuery = false, bool generateContextAccessors = false)
        {
            last = parameters;
            return base.ExtractParameters(query, parameters, logger, compiledQuery, generateContextAccessors);
        }

        public override Func<QueryContext, TResult> CompileQueryCore<TResult>(IDatabase database, Expression query, IModel model, bool async)
        {
            Translate<TResult>((TalentHubDb)here.Context, query, last, async);
            return base.CompileQueryCore<TResult>(database, query, model, async);
        }
    }
#pragma warning restore EF1001
}

/// <summary>Lets commands pass as if they had done their work, and keeps their texts.</summary>
public sealed class CommandLog : DbCommandInterceptor
{
    public List<string> Texts { get; } = [];

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Keep(command);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Keep(command));

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Keep(command);
        throw new NotSupportedException("Nobody answers.");
    }

    private InterceptionResult<int> Keep(DbCommand command)
    {
        Texts.Add(command.CommandText);
        return InterceptionResult<int>.SuppressWithResult(1);
    }
}
