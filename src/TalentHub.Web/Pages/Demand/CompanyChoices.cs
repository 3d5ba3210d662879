using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand;

/// <summary>What the forms of demand let one choose from, in the reader's language.</summary>
public sealed class CompanyChoices(TalentHubDb db, Text text, TimeProvider clock)
{
    /// <summary>Those that exist today; one that begins on a later day is not offered before.</summary>
    public async Task<List<SelectListItem>> DepartmentsAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var there = db.Departments.AsNoTracking().Where(d =>
            !db.DepartmentChanges.Any(c => c.DepartmentId == d.Id) || db.DepartmentChanges.Any(c => c.DepartmentId == d.Id && c.From <= today));
        return [.. (await there.OrderBy(d => d.Code).Select(d => new { d.Id, d.Name }).ToListAsync(ct)).Select(d => Item(d.Id, text.Of(d.Name)))];
    }

    public async Task<List<SelectListItem>> PlacesAsync(CancellationToken ct) =>
        [.. (await db.Locations.AsNoTracking().OrderBy(l => l.Id).Select(l => new { l.Id, l.Name }).ToListAsync(ct)).Select(l => Item(l.Id, text.Of(l.Name)))];

    public async Task<List<SelectListItem>> FamiliesAsync(CancellationToken ct) =>
        [.. (await db.RoleFamilies.AsNoTracking().OrderBy(f => f.Id).Select(f => new { f.Code, f.Name }).ToListAsync(ct)).Select(f => new SelectListItem(text.Of(f.Name), f.Code))];

    public async Task<List<SelectListItem>> ReasonsAsync(ReasonKind kind, CancellationToken ct) =>
        [.. (await db.CompanyReasons.AsNoTracking().Where(r => r.Kind == kind && !r.IsRetired).OrderBy(r => r.Id).Select(r => new { r.Code, r.Text }).ToListAsync(ct))
            .Select(r => new SelectListItem(text.Of(r.Text), r.Code))];

    /// <summary>Everyone who works here now, by name: any of them may lead a hire.</summary>
    public async Task<List<SelectListItem>> EmployeesAsync(CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var people = await (
            from employment in db.Employments
            where EmploymentFlow.Employed.Contains(employment.State)
            join person in db.People on employment.PersonId equals person.Id
            orderby person.SortName, person.Id
            select new { person.Id, person.Name, employment.Title }).AsNoTracking().ToListAsync(ct);
        return [.. people.DistinctBy(p => p.Id).Select(p => Item(p.Id, $"{text.Name(p.Name)} · {text.Title(p.Title)}"))];
    }

    public async Task<List<SelectListItem>> HoldersAsync(Role role, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var people = await (
            from grant in db.RoleGrants
            where grant.Role == role
            join person in db.People on grant.PersonId equals person.Id
            orderby person.SortName, person.Id
            select new { person.Id, person.Name }).AsNoTracking().ToListAsync(ct);
        return [.. people.Select(p => Item(p.Id, text.Name(p.Name)))];
    }

    /// <summary>Names of people by their key. A name on a request that one may see is no secret.</summary>
    public async Task<Dictionary<long, string>> NamesAsync(IEnumerable<long?> ids, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        return await db.NamesAsync(ids.OfType<long>(), text.Language, ct);
    }

    private static SelectListItem Item(long id, string words) => new(words, id.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
