using TalentHub.Domain.Access;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Seeding;

/// <summary>Which requests there were in three years and which stand where today.</summary>
internal sealed class JobPlan(SampleWorld world)
{
    private const string Money = "CNY";

    /// <summary>Every state that a request can stand in; the first ones wait for people whom a visitor can be.</summary>
    private static readonly JobKind[] Waiting =
        [JobKind.Draft, JobKind.InApproval, JobKind.InApproval, JobKind.InApproval, JobKind.ChangesRequested, JobKind.Approved, JobKind.Rejected, JobKind.Cancelled];

    private SampleRandom Random => world.Random;

    public List<SampleJob> Make()
    {
        var jobs = new List<SampleJob>();
        Past(jobs);
        Open(jobs);
        Others(jobs);
        Spread(jobs);
        return jobs;
    }

    private void Past(List<SampleJob> jobs)
    {
        var hires = world.Figures.Hires;
        while (hires > 0)
        {
            var seats = Math.Min(hires, Random.Weighted([1, 2, 3], n => 4 - n));
            hires -= seats;
            jobs.Add(Job(JobKind.Past, Team(), seats));
            if (Random.Chance(0.13) || hires == 0)
            {
                jobs.Add(Job(JobKind.Unfilled, Team(), 1));
            }
        }

        // Latest ones began half a year ago, so that nearly all of their hires have arrived.
        var span = (world.Now - world.Begin).TotalDays - 140;
        for (var number = 0; number < jobs.Count; number++)
        {
            jobs[number].CreatedAt = world.Time.After(world.Begin.AddDays(span * number / jobs.Count), 0, span / jobs.Count, jobs[number].Zone);
        }
    }

    private void Open(List<SampleJob> jobs)
    {
        foreach (var (family, rank, days) in new[] { ("machine-learning-engineer", 5, 112), ("software-engineer", 5, 106), ("machine-learning-engineer", 6, 102) })
        {
            jobs.Add(Job(JobKind.Open, world.Department("ENG-INF"), 5, family, rank, world.Demo("HiringManager"), world.Demo("Recruiter"), isShowcase: true, daysAgo: days));
        }

        for (var number = 3; number < world.Figures.OpenJobs; number++)
        {
            jobs.Add(Job(JobKind.Open, Team(), Random.Weighted([1, 2], n => 3 - n), daysAgo: Random.Between(26, 95), isConfidential: number == 3));
        }

        jobs.Add(Job(JobKind.Held, Team(), 1, daysAgo: 60));
    }

    private void Others(List<SampleJob> jobs)
    {
        for (var copy = 0; copy < world.Figures.Desks.Waiting; copy++)
        {
            var waiting = 0;
            foreach (var kind in Waiting)
            {
                var isFirst = copy == 0;
                var ownsIt = isFirst && kind is JobKind.InApproval or JobKind.ChangesRequested or JobKind.Draft;
                var rank = kind == JobKind.InApproval && waiting == 2 ? 6 : Random.Between(4, 5);
                jobs.Add(ownsIt
                    ? Job(
                        kind, world.Department("ENG-INF"), Random.Between(1, 2), "machine-learning-engineer", rank, world.Demo("HiringManager"), null,
                        daysAgo: Random.Between(2, 6), steps: kind == JobKind.InApproval ? waiting : 0, isOverPlan: kind == JobKind.InApproval && waiting == 0)
                    : Job(kind, Team(), 1, null, rank, daysAgo: Random.Between(3, 20), steps: kind == JobKind.InApproval ? Math.Min(waiting, 1) : 0));
                waiting += kind == JobKind.InApproval ? 1 : 0;
            }
        }

        // The manager asks for somebody, too, though another one would do the hiring.
        var manager = world.Demo("Manager");
        jobs.Add(Job(JobKind.Draft, manager.Department, 1, "deep-learning-researcher", 4, manager.Department.Head, null, daysAgo: 3, requester: manager));
    }

    /// <summary>How many people apply where: the jobs that run take their share, the rest goes to those before.</summary>
    private void Spread(List<SampleJob> jobs)
    {
        var running = jobs.FindAll(j => j.Kind is JobKind.Open or JobKind.Held);
        running.ForEach(j => j.Applicants = (int)(world.Figures.OpenApplications * Random.Between(0.7, 1.3)));
        var past = jobs.FindAll(j => j.Kind is JobKind.Past or JobKind.Unfilled);
        var left = world.Figures.Applications - running.Sum(j => j.Applicants);
        var weights = past.ConvertAll(j => Random.Between(0.6, 1.4) * (j.Seats + 1));
        for (var number = 0; number < past.Count; number++)
        {
            past[number].Applicants = (int)Math.Round(left * weights[number] / weights.Sum());
        }
    }

    private SampleDepartmentRow Team() => Random.Weighted(world.Departments.FindAll(d => d.Content.Families.Count > 0 && d.Content.Weight > 2), d => d.Content.Weight);

    private SampleJob Job(
        JobKind kind, SampleDepartmentRow department, int seats, string? family = null, int? rank = null, StaffMember? manager = null, StaffMember? recruiter = null,
        int daysAgo = 0, int steps = 0, bool isOverPlan = false, bool isShowcase = false, bool isConfidential = false, StaffMember? requester = null)
    {
        var codes = department.Content.Families;
        var row = world.Families[family ?? (Random.Chance(0.7) ? codes[0] : codes[^1])];
        var wanted = rank ?? Random.Weighted([3, 4, 5, 6, 7], r => r switch { 3 => 2, 4 => 4, 5 => 4, 6 => 2, _ => 0.4 });
        var level = row.Levels.FindLast(l => l.Rank <= wanted) ?? row.Levels[0];
        var leads = manager ?? Leader(department);
        return new SampleJob
        {
            Kind = kind, Department = department, Family = row, Level = level, Seats = seats, Manager = leads, Requester = requester ?? leads,
            Place = isShowcase ? world.Places[0] : Random.Chance(0.6) ? leads.Place : Random.Weighted(world.Places, p => p.Content.Weight),
            Recruiter = recruiter ?? Random.Pick(world.With(Role.Recruiter)), CreatedAt = world.Now.AddDays(-daysAgo), ApprovedSteps = steps, IsOverPlan = isOverPlan,
            IsShowcase = isShowcase, IsConfidential = isConfidential, WasSentBack = kind == JobKind.Past && Random.Chance(0.15),
            AnnualCost = new Money(level.Pay(Money)!.Middle, Money) * seats,
        };
    }

    /// <summary>Somebody of the department who may hire; else its head.</summary>
    private StaffMember Leader(SampleDepartmentRow department)
    {
        var seniors = world.Staff.FindAll(s => s.Department == department && s.Rank >= 6 && s.Label is null or "DepartmentHead");
        return seniors.Count > 0 ? Random.Pick(seniors) : department.Head!;
    }
}
