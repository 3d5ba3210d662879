using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Data;

/// <summary>The head of a department sees the requests of all below it, however deep; and no others.</summary>
public sealed class DepartmentLineTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task A_head_sees_requests_five_departments_down_and_none_beside()
    {
        var top = await factory.PersonAsync();
        var beside = await factory.PersonAsync();
        var asks = await factory.PersonAsync(managerId: top.Id);
        var line = await LineAsync("D", 6, top.Id);
        await LineAsync("E", 1, beside.Id);
        var id = await RequestAsync(asks, line[^1]);

        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(top).GetAsync($"/demand/requisitions/REQ-{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(beside).GetAsync($"/demand/requisitions/REQ-{id}")).Status);
    }

    [Fact]
    public async Task A_department_that_moves_takes_all_below_it_along()
    {
        var before = await factory.PersonAsync();
        var after = await factory.PersonAsync();
        var asks = await factory.PersonAsync();
        var old = await LineAsync("F", 4, before.Id);
        var other = await LineAsync("G", 1, after.Id);
        var id = await RequestAsync(asks, old[^1]);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(after).GetAsync($"/demand/requisitions/REQ-{id}")).Status);

        await factory.DbAsync(async db =>
        {
            (await db.Departments.SingleAsync(d => d.Id == old[1])).MoveUnder(other[0], []);
            await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(after).GetAsync($"/demand/requisitions/REQ-{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(before).GetAsync($"/demand/requisitions/REQ-{id}")).Status);
        Assert.Equal(
            [other[0], old[1], old[2], old[3]],
            await factory.DbAsync(db => db.DepartmentLines.Where(l => l.DepartmentId == old[3]).OrderByDescending(l => l.AboveId == other[0]).ThenBy(l => l.AboveId).Select(l => l.AboveId).ToListAsync()));
    }

    /// <summary>Departments one below the other; the first has the head.</summary>
    private Task<List<long>> LineAsync(string code, int depth, long headId) => factory.DbAsync(async db =>
    {
        var ids = new List<long>();
        for (var i = 0; i < depth; i++)
        {
            var department = new Department($"{code}{i}", new Bilingual($"{code} {i}", $"{code} {i}"), ids.Count == 0 ? null : ids[^1], i == 0 ? headId : null);
            db.Departments.Add(department);
            await db.SaveChangesAsync();
            ids.Add(department.Id);
        }

        return ids;
    });

    private Task<long> RequestAsync(TestPerson asks, long departmentId) => factory.DbAsync(async db =>
    {
        var requisition = A.Requisition().RequestedBy(asks.Actor).With(t => t with { DepartmentId = departmentId, LocationId = factory.Company.LocationId }).Draft();
        db.Requisitions.Add(requisition);
        await db.SaveChangesAsync();
        return requisition.Id;
    });
}
