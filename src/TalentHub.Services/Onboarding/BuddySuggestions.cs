using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;

namespace TalentHub.Services.Onboarding;

/// <param name="Load">How many hires they look after now.</param>
public sealed record Buddy(long PersonId, PersonName Name, string Title, int Load);

/// <summary>
/// Who could help a hire: of the same department (where it has nobody, of the same place), speaking their language first, with the fewest to look after; never the
/// manager, nobody in their own first weeks.
/// </summary>
public sealed class BuddySuggestions(TalentHubDb db) : IService
{
    private const int Most = 12;
    private const int SettledDays = 90;

    public async Task<IReadOnlyList<Buddy>> ForAsync(OnboardingPlan plan, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var hire = await db.People.AsNoTracking().Where(p => p.Id == plan.PersonId).Select(p => p.Language).SingleAsync(ct);
        var department = await db.Employments.AsNoTracking().Where(e => e.Id == plan.EmploymentId).Select(e => e.DepartmentId).SingleAsync(ct);
        var near = await AmongAsync(db.Employments.Where(e => e.DepartmentId == department), plan, hire, ct);
        return near.Count > 0 ? near : await AmongAsync(db.Employments.Where(e => e.LocationId == plan.LocationId), plan, hire, ct);
    }

    private Task<List<Buddy>> AmongAsync(IQueryable<Employment> employments, OnboardingPlan plan, string language, CancellationToken ct)
    {
        var settled = plan.StartsOn.AddDays(-SettledDays);
        return (
            from employment in employments.AsNoTracking()
            where EmploymentFlow.Employed.Contains(employment.State) && employment.StartsOn <= settled
                && employment.PersonId != plan.ManagerId && employment.PersonId != plan.PersonId
            join person in db.People on employment.PersonId equals person.Id
            let load = db.OnboardingPlans.Count(p => p.BuddyId == person.Id && p.Id != plan.Id && OnboardingFlow.Running.Contains(p.State))
            orderby person.Language == language descending, load, employment.LocationId == plan.LocationId descending, person.Id
            select new Buddy(person.Id, person.Name, employment.Title, load)).Take(Most).ToListAsync(ct);
    }
}
