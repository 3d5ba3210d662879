using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Seeding;

/// <summary>Plans and requests: each request walks through its chain, and its seats with it.</summary>
internal sealed class SampleDemand(SampleWorld world)
{
    private readonly Dictionary<(long Department, int Year), (int Seats, long Cost)> left = [];

    public async Task PlansAsync(IEnumerable<SampleJob> jobs, CancellationToken ct)
    {
        foreach (var year in jobs.Where(j => !j.IsOverPlan && j.Kind is not (JobKind.Draft or JobKind.Cancelled or JobKind.Rejected)).GroupBy(j => (j.Department.Id, j.TargetStart.Year)))
        {
            var dearest = year.Max(j => j.AnnualCost.MinorUnits / j.Seats);
            var seats = year.Sum(j => j.Seats) + 1;
            var cost = year.Sum(j => j.AnnualCost.MinorUnits) + dearest;
            left[year.Key] = (seats, cost);
            world.Db.HeadcountPlans.Add(new HeadcountPlan(year.Key.Id, year.Key.Year, seats, new Money(cost, "CNY")));
        }

        await world.SaveAsync(ct);
    }

    /// <summary>Writes a piece of requests with their seats, criteria and interview plans; they stay in the context.</summary>
    public async Task MakeAsync(IReadOnlyList<SampleJob> jobs, CancellationToken ct)
    {
        foreach (var job in jobs)
        {
            job.Requisition = new Requisition(job.Requester.As(Relation.Manager, Relation.HiringManager), job.CreatedAt, TermsOf(job));
            world.Db.Requisitions.Add(job.Requisition);
        }

        await world.Db.SaveChangesAsync(ct);
        var asked = jobs.Where(j => j.Kind != JobKind.Draft).ToDictionary(j => j, j => Submit(j, j.CreatedAt, isAgain: false));
        foreach (var job in jobs.Where(j => j.WasSentBack || j.Kind is JobKind.ChangesRequested or JobKind.Rejected or JobKind.Cancelled))
        {
            asked[job] = Refuse(job, asked[job]);
        }

        await world.Db.SaveChangesAsync(ct);
        foreach (var job in jobs.Where(j => j.Opens || j.Kind is JobKind.InApproval or JobKind.Approved))
        {
            Approve(job, job.WasSentBack ? Submit(job, asked[job], isAgain: true) : asked[job]);
        }

        await world.Db.SaveChangesAsync(ct);
        foreach (var job in jobs.Where(j => j.Opens))
        {
            job.Rounds.AddRange(InterviewPanels.Of(world, job, world.Db.InterviewPlans.Local.Single(p => p.RequisitionId == job.Requisition.Id)));
        }
    }

    /// <summary>Facts as they stood: what is asked after the plan, the seats, and for whom the chain waits.</summary>
    public static RequisitionFacts FactsOf(SampleWorld world, SampleJob job, DateTime at, int undecided = 0, (int Seats, long Cost)? plan = null) => new(
        at,
        job.SeatRows.Count(s => OpeningFlow.Unfilled.Contains(s.State)),
        job.SeatRows.Count(s => s.State == OpeningState.Filled),
        plan is { } left ? new PlanPosition(left.Seats, left.Cost, 0, 0, 0, 0) : null, undecided, true,
        [.. (job.Requisition.Approval?.Current?.Votes ?? []).Where(v => v.ApprovedAt is null).Select(v => v.ApproverId)],
        [SampleChains.HeadFor(world, job.Department, job.Requester).Id]);

    private static RequisitionTerms TermsOf(SampleJob job) => new(
        job.Level.Title, job.Family.Code, job.Level.Code, job.Level.Rank, job.Department.Id, job.Place.Id, job.Seats, "new", null, job.AnnualCost, job.TargetStart,
        job.Manager.Id, [.. job.Family.MustHaves.Select(m => m.Text)], [.. job.Family.Skills.Select(s => new RequiredSkill(s.Name, s.Required, s.Level))], job.IsConfidential);

