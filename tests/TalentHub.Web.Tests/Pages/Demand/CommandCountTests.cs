using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Demand;

/// <summary>A page asks the database at most eight times, however long its list is.</summary>
public sealed class CommandCountTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private const int Most = 8;

    [Fact]
    public async Task The_list_and_the_page_of_a_request_ask_the_database_at_most_eight_times()
    {
        using var counter = new CommandCounter();
        var company = await DemandCompany.SetUpAsync(factory);
        await DemandCompany.PlanAsync(factory, 50, 1_000_000_000);
        var id = await factory.DbAsync(async db =>
        {
            for (var i = 0; i < 60; i++)
            {
                db.Requisitions.Add(A.Requisition().RequestedBy(company.Manager.Actor)
                    .With(t => t with { DepartmentId = factory.Company.DepartmentId, LocationId = factory.Company.LocationId }).Draft());
            }

            await db.SaveChangesAsync();
            return await db.Requisitions.MaxAsync(r => r.Id);
        });
        var hr = factory.Browser(company.Hr);
        var recruiter = factory.Browser(company.Recruiter);
        await hr.GetAsync("/demand/requisitions");
        await recruiter.GetAsync($"/demand/requisitions/REQ-{id}");
        await hr.GetAsync("/demand/plan");

        Assert.InRange(await counter.CountAsync(factory, () => hr.GetAsync("/demand/requisitions?state=all")), 1, Most);
        Assert.InRange(await counter.CountAsync(factory, () => hr.GetAsync($"/demand/requisitions?state=all&after={id - 5}")), 1, Most);
        Assert.InRange(await counter.CountAsync(factory, () => recruiter.GetAsync($"/demand/requisitions/REQ-{id}")), 1, Most);
        Assert.InRange(await counter.CountAsync(factory, () => hr.GetAsync("/demand/plan")), 1, Most);
    }

    [Fact]
    public async Task Pages_of_the_list_follow_each_other_without_gap_or_repeat()
    {
        var hr = factory.Browser(await factory.PersonAsync(Role.HR));
        var seen = new List<string>();
        for (var path = "/demand/requisitions?state=all"; path is not null;)
        {
            var page = await hr.GetAsync(path);
            seen.AddRange(page.Document.QuerySelectorAll("td.main a").Select(a => a.GetAttribute("href")!));
            path = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        var all = await factory.DbAsync(db => db.Requisitions.OrderByDescending(r => r.Id).Select(r => Requisition.NumberOf(r.Id)).ToListAsync());
        Assert.Equal(all.Select(n => "/demand/requisitions/" + n), seen);
    }
}
