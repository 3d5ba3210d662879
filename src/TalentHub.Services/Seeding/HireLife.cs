using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Seeding;

/// <summary>From the accepted offer to the confirmed employment: the employment, the plan, and its tasks in time.</summary>
internal sealed class HireLife(SampleWorld world, Try one, Offer offer)
{
    private const int ProbationMonths = 3;
    private readonly List<(TemplateTask Task, DateOnly Due, DateTime? DoneAt, bool IsWaived)> tasks = [];
    private OnboardingPlan? plan;

    public Employment Employment { get; private set; } = null!;

    private OfferCourse Course => one.Course.Offer!;

    private bool HasArrived => one.Course.Fate == Fate.Hired && Past(Course.Arrives);

    /// <summary>The line manager: the hiring manager, or for one of them the manager whom a visitor can be.</summary>
    public StaffMember Manager { get; set; } = one.Job.Manager;

    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>What HR decides at the end of the probation.</summary>
    public OnboardingTrigger Probation { get; set; } = OnboardingTrigger.Confirm;

    public StaffMember? Buddy { get; set; }

    /// <summary>Whether the probation is over, well enough to be extended instead.</summary>
    public bool IsDecided => HasArrived && Course.Leaves is null && Probation != OnboardingTrigger.End && Past(DecidedOn(Course.StartsOn.AddMonths(ProbationMonths)));

    /// <summary>When a probation that was extended ends; of the last one it lies ahead, so that one can be seen.</summary>
    public DateOnly ExtendedTo { get; set; } = one.Course.Offer!.StartsOn.AddMonths(2 * ProbationMonths);

    public Employment Employ()
    {
        var job = one.Job;
        Employment = new Employment(
            Actor.System, Course.Answered, one.Who.Id, job.Department.Id, job.Place.Id, job.Level.Title.In(one.Who.Language), job.Family.Code, job.Level.Code, Manager.Id,
            Course.StartsOn, job.SeatRows[one.Seat].Id);
        if (HasArrived)
        {
            Employment.Arrive(Product(Manager), Course.Arrives);
            if (Past(Course.Leaves))
            {
                Employment.End(Hr(), Course.Leaves!.Value, Clock.DayIn(Course.Leaves.Value, job.Zone).AddDays(14), SamplePhrases.Studies.In(Manager.Language));
            }
        }
        else if (one.Course.Fate is Fate.Reneged or Fate.DidNotStart && Past(Course.Ended))
        {
            Employment.NotStart(Product(Manager), Course.Ended!.Value, new Reason("other-offer", SamplePhrases.TookAnother.In(one.Job.Recruiter.Language)));
        }

        return Employment;
    }

    public OnboardingPlan Plan()
    {
        var job = one.Job;
        plan = new OnboardingPlan(
            Actor.System, Course.Answered, one.Who.Id, offer.Id, one.Application.Id, job.Requisition.Id, job.SeatRows[one.Seat].Id, Employment.Id, Manager.Id, job.Place.Id,
            Course.StartsOn, ShippedContent.OnboardingTemplate.Name);
        Schedule();
        if (Buddy is not null)
        {
            plan.HelpedBy(Hr(), Buddy.Id);
        }

        if (tasks.Exists(t => t.Task.Kind == TaskKind.Details && t.DoneAt is not null))
        {
            plan.Tell(Actor.Candidate(one.Who.Id), new HireDetails(null, one.Who.Made.Phone ?? "+1 212 555 0100", one.Who.Place, SamplePhrases.Relative.In(one.Who.Language), "+1 212 555 0101"));
        }

        Move(plan);
        return plan;
    }

    public IEnumerable<OnboardingTask> Tasks()
    {
        var facts = new TaskFacts(PlanRuns: true, HasBuddy: true, HasDetails: true);
        foreach (var (task, due, doneAt, isWaived) in tasks)
        {
            long? owner = task.Owner switch { TaskOwner.Hire => one.Who.Id, TaskOwner.Manager => Manager.Id, TaskOwner.Buddy => Buddy?.Id, _ => null };
            var row = new OnboardingTask(Actor.System, Course.Answered, plan!.Id, task.Order, task.Title, task.Help, task.Owner, owner, due, task.Blocks, task.Kind);
            var by = task.Owner switch
            {
                TaskOwner.Hire when task.Kind is not (TaskKind.Document or TaskKind.Photo) => Actor.Candidate(one.Who.Id),
                TaskOwner.Manager => Manager.As(Relation.Manager),
                TaskOwner.Buddy when Buddy is not null => Buddy.As(),
                TaskOwner.IT => world.Demo("Admin").As(),
                _ => Hr(),
            };
            if (doneAt is { } at && isWaived)
            {
                row.Waive(Hr(), at, facts, new Reason("not-needed", null));
            }
            else if (doneAt is { } done)
            {
                row.Complete(by, done, facts, row.AsksFile ? SamplePhrases.SeenOriginal.In(Manager.Language) : null);
            }
            else if (plan.State is OnboardingState.Preboarding or OnboardingState.InProgress)
            {
                Begin(row, by, facts);
            }

            yield return row;
        }
    }

