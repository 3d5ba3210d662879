using TalentHub.Data.Accounts;
using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Seeding;

/// <summary>What comes of it: hires with their first weeks, seats that fill, requests that end.</summary>
internal sealed class SampleEnds(SampleWorld world, SamplePostings postings)
{
    /// <summary>Days.</summary>
    private const int Lately = 120;

    private bool hasExtended;

    public async Task MakeAsync(IReadOnlyList<SampleJob> jobs, List<Try> tries, List<OfferLife> offers, CancellationToken ct)
    {
        var byApplication = offers.ToDictionary(o => o.Offer.ApplicationId, o => o.Offer);
        var hires = tries.Where(t => byApplication.TryGetValue(t.Application.Id, out var offer) && offer.State is OfferState.Accepted or OfferState.Reneged)
            .Select(t => (Try: t, Life: HireOf(t, byApplication[t.Application.Id]))).ToList();
        ExtendTheLast(hires.ConvertAll(h => h.Life));
        world.Db.Employments.AddRange(hires.Select(h => h.Life.Employ()));
        await world.Db.SaveChangesAsync(ct);
        world.Db.OnboardingPlans.AddRange(hires.Select(h => h.Life.Plan()));
        await world.Db.SaveChangesAsync(ct);
        world.Db.OnboardingTasks.AddRange(hires.SelectMany(h => h.Life.Tasks()));
        var employments = hires.ToDictionary(h => h.Try, h => h.Life.Employment);
        foreach (var (one, life) in hires)
        {
            Join(one, life.Employment);
        }

        foreach (var job in jobs)
        {
            Seats(job, tries.Where(t => t.Job == job && byApplication.ContainsKey(t.Application.Id)).OrderBy(t => t.Course.Offer!.Drafted), byApplication, employments);
            End(job, employments.Where(e => e.Key.Job == job && e.Key.Application.State == Domain.Screening.ApplicationState.Hired).Select(e => e.Key.Course.Offer!.Arrives).DefaultIfEmpty().Max());
        }
    }

    /// <summary>One probation of those that began lately is in its extension whenever the company is made.</summary>
    private void ExtendTheLast(List<HireLife> lives)
    {
        var today = DateOnly.FromDateTime(world.Now);
        if (!hasExtended && lives.Where(l => l.IsDecided && l.ExtendedTo > today.AddDays(-Lately)).MaxBy(l => l.ExtendedTo) is { } last)
        {
            hasExtended = true;
            last.Probation = OnboardingTrigger.Extend;
            last.ExtendedTo = last.ExtendedTo > today.AddDays(21) ? last.ExtendedTo : today.AddDays(21);
        }
    }

    private HireLife HireOf(Try one, Offer offer)
    {
        var life = new HireLife(world, one, offer) { Probation = JobApplicants.ProbationOf(one.Course, world.Random) };
        var settled = world.Staff.FindAll(s => s.Department == one.Job.Department && s != one.Job.Manager && s.LeavesAt is null && s.Id != one.Who.Id && s.Label is null);
        life.Buddy = settled.Count > 0 && world.Random.Chance(0.8) ? world.Random.Pick(settled) : null;
        if (one.Job.IsShowcase)
        {
            // Colleagues whom a visitor can be look after the newest ones.
            (life.Manager, life.Buddy) = one.Application.State switch
            {
                Domain.Screening.ApplicationState.Hired => (world.Demo("Manager"), world.Demo("Employee")),
                _ => (one.Job.Manager, one.Seat % 2 == 0 ? world.Demo("Employee2") : world.Demo("LearningOwner")),
            };
        }

        return life;
    }

    /// <summary>Who arrived and stays is one of the staff from now on.</summary>
    private void Join(Try one, Employment employment)
    {
        if (employment.State != EmploymentState.Active)
        {
            return;
        }

        world.Db.Users.Add(SampleStaff.AccountOf(one.Who.Id, one.Who.Made.Email, one.Course.Offer!.Arrives, world.Random));
        world.Staff.Add(new StaffMember
        {
            Id = one.Who.Id, Name = one.Who.Made.Name, Language = one.Who.Language, Place = one.Job.Place, Department = one.Job.Department, Title = one.Job.Level.Title,
            Family = one.Job.Family.Code, Rank = one.Job.Level.Rank, Starts = one.Course.Offer.StartsOn, Manager = one.Job.Manager,
        });
    }

    private void Seats(SampleJob job, IEnumerable<Try> tries, Dictionary<long, Offer> offers, Dictionary<Try, Employment> employments)
    {
        foreach (var one in tries)
        {
            var (seat, course, offer) = (job.SeatRows[one.Seat], one.Course.Offer!, offers[one.Application.Id]);
            seat.Reserve(new OpeningFacts(IsPaused: false), Product(job.Recruiter), course.Drafted, offer.Id);
            if (one.Course.SeatFree is { } free && OfferFlow.Table.Ends.Contains(offer.State))
            {
                seat.Release(Product(job.Recruiter), free);
            }
            else if (employments.TryGetValue(one, out var employment) && employment.State is EmploymentState.Active or EmploymentState.Ended)
            {
                seat.Fill(Product(job.Manager), course.Arrives, employment.Id);
                if (employment.State == EmploymentState.Ended)
                {
                    seat.Vacate(Actor.System, course.Leaves!.Value);
                }
            }
        }
    }

    private void End(SampleJob job, DateTime lastArrival)
    {
        var hr = world.Random.Pick(world.With(Role.HR));
        switch (job.Kind)
        {
            case JobKind.Past when job.SeatRows.TrueForAll(s => s.State is OpeningState.Filled or OpeningState.Vacated):
                var facts = SampleDemand.FactsOf(world, job, lastArrival) with { SeatsUnfilled = 0, SeatsFilled = job.Seats };
                job.Requisition.Fill(facts, Actor.System, lastArrival);
                postings.Close(job, lastArrival);
                break;
            case JobKind.Past when job.Until < world.Now:
                postings.Close(job, job.Until.AddDays(2) < world.Now ? job.Until.AddDays(2) : world.Now);
                break;
            case JobKind.Unfilled:
                var at = world.Time.After(job.Until.AddDays(3), 0.2, 2, job.Zone);
                job.Requisition.CloseUnfilled(SampleDemand.FactsOf(world, job, at), hr.As(), at, new Reason("no-match", SamplePhrases.NobodyFitted.In(hr.Language)));
                job.SeatRows.ForEach(s => s.Cancel(Product(hr), at, "The request ended."));
                postings.Close(job, at);
                break;
            case JobKind.Held:
                job.Requisition.PutOnHold(
                    SampleDemand.FactsOf(world, job, job.Until), hr.As(), job.Until, SamplePhrases.BudgetIsChecked.In(hr.Language), DateOnly.FromDateTime(world.Now).AddDays(3));
                postings.Pause(job, job.Until);
                break;
        }
    }

    private static Actor Product(StaffMember cause) => Actor.System with { OnBehalfOf = cause.Id };
}
