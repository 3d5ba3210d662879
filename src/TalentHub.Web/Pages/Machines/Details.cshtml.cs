using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Flow;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Flow;

namespace TalentHub.Web.Pages.Machines;

/// <summary>One machine, drawn from its definition, with counts and stays on states and arrows, and the same as a table.</summary>
public sealed class DetailsModel(FlowFigures figures, CurrentActor actor) : PageModel
{
    [FromRoute]
    public string Name { get; set; } = string.Empty;

    public IWorkflow Machine { get; private set; } = null!;

    public LineFigures Figures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Machine = Domain.Workflows.Machines.Find(Name) ?? throw new NotFoundException();
        var all = await figures.ForAsync(actor.Value, ct);

        // How many there are is told only to those who may see such records.
        var open = Line.Find(Name) is { } place && actor.Value.May(place.Needs);
        Figures = open ? all : new LineFigures(new Dictionary<(string, string), StateFigures>(), new Dictionary<(string, string, string), int>());
    }

    /// <summary>Which roles and relations hold a capability, for the column "Who".</summary>
    public static IEnumerable<string> Holders(Capability capability) =>
        Enum.GetValues<Role>().Where(r => RoleRights.Of(r).Contains(capability)).Select(r => r.ToString())
            .Concat(Enum.GetValues<Relation>().Where(r => RoleRights.Of(r).Contains(capability)).Select(r => r.ToString()))
            .Concat(RoleRights.Candidate.Contains(capability) ? ["Candidate"] : []);
}
