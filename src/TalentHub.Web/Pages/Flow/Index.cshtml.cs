using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Data.Setup;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Flow;

namespace TalentHub.Web.Pages.Flow;

/// <summary>The line as one live map: how many stand in each state, how long they stay, how many go on, where it is stuck.</summary>
public sealed class IndexModel(FlowFigures figures, CurrentActor actor) : PageModel
{
    /// <summary>A state whose slow tenth waits more than this many times its median is marked as stuck.</summary>
    private const double StuckFactor = 6;

    public IReadOnlyList<StageView> Stages { get; private set; } = [];

    public bool MaySeeMachines => actor.Value.May(Domain.Access.Capability.SeeMachines);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var line = await figures.ForAsync(actor.Value, ct);
        Stages = [.. Line.Stages.Select(stage => new StageView(stage,
        [
            .. stage.Machines.Where(m => actor.Value.May(m.Needs)).Select(m => (Machine: m, Flow: Domain.Workflows.Machines.Find(m.Name))).Where(m => m.Flow is not null)
                .Select(m => new MachineView(m.Machine, StatesOf(m.Flow!, line), GoOn(m.Flow!, line))),
        ]))];
    }

    private static IReadOnlyList<StateView> StatesOf(IWorkflow machine, LineFigures line) =>
    [
        .. machine.States.Where(s => !machine.Ends.Contains(s)).Select(s => (State: s, Figures: line.Of(machine.Name, s)))
            .Select(s => new StateView(s.State, s.Figures, s.Figures is { Count: > 0, MedianHours: > 1, NinetyPercentHours: { } slow } && slow > s.Figures.MedianHours * StuckFactor)),
    ];

    /// <summary>Of all moves, the share that did not lead to an end other than a good one: who went on.</summary>
    private static double? GoOn(IWorkflow machine, LineFigures line)
    {
        var left = line.Moves.Where(m => m.Key.Machine == machine.Name && m.Key.From.Length > 0).ToList();
        var total = left.Sum(m => m.Value);
        var bad = left.Where(m => machine.Ends.Contains(m.Key.To) && !machine.Good.Contains(m.Key.To)).Sum(m => m.Value);
        return total == 0 ? null : 1 - (bad / (double)total);
    }

    public sealed record StageView(LineStage Stage, IReadOnlyList<MachineView> Machines);

    public sealed record MachineView(LineMachine Machine, IReadOnlyList<StateView> States, double? GoOn);

    public sealed record StateView(string State, StateFigures Figures, bool IsStuck);
}
