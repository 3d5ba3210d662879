using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TalentHub.Data;

/// <summary>
/// A query whose shape never changes, translated once. Without it each request builds the expression, takes its parameters out and compares it with the known ones, which for the
/// large questions of a detail page costs more than the answer. A compiled query belongs to one model, and a process may hold one for each provider: hence a table.
/// </summary>
/// <param name="compile">Calls <c>EF.CompileAsyncQuery</c>.</param>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> byModel = [];

    public TQuery For(TalentHubDb db) => byModel.GetValue(db.Model, _ => compile());
}

/// <summary>
/// The same for a question that comes in a few shapes: with this filter and without that one. What the shape says is a constant to its expression, so each shape has the words that it
/// needs and no others.
/// </summary>
/// <param name="compile">Calls <c>EF.CompileAsyncQuery</c> for one shape.</param>
public sealed class CompiledQuery<TShape, TQuery>(Func<TShape, TQuery> compile)
    where TShape : notnull
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, ConcurrentDictionary<TShape, TQuery>> byModel = [];

    public TQuery For(TalentHubDb db, TShape shape) => byModel.GetOrCreateValue(db.Model).GetOrAdd(shape, compile);
}
