using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Access;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Architecture;

/// <summary>The sample company with signing in by header, and what each of its people should see of it.</summary>
public class SampleSightFactory : SampleFactory
{
    private readonly Lazy<Task<SampleSight>> sight;

    public SampleSightFactory() => sight = new(() => DbAsync(db => SampleSight.LoadAsync(db, Services.GetRequiredService<ActorLoader>())));

    public Task<SampleSight> SightAsync() => sight.Value;
}

/// <summary>
/// Who should see what, said a second time and in other words than the query filters: over rows in memory, from docs/permissions.md and the sentences above the filters.
/// The filters are proved against this, not against themselves.
/// </summary>
public sealed class SampleSight
{
    private readonly Dictionary<long, Job> jobs;
    private readonly Dictionary<long, (long? Parent, long? Head)> departments;
    private readonly Dictionary<string, Dictionary<long, Func<TestPerson, bool>>> kinds = new(StringComparer.Ordinal);

    private SampleSight(Dictionary<long, Job> jobs, Dictionary<long, (long? Parent, long? Head)> departments, IReadOnlyDictionary<string, TestPerson> people) =>
        (this.jobs, this.departments, People) = (jobs, departments, people);

    /// <summary>By label: HiringManager, Recruiter …</summary>
    public IReadOnlyDictionary<string, TestPerson> People { get; }

    public IEnumerable<string> Kinds => kinds.Keys;

    /// <summary>Records of a kind that this person should, or should not, see.</summary>
    public IReadOnlyList<long> Records(string kind, TestPerson who, bool seen) => [.. kinds[kind].Where(r => r.Value(who) == seen).Select(r => r.Key).Order()];

    public bool Sees(string kind, long id, TestPerson who) => kinds[kind].TryGetValue(id, out var sees) && sees(who);

    public static async Task<SampleSight> LoadAsync(TalentHubDb db, ActorLoader actors)
    {
        var jobs = await db.Requisitions.AsNoTracking().Select(r => new Job(
            r.Id, r.IsConfidential, r.RequestedBy, r.HiringManagerId, r.RecruiterId, r.DepartmentId, r.State, r.OpenedAt != null,
            r.Approval!.Steps.SelectMany(s => s.Votes).Select(v => v.ApproverId).ToList())).ToDictionaryAsync(r => r.Id);
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(d => d.Id, d => (d.ParentId, d.HeadId));
        var people = new Dictionary<string, TestPerson>(StringComparer.Ordinal);
        foreach (var demo in await db.DemoPeople.AsNoTracking().ToListAsync())
        {
            var account = await db.Users.AsNoTracking().SingleAsync(u => u.PersonId == demo.PersonId);
            people[demo.Label] = new TestPerson(demo.PersonId, account.Id, account.Email!, (await actors.LoadAsync(account.Id, default))!.Actor, "en");
        }

        var sight = new SampleSight(jobs, departments, people);
        await sight.FillAsync(db);
        return sight;
    }

