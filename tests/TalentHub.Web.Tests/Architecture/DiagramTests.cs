using System.Globalization;
using System.Text;
using TalentHub.Domain.Workflows;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Architecture;

public sealed class DiagramTests
{
    public static TheoryData<string> Names => [.. Machines.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_diagram_in_the_docs_is_the_machine(string name)
    {
        var file = Repository.PathOf("docs", "states", name + ".mmd");
        var drawn = Draw(Machines.Find(name)!);
        if (Environment.GetEnvironmentVariable("TALENTHUB_UPDATE") == "1")
        {
            File.WriteAllText(file, drawn);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file) == drawn, $"docs/states/{name}.mmd differs from the machine. Write it with TALENTHUB_UPDATE=1.");
    }

    private static string Draw(IWorkflow machine)
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        text.Append(CultureInfo.InvariantCulture, $"    [*] --> {machine.Start}\n");
        foreach (var move in machine.Moves)
        {
            foreach (var from in move.From)
            {
                foreach (var to in move.To)
                {
                    text.Append(CultureInfo.InvariantCulture, $"    {from} --> {to}: {move.Trigger}\n");
                }
            }
        }

        foreach (var end in machine.Ends.Order(StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"    {end} --> [*]\n");
        }

        return text.ToString();
    }
}
