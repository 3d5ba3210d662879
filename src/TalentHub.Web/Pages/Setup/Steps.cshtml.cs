using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TalentHub.Web.Pages.Setup;

/// <summary>What a new company still needs before it can hire; each line knows by itself whether it is done.</summary>
public sealed class StepsModel(FirstSteps steps) : PageModel
{
    public IReadOnlyList<FirstSteps.Step> Steps { get; private set; } = [];

    public bool IsReady => Steps.All(s => s.IsDone);

    public async Task OnGetAsync(CancellationToken ct) => Steps = await steps.LoadAsync(ct);
}
