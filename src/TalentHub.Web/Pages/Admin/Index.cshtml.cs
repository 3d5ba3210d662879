using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin;

/// <summary>The rooms of administration that this person may enter.</summary>
public sealed class IndexModel(CurrentActor actor, Text text, CompanyCache company) : PageModel
{
    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var isDemo = await company.GetAsync(ct) is { IsDemo: true };
        Rooms = [.. All().Where(r => actor.Value.May(r.Needs) && (isDemo || r.Href != "/admin/wipe"))];
    }

    private IEnumerable<Room> All() =>
    [
        new(text["First steps"], text["What a new company still needs before it can hire."], "/admin/first-steps", "circle-check", Capability.ManageCompany),
        new(text["Users"], text["Invite people, give roles, end sessions."], "/admin/users", "users", Capability.ManageUsers),
        new(text["View as a role"], text["See what a role sees. Nothing can be changed, and it is written down."], "/admin/view-as", "eye", Capability.ManageUsers),
        new(text["Departments"], text["The tree of the company and who leads each part."], "/admin/departments", "people", Capability.ManageCompany),
        new(text["Companies"], text["The companies in law that employ people."], "/admin/companies", "careers", Capability.ManageCompany),
        new(text["Cost centres"], text["Where costs are counted, from a day on."], "/admin/cost-centres", "notes", Capability.ManageCompany),
        new(text["Places"], text["Where people work: time zone, country, currency."], "/admin/places", "clock", Capability.ManageCompany),
        new(text["Approval chains"], text["Who approves requests and offers, by department, level and cost."], "/admin/chains", "check", Capability.ManageCompany),
        new(text["Reasons"], text["The lists that people choose from when they reject, hold or close."], "/admin/reasons", "notes", Capability.ManageCompany),
        new(text["Role families"], text["Ladders, skills, posting texts, interview plans and scorecards."], "/admin/role-families", "careers", Capability.ManageRoleFamilies),
        new(text["Mail"], text["What TalentHub wrote to whom, and where it stands."], "/admin/mail", "mail", Capability.SeeMail),
        new(text["Audit log"], text["Who did what on which record, and who looked at it."], "/admin/audit", "history", Capability.SeeAudit),
        new(text["Operations"], text["What waits, which jobs ran, and what to do when something stands still."], "/admin/operations", "activity-heartbeat", Capability.SeeOperations),
        new(text["Wipe the sample company"], text["Empty this installation and set up your own company."], "/admin/wipe", "trash", Capability.ManageCompany),
    ];

    public sealed record Room(string Title, string Says, string Href, string Icon, Capability Needs);
}