    /// <summary>Some of what is open has been begun, has a time, or waits for someone.</summary>
    private void Begin(OnboardingTask row, Actor by, TaskFacts facts)
    {
        var at = world.Now.AddHours(-world.Random.Between(3, 30));
        at = at > Course.Answered ? at : Course.Answered.AddMinutes(30);
        switch (row.Order % 6)
        {
            case 1 or 2:
                row.BeginWork(by, at, facts);
                break;
            case 3:
                row.Block(by, at, facts, SamplePhrases.NotDelivered.In(one.Job.Manager.Language), "IT");
                break;
            case 4:
                row.Schedule(by, at, facts, row.DueOn);
                break;
        }
    }

    /// <summary>When each task of the template is due and done.</summary>
    private void Schedule()
    {
        var calendar = one.Job.Place.Calendar;
        var ends = one.Course.Fate is Fate.Reneged or Fate.DidNotStart ? Course.Ended!.Value : DateTime.MaxValue;
        foreach (var task in ShippedContent.OnboardingTemplate.ToTemplate().Tasks)
        {
            var due = calendar.Add(Course.StartsOn, task.Offset);
            var done = world.Time.After(due.AddDays(-1).ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc), -2.5, 0.4, one.Job.Zone);
            done = done > Course.Answered ? done : Course.Answered.AddHours(world.Random.Between(4, 20));
            if (task.Blocks != TaskBlocks.Nothing && done >= Course.Arrives)
            {
                done = Course.Arrives.AddHours(-world.Random.Between(26, 60));
            }

            var isWaived = task.Blocks == TaskBlocks.Nothing && world.Random.Chance(0.05);
            if (task.Kind == TaskKind.Buddy)
            {
                // The choice is the doing: with a buddy it is done, without one it was not needed.
                isWaived = Buddy is null;
                done = Buddy is not null && (!Past(done) || done >= ends) ? Course.Answered : done;
            }

            tasks.Add((task, due, Past(done) && done < ends ? done : null, isWaived));
        }
    }

    private void Move(OnboardingPlan plan)
    {
        var facts = new OnboardingFacts(DateOnly.MinValue, 0, 0, OfferIsAccepted: true, Reports: true);
        var blocking = tasks.FindAll(t => t.Task.Blocks != TaskBlocks.Nothing);
        if (blocking.TrueForAll(t => t.DoneAt is not null))
        {
            plan.MarkReady(blocking.Max(t => t.DoneAt!.Value), facts);
        }

        if (one.Course.Fate is Fate.Reneged or Fate.DidNotStart)
        {
            if (Past(Course.Ended))
            {
                plan.DidNotStart(one.Course.Fate == Fate.DidNotStart ? Hr() : Product(Manager), Course.Ended!.Value, facts, new Reason("other-offer", SamplePhrases.TookAnother.In(one.Job.Recruiter.Language)));
            }

            return;
        }

        if (!HasArrived || plan.State != OnboardingState.ReadyForDayOne)
        {
            return;
        }

        plan.Arrive(Manager.As(Relation.Manager), Course.Arrives, facts with { Today = Course.StartsOn }, null);
        var done = tasks.Where(t => t.DoneAt is not null).Select(t => t.DoneAt!.Value).Order().ToList();
        var enough = (int)Math.Ceiling(tasks.Count * OnboardingFlow.ShareForProbation);
        if (done.Count < enough)
        {
            return;
        }

        var probation = done[enough - 1] > Course.Arrives ? done[enough - 1] : Course.Arrives.AddHours(3);
        var until = Course.StartsOn.AddMonths(ProbationMonths);
        plan.ToProbation(probation, facts with { ShareDone = OnboardingFlow.ShareForProbation }, until);
        End(plan, facts, until);
    }

    private void End(OnboardingPlan plan, OnboardingFacts facts, DateOnly until)
    {
        var decided = DecidedOn(until).AddMinutes(world.Random.Below(60));
        if (!Past(decided))
        {
            return;
        }

        ConfirmedAt = decided;
        var known = facts with { Today = until };
        switch (Probation)
        {
            case OnboardingTrigger.Extend:
                plan.Extend(Hr(), decided, known, ExtendedTo, SamplePhrases.MoreTime.In(Manager.Language));
                EndExtended(plan, known with { Today = ExtendedTo });
                break;
            case OnboardingTrigger.End:
                plan.End(Hr(), decided, known, SamplePhrases.DidNotFit.In(Manager.Language));
                break;
            default:
                plan.Confirm(Hr(), decided, known, SamplePhrases.GoodWork.In(Manager.Language));
                break;
        }
    }

    /// <summary>An extension ends as well: by leaving, or well.</summary>
    private void EndExtended(OnboardingPlan plan, OnboardingFacts known)
    {
        var decided = DecidedOn(ExtendedTo);
        if (Course.Leaves is { } leaves && leaves < decided && Past(leaves))
        {
            plan.End(world.With(Role.HR)[0].As(), leaves, known, SamplePhrases.Studies.In(Manager.Language));
        }
        else if (Past(decided))
        {
            plan.Confirm(world.With(Role.HR)[0].As(), decided, known, SamplePhrases.GoodWork.In(Manager.Language));
        }
    }

    private DateTime DecidedOn(DateOnly day) => Clock.InstantOf(day.ToDateTime(new TimeOnly(11, 0)), one.Job.Zone);

    private Actor Hr() => world.Random.Pick(world.With(Role.HR)).As();

    private static Actor Product(StaffMember cause) => Actor.System with { OnBehalfOf = cause.Id };

    private bool Past(DateTime? at) => one.Course.Past(at);
}
