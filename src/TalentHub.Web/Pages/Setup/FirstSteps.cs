using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.People;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Setup;

/// <summary>The steps of a new company, for their own page and for an administrator's Today.</summary>
public sealed class FirstSteps(TalentHubDb db, Text text)
{
    /// <summary>Roles without which the first hire stops somewhere, and what each does there.</summary>
    private static readonly (Role Role, string Why)[] Needed =
    [
        (Role.HR, "approves requests, reviews postings, signs hires, runs onboarding"),
        (Role.Recruiter, "opens jobs, reads applications, books interviews, writes offers"),
        (Role.Finance, "approves offers"),
    ];

    public async Task<IReadOnlyList<Step>> LoadAsync(CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var departments = await db.Departments.CountAsync(ct);
        var headless = await db.Departments.CountAsync(d => d.HeadId == null, ct);
        var places = await db.Locations.CountAsync(ct);
        var people = await db.Employments.CountAsync(e => EmploymentFlow.Employed.Contains(e.State), ct);
        var held = await db.RoleGrants.Where(g => db.Users.Any(a => a.PersonId == g.PersonId && !a.IsDisabled)).GroupBy(g => g.Role).Select(g => g.Key).ToListAsync(ct);
        var chains = await db.ApprovalPolicies.AsNoTracking().Where(p => !p.IsRetired).ToListAsync(ct);
        var missing = chains.SelectMany(c => c.Steps).Where(s => s.Who == ApproverIs.Role && !held.Contains(s.Role!.Value)).Select(s => s.Role!.Value).Distinct().ToList();
        return
        [
            new(places > 0, text["Places"], text["{count} so far", ("count", places)], "/admin/places"),
            new(departments > 1 && headless == 0, text["Departments"],
                departments <= 1 ? text["Name the departments that hire, each with its head."] : text["{count} so far, {headless} without a head", ("count", departments), ("headless", headless)], "/admin/departments"),
            new(people > 1, text["People"], text["{count} so far. Invite those who take part in hiring: managers, interviewers, recruiters.", ("count", people)], "/admin/users/invite"),
            .. Needed.Select(n => new Step(held.Contains(n.Role), text["Somebody in the role {role}", ("role", text.Enum(n.Role))], text[n.Why], "/admin/users/invite?role=" + n.Role)),
            new(chains.Exists(c => c.Kind == ApprovalKind.Requisition) && chains.Exists(c => c.Kind == ApprovalKind.Offer) && missing.Count == 0, text["Approval chains"],
                missing.Count == 0 ? text["Every step has somebody who can approve."] : text["Nobody holds: {roles}", ("roles", text.List(missing.Select(r => text.Enum(r))))], "/admin/chains"),
        ];
    }

    public sealed record Step(bool IsDone, string Title, string Says, string Href);
}
