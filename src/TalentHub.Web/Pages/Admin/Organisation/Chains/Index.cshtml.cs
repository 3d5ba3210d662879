using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Demand;

namespace TalentHub.Web.Pages.Admin.Organisation.Chains;

/// <summary>Which chain takes which request. The fitting one with the most conditions wins; running chains go on when theirs is retired.</summary>
public sealed class IndexModel(TalentHubDb db, CompanyChoices choices, CompanyCache company) : FormPage
{
    public IReadOnlyList<ApprovalPolicy> Chains { get; private set; } = [];

    public Dictionary<string, string> Departments { get; private set; } = [];

    public Dictionary<long, string> Names { get; private set; } = [];

    public string Currency { get; private set; } = "USD";

    public override async Task LoadAsync(CancellationToken ct)
    {
        Chains = await db.ApprovalPolicies.AsNoTracking().Where(p => !p.IsRetired).OrderBy(p => p.Kind).ThenBy(p => p.Id).ToListAsync(ct);
        Departments = (await choices.DepartmentsAsync(ct)).ToDictionary(d => d.Value, d => d.Text);
        Names = await choices.NamesAsync(Chains.SelectMany(c => c.Steps).Select(s => s.PersonId), ct);
        Currency = (await company.GetAsync(ct))?.Currency ?? "USD";
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostRetireAsync(long id, CancellationToken ct)
    {
        var chain = await db.ApprovalPolicies.SingleOrNotFoundAsync(p => p.Id == id, ct);
        db.Expect(chain, Version);
        chain.Retire();
        await db.SaveChangesAsync(ct);
        return Done(new Sentence("“{name}” takes no new requests", ("name", chain.Name)), "/admin/chains");
    }

    public string StepWords(PolicyStep step) => step.Who switch
    {
        ApproverIs.Role => T.Enum(step.Role!.Value),
        ApproverIs.Person => Names.GetValueOrDefault(step.PersonId!.Value) ?? T["somebody"],
        ApproverIs.DepartmentHead or ApproverIs.RequesterManager => T.Enum(step.Who),
    };

    public IEnumerable<string> Conditions(ApprovalPolicy chain)
    {
        if (chain.DepartmentId is { } department)
        {
            yield return Departments.GetValueOrDefault(department.ToString(System.Globalization.CultureInfo.InvariantCulture)) ?? T["Department"];
        }

        if (chain.FromLevel is { } level)
        {
            yield return T["from level {level}", ("level", level)];
        }

        if (chain.FromAnnualCost is { } cost)
        {
            yield return T["from {amount} a year", ("amount", new Money(cost, Currency))];
        }
    }
}
