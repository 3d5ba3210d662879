using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Screening;

/// <summary>An open job with a recruiter, a hiring manager and two must-haves, and people who apply for it.</summary>
internal sealed class ScreeningScene(TalentHubFactory factory)
{
    private static int number;

    public TestPerson Recruiter { get; private set; } = null!;

    public TestPerson Manager { get; private set; } = null!;

    public long JobId { get; private set; }

    public static async Task<ScreeningScene> MakeAsync(TalentHubFactory factory, bool confidential = false)
    {
        var scene = new ScreeningScene(factory);
        _ = factory.Services;
        scene.Recruiter = await factory.PersonAsync(Role.Recruiter, "Rita Recruiter");
        scene.Manager = await factory.PersonAsync(Role.Employee, "Mara Manager");
        scene.JobId = await scene.JobAsync("Machine-learning engineer", confidential);
        return scene;
    }

    public Task<long> JobAsync(string title, bool confidential = false) => factory.DbAsync(async db =>
    {
        var hr = A.Person(Role.HR);
        var requisition = new Requisition(Manager.Actor, A.Noon, new RequisitionTerms(
            new Bilingual(title, "机器学习工程师"), "machine-learning-engineer", "L5", 5, factory.Company.DepartmentId, factory.Company.LocationId, 2, "new", null,
            new Money(600_000_00, "USD"), new DateOnly(2026, 9, 1), Manager.Id,
            [new Bilingual("Has put a model into use.", "曾将模型投入使用。"), new Bilingual("Writes clear code.", "代码清晰。")], [], confidential));
        db.Requisitions.Add(requisition);
        await db.SaveChangesAsync();
        requisition.Submit(A.RequisitionFacts(hr.PersonId), Actor.System with { PersonId = Manager.Id }, A.Noon,
            [new Domain.Approvals.ApprovalStepPlan(new Bilingual("HR", "HR"), Domain.Approvals.ApprovalNeed.One, 1, [hr.PersonId])]);
        requisition.Approve(A.RequisitionFacts(hr.PersonId), hr, A.Noon);
        requisition.Open(A.RequisitionFacts(), Actor.System, A.Noon, Recruiter.Id);
        await db.SaveChangesAsync();
        return requisition.Id;
    });

    /// <summary>Someone applies, and is walked on to a state.</summary>
    public Task<JobApplication> ApplicationAsync(
        string name = "Ada Lovelace", ApplicationState state = ApplicationState.Received, string? email = null, long? jobId = null, Action<Person>? describe = null, DateTime? at = null) =>
        factory.DbAsync(async db =>
        {
            var person = new Person(PersonName.Parse(name), email ?? $"candidate{Interlocked.Increment(ref number)}@example.org", null, "en", A.Noon);
            describe?.Invoke(person);
            db.People.Add(person);
            await db.SaveChangesAsync();
            var application = new JobApplication(Actor.System, at ?? A.Noon, person.Id, jobId ?? JobId, Source.CareersSite).Until(state, at);
            db.Applications.Add(application);
            await db.SaveChangesAsync();
            return application;
        });
}
