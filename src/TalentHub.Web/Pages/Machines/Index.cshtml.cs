using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Domain.Workflows;

namespace TalentHub.Web.Pages.Machines;

/// <summary>All machines of the product.</summary>
public sealed class IndexModel : PageModel
{
    public IReadOnlyList<IWorkflow> All { get; } = [.. Domain.Workflows.Machines.All.OrderBy(m => m.Name, StringComparer.Ordinal)];

    public void OnGet()
    {
        // Nothing to read: the machines are code.
    }
}