    private async Task FillAsync(TalentHubDb db)
    {
        kinds["requisition"] = jobs.Values.ToDictionary(j => j.Id, j => (Func<TestPerson, bool>)(p => SeesRequest(p, j)));
        kinds["job"] = jobs.Values.Where(j => j.WasOpened).ToDictionary(j => j.Id, j => (Func<TestPerson, bool>)(p => OnTeam(p, j, Capability.SeeAllCandidates)));
        kinds["plan"] = jobs.Values.ToDictionary(j => j.Id, j => (Func<TestPerson, bool>)(p => OnTeam(p, j, Capability.SeeAllInterviews)));

        var applications = await db.Applications.AsNoTracking().Select(a => new { a.Id, a.PersonId, a.RequisitionId }).ToListAsync();
        kinds["application"] = applications.ToDictionary(a => a.Id, a => (Func<TestPerson, bool>)(p => OnTeam(p, jobs[a.RequisitionId], Capability.SeeAllCandidates)));

        var merged = await db.People.AsNoTracking().Where(p => p.MergedIntoId != null).ToDictionaryAsync(p => p.Id, p => p.MergedIntoId!.Value);
        var byPerson = applications.SelectMany(a => merged.TryGetValue(a.PersonId, out var into) ? new[] { (Person: a.PersonId, Job: a.RequisitionId), (Person: into, Job: a.RequisitionId) } : [(Person: a.PersonId, Job: a.RequisitionId)])
            .ToLookup(a => a.Person, a => jobs[a.Job]);
        bool SeesCandidate(TestPerson p, long person) => byPerson[person].Any(j => OnTeam(p, j, Capability.SeeAllCandidates));
        kinds["candidate"] = byPerson.Select(g => g.Key).ToDictionary(id => id, id => (Func<TestPerson, bool>)(p => SeesCandidate(p, id)));

        var files = await db.Files.AsNoTracking().Select(f => new { f.Id, f.PersonId, f.Kind }).ToListAsync();
        var own = applications.ToLookup(a => a.PersonId, a => jobs[a.RequisitionId]);
        kinds["file"] = files.ToDictionary(f => f.Id, f => (Func<TestPerson, bool>)(p => f.PersonId is { } person && (f.Kind is not (FileKind.Onboarding or FileKind.Photo) || IsHr(p)) && (f.Kind != FileKind.OfferLetter || p.Actor.May(Capability.SeeAllOffers)) && own[person].Any(j => OnTeam(p, j, Capability.SeeAllCandidates))));

        var interviews = await db.Interviews.AsNoTracking().Select(i => new { i.Id, i.RequisitionId, Panel = i.Panel.Select(m => m.PersonId).ToList() }).ToListAsync();
        kinds["interview"] = interviews.ToDictionary(i => i.Id, i => (Func<TestPerson, bool>)(p =>
            OnTeam(p, jobs[i.RequisitionId], Capability.SeeAllInterviews) || (jobs[i.RequisitionId].State == RequisitionState.Open && i.Panel.Contains(p.Id))));

        var offers = await db.Offers.AsNoTracking().Select(o => new { o.Id, o.RequisitionId, Approvers = o.Approval!.Steps.SelectMany(s => s.Votes).Select(v => v.ApproverId).ToList() }).ToListAsync();
        kinds["offer"] = offers.ToDictionary(o => o.Id, o => (Func<TestPerson, bool>)(p => SeesPay(p, jobs[o.RequisitionId]) || o.Approvers.Contains(p.Id)));

        var places = await db.Employments.AsNoTracking().ToDictionaryAsync(e => e.Id, e => e.DepartmentId);
        var tasks = (await db.OnboardingTasks.AsNoTracking().Select(t => new { t.PlanId, t.OwnerId, t.Owner }).ToListAsync()).ToLookup(t => t.PlanId);
        var plans = await db.OnboardingPlans.AsNoTracking().Select(p => new { p.Id, p.RequisitionId, p.ManagerId, p.BuddyId, p.EmploymentId }).ToListAsync();
        kinds["onboarding"] = plans.ToDictionary(o => o.Id, o => (Func<TestPerson, bool>)(p =>
            p.Actor.May(Capability.SeeAllOnboarding) || o.BuddyId == p.Id
            || tasks[o.Id].Any(t => t.OwnerId == p.Id || (t.Owner == TaskOwner.IT && p.Actor.May(Capability.ManageUsers)))
            || (p.Actor.May(Capability.SeeOnboarding)
                && (o.ManagerId == p.Id || jobs[o.RequisitionId].HiringManagerId == p.Id || jobs[o.RequisitionId].RecruiterId == p.Id || departments[places[o.EmploymentId]].Head == p.Id))));

        var postings = await db.Postings.AsNoTracking().Select(p => new { p.Id, p.RequisitionId, p.State }).ToListAsync();
        kinds["posting"] = postings.ToDictionary(o => o.Id, o => (Func<TestPerson, bool>)(p => o.State == PostingState.Live || SeesRequest(p, jobs[o.RequisitionId])));
    }

    private static bool IsHr(TestPerson p) => p.Actor.May(Capability.CloseRequisitions);

    private static bool OnTeam(TestPerson p, Job job, Capability all) =>
        IsHr(p) || (p.Actor.May(all) && !job.IsConfidential) || job.HiringManagerId == p.Id || job.RecruiterId == p.Id;

    private static bool SeesPay(TestPerson p, Job job) =>
        IsHr(p) || job.HiringManagerId == p.Id || (p.Actor.May(Capability.SeeAllOffers) && (!job.IsConfidential || job.RecruiterId == p.Id));

    private bool SeesRequest(TestPerson p, Job job) =>
        IsHr(p) || (p.Actor.May(Capability.SeeAllRequisitions) && !job.IsConfidential)
        || new[] { job.RequestedBy, job.HiringManagerId, job.RecruiterId }.Contains(p.Id) || job.Approvers.Contains(p.Id) || HeadsAbove(p, job.DepartmentId);

    private bool HeadsAbove(TestPerson p, long department)
    {
        for (long? at = department; at is { } id; at = departments[id].Parent)
        {
            if (departments[id].Head == p.Id)
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Job(
        long Id, bool IsConfidential, long RequestedBy, long HiringManagerId, long? RecruiterId, long DepartmentId, RequisitionState State, bool WasOpened, List<long> Approvers);
}
