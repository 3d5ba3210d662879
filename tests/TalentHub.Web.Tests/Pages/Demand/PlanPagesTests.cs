using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Demand;

public sealed class PlanPagesTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task Finance_sets_the_plan_a_head_sees_their_own_and_a_recruiter_sees_none()
    {
        var company = await DemandCompany.SetUpAsync(factory);
        var elsewhere = await factory.DbAsync(async db =>
        {
            var other = new Domain.People.Department("LAW", new Bilingual("Legal", "法务部"), null, null);
            db.Departments.Add(other);
            await db.SaveChangesAsync();
            db.HeadcountPlans.Add(new HeadcountPlan(other.Id, 2027, 9, new Money(1, "USD")));
            await db.SaveChangesAsync();
            return other.Id;
        });
        var path = $"/demand/plan/edit?department={factory.Company.DepartmentId}&year=2027";
        var finance = factory.Browser(company.Finance);
        var form = await finance.GetAsync(path);

        var wrong = await finance.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Seats"] = "-1", ["Input.Budget"] = "much" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("Plan 0 to 10000 seats.", wrong.ErrorAt("Input.Seats"));
        var saved = await finance.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Seats"] = "4", ["Input.Budget"] = "900000" });

        Assert.Equal("/demand/plan?year=2027", saved.Location);
        var plan = await factory.DbAsync(db => db.HeadcountPlans.SingleAsync(p => p.DepartmentId == factory.Company.DepartmentId && p.Year == 2027));
        Assert.Equal((4, new Money(900_000_00, "USD")), (plan.Seats, plan.Budget));

        var head = await factory.Browser(company.Head).GetAsync("/demand/plan?year=2027");
        Assert.Contains("Engineering", head.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Legal", head.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(company.Head).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(company.Recruiter).GetAsync("/demand/plan?year=2027")).Status);
        Assert.Contains("Legal", (await finance.GetAsync("/demand/plan?year=2027")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await finance.GetAsync($"/demand/plan/edit?department={elsewhere + 999}&year=2027")).Status);
    }
}
