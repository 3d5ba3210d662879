using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Content;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Flow;

namespace TalentHub.Services.Seeding;

/// <summary>What is computed from the history once it stands: counters, usual times, what waits for whom; and a few people who applied twice under two addresses.</summary>
internal sealed class SampleFinish(SampleWorld world, IReactions reactions, MeasureDwell dwell)
{
    private const int Piece = 500;

    public async Task DuplicatesAsync(CandidatePool pool, IReadOnlyList<SampleJob> jobs, CancellationToken ct)
    {
        var db = world.Db;
        var job = jobs.First(j => j is { Kind: JobKind.Open, IsShowcase: true });
        var first = pool.All.Where(c => c.Made.Phone is not null && c.Id > 0 && !c.IsTaken).TakeLast(400).Where((_, i) => i % 37 == 5).Take(8).ToList();
        var recruiter = world.Demo("Recruiter");
        var number = 0;
        foreach (var who in first)
        {
            var at = world.Now.AddHours(-7 * (number + 1));
            var person = who.ToPerson(at, describes: true);
            person.SetContact("hello." + who.Made.Email, who.Made.Phone);
            db.People.Add(person);
            await db.SaveChangesAsync(ct);
            var course = new Course { Fate = Fate.NoHire, Applied = at };
            course.Limit = at;
            var again = new Candidate
            {
                Id = person.Id, Made = who.Made, Country = who.Country, Zone = who.Zone, Family = who.Family, Title = who.Title, Employer = who.Employer, University = who.University, Place = who.Place,
            };
            db.Applications.Add(new ApplicationLife(world).Live(new Try(job, again, course) { Achievements = SampleWords.Achievements(world, who.Family, who.Language) }));
            var pair = new DuplicatePair(Actor.System, at, who.Id, person.Id, [MatchReason.Phone, MatchReason.NameAndEmployer]);
            db.DuplicatePairs.Add(pair);
            var facts = default(DuplicateFacts);
            switch (number)
            {
                case 1:
                    pair.Merge(facts, recruiter.As(), at.AddHours(2));
                    person.MergeInto(await db.People.SingleAsync(p => p.Id == who.Id, ct));
                    break;
                case 2:
                    pair.Merge(facts, recruiter.As(), at.AddHours(2));
                    pair.Unmerge(facts, recruiter.As(), at.AddHours(3), SamplePhrases.TwoPlaces.In(recruiter.Language));
                    break;
                case 3:
                    pair.MarkNotSame(facts, recruiter.As(), at.AddHours(2), SamplePhrases.Siblings.In(recruiter.Language));
                    break;
            }

            number++;
            await world.SaveAsync(ct);
        }
    }

    public async Task ComputeAsync(CancellationToken ct)
    {
        await FlowRebuild.RunAsync(world.Db, ct);
        await dwell.RunAsync(ct);
    }

    /// <summary>The same that each move would have written.</summary>
    public async Task WorkAsync(CancellationToken ct)
    {
        var db = world.Db;
        await WaitAsync(db.Requisitions.Include(r => r.Approval).Where(r => RequisitionFlow.Running.Contains(r.State)), ct);
        await WaitAsync(db.Postings.Where(p => PostingFlow.Running.Contains(p.State)), ct);
        await WaitAsync(db.Applications.Where(a => a.EndedAt == null), ct);
        await WaitAsync(db.DuplicatePairs.Where(p => p.State == DuplicateState.Suspected), ct);
        await WaitAsync(db.Interviews.Where(i => InterviewFlow.Running.Contains(i.State)), ct);
        await WaitAsync(db.Scorecards.Where(c => ScorecardFlow.Missing.Contains(c.State)), ct);
        await WaitAsync(
            db.HiringDecisions.Where(d => (d.State == DecisionState.Blocked || d.State == DecisionState.Open || d.State == DecisionState.MoreSignal)
                && db.Applications.Any(a => a.Id == d.ApplicationId && a.EndedAt == null)),
            ct);
        await WaitAsync(db.Offers.Include(o => o.Versions).Include(o => o.Approval).Where(o => OfferFlow.Live.Contains(o.State)), ct);
        await WaitAsync(db.PrivacyRequests.Where(r => PrivacyRequestFlow.Open.Contains(r.State)), ct);
        await WaitAsync(db.OnboardingPlans.Where(p => OnboardingFlow.Running.Contains(p.State)), ct);
        await WaitAsync(db.OnboardingTasks.Where(t => TaskFlow.Open.Contains(t.State) && db.OnboardingPlans.Any(p => p.Id == t.PlanId && OnboardingFlow.Running.Contains(p.State))), ct);
    }

    private async Task WaitAsync<T>(IQueryable<T> subjects, CancellationToken ct)
        where T : Entity, IStateful
    {
        var db = world.Db;
        foreach (var piece in (await subjects.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(ct)).Chunk(Piece))
        {
            foreach (var subject in await subjects.Where(s => piece.Contains(s.Id)).OrderBy(s => s.Id).AsSplitQuery().ToListAsync(ct))
            {
                db.WorkItems.AddRange(await reactions.WaitingAsync(subject, db, ct) ?? []);
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