    private DateTime Submit(SampleJob job, DateTime after, bool isAgain)
    {
        var at = Ago(world.Time.After(after, 0.02, 0.6, job.Requester.Place.Zone), after);
        var by = job.Requester.As(Relation.Manager, Relation.HiringManager);
        job.Requisition.Write(by, TermsOf(job) with
        {
            ReasonCode = world.Random.Weighted(["new", "backfill", "replacement"], r => r == "new" ? 6 : 2),
            Why = world.Random.Pick(world.Texts.RequisitionReasons).In(job.Requester.Language),
        });
        var key = (job.Department.Id, job.TargetStart.Year);
        var plan = left.GetValueOrDefault(key);
        Reason? why = job.IsOverPlan || plan.Seats < job.Seats || plan.Cost < job.AnnualCost.MinorUnits
            ? SamplePhrases.NotForeseen.In(job.Requester.Language)
            : null;
        var facts = FactsOf(world, job, at, plan: job.IsOverPlan ? (0, 0) : plan);
        var steps = SampleChains.Requisition(world, job.Department, job.Level.Rank, job.Requester);
        job.Requisition.Submit(facts, by, at, steps, why);
        if (!isAgain)
        {
            if (job.Kind is not (JobKind.Rejected or JobKind.Cancelled))
            {
                left[key] = (plan.Seats - job.Seats, plan.Cost - job.AnnualCost.MinorUnits);
            }

            for (var seat = 0; seat < job.Seats; seat++)
            {
                job.SeatRows.Add(new Opening(Product(job.Requester), at, job.Requisition.Id));
            }

            world.Db.Openings.AddRange(job.SeatRows);
        }

        return at;
    }

    /// <summary>The first approver, or the person who asked, does not want it so.</summary>
    private DateTime Refuse(SampleJob job, DateTime after)
    {
        var at = Ago(world.Time.After(after, 0.4, 2, job.Department.Head!.Place.Zone), after);
        var head = SampleChains.HeadFor(world, job.Department, job.Requester);
        var why = world.Random.Pick(world.Texts.SendBackComments).In(job.Requester.Language);
        switch (job.Kind)
        {
            case JobKind.Rejected:
                job.Requisition.Reject(FactsOf(world, job, at), head.As(Relation.DepartmentHead), at, new Reason("cost", why));
                break;
            case JobKind.Cancelled:
                job.Requisition.Cancel(FactsOf(world, job, at), job.Requester.As(Relation.HiringManager), at);
                break;
            default:
                job.Requisition.SendBack(FactsOf(world, job, at), head.As(Relation.DepartmentHead), at, why);
                return at;
        }

        job.SeatRows.ForEach(s => s.Cancel(Product(head), at, job.Kind == JobKind.Rejected ? "The request was rejected." : "The request ended."));
        return at;
    }

    private void Approve(SampleJob job, DateTime at)
    {
        var steps = job.Requisition.Approval!.Steps.Count;
        var said = job.Kind == JobKind.InApproval ? Math.Min(job.ApprovedSteps, steps - 1) : steps;
        for (var step = 0; step < said; step++)
        {
            at = Ago(world.Time.After(at, 0.2, 1.6, job.Zone), at);
            var facts = FactsOf(world, job, at);
            var who = world.Person(world.Random.Pick(facts.CurrentApprovers));
            job.Requisition.Approve(facts, who.As(Relation.DepartmentHead, Relation.Approver), at);
        }

        if (said < steps)
        {
            return;
        }

        job.SeatRows.ForEach(s => s.Approve(Actor.System, at));
        world.Db.InterviewPlans.Add(InterviewPanels.PlanOf(world, job, at));
        if (!job.Opens)
        {
            return;
        }

        job.OpenedAt = Ago(world.Time.After(at, 0.2, 1.5, job.Zone), at);
        job.Requisition.Open(FactsOf(world, job, job.OpenedAt), job.Recruiter.As(), job.OpenedAt, job.Recruiter.Id);
        job.SeatRows.ForEach(s => s.Open(Product(job.Recruiter), job.OpenedAt));
        job.Criteria.AddRange(job.Requisition.MustHaves.Select((text, i) => new Criterion(job.Requisition.Id, i + 1, text)));
        world.Db.Criteria.AddRange(job.Criteria);
    }

    /// <summary>The product does it, because somebody did something.</summary>
    private static Actor Product(StaffMember cause) => Actor.System with { OnBehalfOf = cause.Id };

    /// <summary>Never in the future: of what would be, half the time has passed.</summary>
    private DateTime Ago(DateTime at, DateTime after) => at <= world.Now ? at : after.AddSeconds((int)((world.Now - after).TotalSeconds / 2));
}
