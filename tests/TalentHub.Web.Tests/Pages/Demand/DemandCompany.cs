using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Demand;

/// <summary>The people of the demand step: a manager with reports, the head of their department, Finance, HR, a recruiter; chains, families and reasons as shipped.</summary>
internal sealed record DemandCompany(TestPerson Manager, TestPerson Head, TestPerson Finance, TestPerson Hr, TestPerson Recruiter, TestPerson Stranger)
{
    public static async Task<DemandCompany> SetUpAsync(TalentHubFactory factory)
    {
        _ = factory.Services;
        var manager = await factory.PersonAsync(name: "Mia Manager");
        await factory.PersonAsync(name: "Rob Report", managerId: manager.Id);
        var head = await factory.PersonAsync(name: "Hanna Head");
        await factory.DbAsync(async db =>
        {
            await CompanyDefaults.AddMissingAsync(db, CancellationToken.None);
            (await db.Departments.SingleAsync(d => d.Id == factory.Company.DepartmentId)).LedBy(head.Id);
            await db.SaveChangesAsync();
        });
        return new DemandCompany(
            manager, head, await factory.PersonAsync(Role.Finance, "Finn Finance"), await factory.PersonAsync(Role.HR, "Hal Human"),
            await factory.PersonAsync(Role.Recruiter, "Rita Recruiter"), await factory.PersonAsync(name: "Sam Stranger"));
    }

    /// <summary>What a manager writes for two engineers.</summary>
    public static Dictionary<string, string?> Form(TalentHubFactory factory, params (string Name, string? Value)[] changes)
    {
        var form = new Dictionary<string, string?>
        {
            ["Input.TitleEn"] = "Machine-learning engineer, evaluation",
            ["Input.Seats"] = "2",
            ["Input.TargetStart"] = "2026-09-01",
            ["Input.ReasonCode"] = "new",
            ["Input.Why"] = "The evaluation team is two people short.",
        };
        foreach (var (name, value) in changes)
        {
            form[name] = value;
        }

        return form;
    }

    public const string NewPath = "/demand/requisitions/new?family=machine-learning-engineer&level=L5";

    public static Task PlanAsync(TalentHubFactory factory, int seats, long budget) => factory.DbAsync(async db =>
    {
        var plan = await db.HeadcountPlans.SingleOrDefaultAsync(p => p.DepartmentId == factory.Company.DepartmentId && p.Year == 2026);
        if (plan is null)
        {
            db.HeadcountPlans.Add(new HeadcountPlan(factory.Company.DepartmentId, 2026, seats, new Money(budget, "USD")));
        }
        else
        {
            plan.Set(seats, new Money(budget, "USD"));
        }

        await db.SaveChangesAsync();
    });

    public static Task InterviewPlanAsync(TalentHubFactory factory, long requisitionId) => factory.DbAsync(async db =>
    {
        if (db.Model.FindEntityType(typeof(InterviewPlan)) is not null && !await db.Set<InterviewPlan>().AnyAsync(p => p.RequisitionId == requisitionId))
        {
            var plan = new InterviewPlan(requisitionId, A.Noon);
            plan.AddRound(new RoundDraft(new Bilingual("Talk", "面谈"), new Bilingual("Get to know each other", "彼此认识"), 45, true, [], [], []));
            db.Set<InterviewPlan>().Add(plan);
            await db.SaveChangesAsync();
        }
    });
}
