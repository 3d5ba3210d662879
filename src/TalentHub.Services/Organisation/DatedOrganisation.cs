using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;

namespace TalentHub.Services.Organisation;

/// <summary>A department as it stands on a day.</summary>
/// <param name="Since">From when on; null for as long as anybody remembers.</param>
/// <param name="NextOn">The day of its next change after that day.</param>
public sealed record DepartmentOn(long Id, string Code, DepartmentTerms Terms, DateOnly? Since, DateOnly? NextOn);

/// <summary>A cost centre as it stands on a day.</summary>
public sealed record CostCentreOn(long Id, string Code, CostCentreTerms Terms, DateOnly Since, DateOnly? NextOn);

/// <summary>The company's parts with their dates: reads them as of a day, writes what holds from a day on, and makes it true when the day has come.</summary>
public sealed class DatedOrganisation(TalentHubDb db, TimeProvider clock) : IService
{
    /// <summary>The day it is for the company.</summary>
    public async Task<DateOnly> TodayAsync(CancellationToken ct) => clock.TodayIn(await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Zone).FirstOrDefaultAsync(ct));

    /// <summary>Every department that exists on that day, as it is then.</summary>
    public async Task<IReadOnlyList<DepartmentOn>> DepartmentsOnAsync(DateOnly day, CancellationToken ct)
    {
        var (all, lines) = await DepartmentsAsync(ct);
        return On(day, all, lines);
    }

    /// <summary>Every cost centre that exists on that day; closed ones too.</summary>
    public async Task<IReadOnlyList<CostCentreOn>> CostCentresOnAsync(DateOnly day, CancellationToken ct)
    {
        var all = await db.CostCentres.AsNoTracking().OrderBy(c => c.Code).ToListAsync(ct);
        var lines = (await db.CostCentreChanges.AsNoTracking().OrderBy(c => c.From).ToListAsync(ct)).ToLookup(c => c.CostCentreId);
        return
        [
            .. from centre in all
               let line = lines[centre.Id].LastOrDefault(c => c.From <= day)
               where line is not null
               select new CostCentreOn(
                   centre.Id, centre.Code, new CostCentreTerms(line.Name, line.LegalEntityId, line.IsClosed), line.From,
                   lines[centre.Id].Where(c => c.From > day).Select(c => (DateOnly?)c.From).FirstOrDefault()),
        ];
    }

    /// <summary>From that day on it is so; a line of the same day is written over. What was before the first line is kept as the line before all.</summary>
    /// <param name="department">New, or loaded to be changed.</param>
    /// <exception cref="DomainException">On some day a department would stand below itself.</exception>
    public Task ChangeAsync(Department department, DateOnly from, DepartmentTerms terms, Actor by, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var now = clock.UtcNow();
            var isNew = department.Id == 0;
            if (isNew)
            {
                db.Departments.Add(department);
                await db.SaveChangesAsync(ct);
            }

            else
            {
                // Also when the change lies ahead and the row itself stays: whoever read an older state is told.
                db.Entry(department).State = EntityState.Modified;
            }

            var lines = await db.DepartmentChanges.Where(c => c.DepartmentId == department.Id).OrderBy(c => c.From).ToListAsync(ct);
            if (lines.Count == 0 && !isNew)
            {
                db.DepartmentChanges.Add(new DepartmentChange(Actor.System, now, department.Id, DepartmentChange.Always, department.Terms));
            }

            if (lines.Find(c => c.From == from) is { } same)
            {
                same.Write(by, now, terms);
            }
            else
            {
                db.DepartmentChanges.Add(new DepartmentChange(by, now, department.Id, from, terms));
            }

            await db.SaveChangesAsync(ct);
            await RequireTreesAsync(from, ct);
            await ApplyAsync(ct);
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>A change that has not come yet is taken back.</summary>
    public Task TakeBackAsync(long departmentId, DateOnly from, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            Require.That(from > await TodayAsync(ct), "What holds already is not taken back; write what holds from today on.");
            db.DepartmentChanges.RemoveRange(await db.DepartmentChanges.Where(c => c.DepartmentId == departmentId && c.From == from).ToListAsync(ct));
            await db.SaveChangesAsync(ct);
            await RequireTreesAsync(from, ct);
        },
        ct);

    /// <summary>A change of a cost centre that has not come yet is taken back.</summary>
    public Task TakeBackCostCentreAsync(long costCentreId, DateOnly from, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            Require.That(from > await TodayAsync(ct), "What holds already is not taken back; write what holds from today on.");
            var lines = await db.CostCentreChanges.Where(c => c.CostCentreId == costCentreId).ToListAsync(ct);
            Require.That(lines.Exists(c => c.From != from), "Nothing would be left of it. Change its first day, or close it.");
            db.CostCentreChanges.RemoveRange(lines.Where(c => c.From == from));
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>From that day on the cost centre is so; a line of the same day is written over.</summary>
    public Task ChangeAsync(CostCentre centre, DateOnly from, CostCentreTerms terms, Actor by, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            if (centre.Id == 0)
            {
                db.CostCentres.Add(centre);
                await db.SaveChangesAsync(ct);
            }
            else
            {
                db.Entry(centre).State = EntityState.Modified;
            }

            if (await db.CostCentreChanges.SingleOrDefaultAsync(c => c.CostCentreId == centre.Id && c.From == from, ct) is { } same)
            {
                same.Write(by, clock.UtcNow(), terms);
            }
            else
            {
                db.CostCentreChanges.Add(new CostCentreChange(by, clock.UtcNow(), centre.Id, from, terms));
            }

            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>Makes each department's own row say what holds today; the caller saves.</summary>
    public async Task ApplyAsync(CancellationToken ct)
    {
        var today = await TodayAsync(ct);
        var holds = (await DepartmentsOnAsync(today, ct)).ToDictionary(d => d.Id);
        foreach (var department in await db.Departments.ToListAsync(ct))
        {
            if (holds.TryGetValue(department.Id, out var on) && on.Terms != department.Terms)
            {
                department.Hold(on.Terms, LineAbove(holds, on.Terms.ParentId));
            }
        }
    }

    /// <summary>On every day on which something changes, the tree is one.</summary>
    private async Task RequireTreesAsync(DateOnly from, CancellationToken ct)
    {
        var (all, lines) = await DepartmentsAsync(ct);
        foreach (var day in lines.SelectMany(l => l).Select(c => c.From).Where(day => day > from).Distinct().Prepend(from))
        {
            var on = On(day, all, lines).ToDictionary(d => d.Id);
            foreach (var department in on.Values)
            {
                Require.That(!LineAbove(on, department.Terms.ParentId).Contains(department.Id), "A department cannot stand below itself.", "ParentId");
                Require.That(
                    department.Terms.ParentId is not { } parent || on.ContainsKey(parent),
                    new Sentence("On {day} the department above does not exist yet.", ("day", day)), "ParentId");
            }
        }
    }

    private async Task<(List<Department> All, ILookup<long, DepartmentChange> Lines)> DepartmentsAsync(CancellationToken ct) => (
        await db.Departments.AsNoTracking().OrderBy(d => d.Code).ToListAsync(ct),
        (await db.DepartmentChanges.AsNoTracking().OrderBy(c => c.From).ToListAsync(ct)).ToLookup(c => c.DepartmentId));

    private static IReadOnlyList<DepartmentOn> On(DateOnly day, List<Department> all, ILookup<long, DepartmentChange> lines) =>
    [
        .. from department in all
           let line = lines[department.Id].LastOrDefault(c => c.From <= day)
           where line is not null || !lines[department.Id].Any()
           select new DepartmentOn(
               department.Id, department.Code, line?.Terms ?? department.Terms, line is null || line.From == DepartmentChange.Always ? null : line.From,
               lines[department.Id].Where(c => c.From > day).Select(c => (DateOnly?)c.From).FirstOrDefault()),
    ];

    private static List<long> LineAbove(Dictionary<long, DepartmentOn> on, long? parentId)
    {
        var line = new List<long>();
        for (var id = parentId; id is { } at && !line.Contains(at); id = on.GetValueOrDefault(at)?.Terms.ParentId)
        {
            line.Add(at);
        }

        return line;
    }
}
