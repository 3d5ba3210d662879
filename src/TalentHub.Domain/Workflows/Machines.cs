using System.Reflection;

namespace TalentHub.Domain.Workflows;

/// <summary>All machines of the product, found by their tables: every class <c>XFlow</c> with a static field <c>Table</c>.</summary>
public static class Machines
{
    private static readonly Lazy<IReadOnlyDictionary<string, IWorkflow>> ByName = new(() => typeof(Machines).Assembly.GetTypes()
        .Where(t => t.Name.EndsWith("Flow", StringComparison.Ordinal) && t is { IsAbstract: true, IsSealed: true })
        .Select(t => t.GetField("Table", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
        .OfType<IWorkflow>()
        .ToDictionary(w => w.Name));

    public static IEnumerable<IWorkflow> All => ByName.Value.Values;

    public static IWorkflow? Find(string name) => ByName.Value.GetValueOrDefault(name);
}
