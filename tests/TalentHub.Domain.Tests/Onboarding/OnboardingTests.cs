using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Domain.Tests.Workflows;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;
using static TalentHub.Testing.A;

namespace TalentHub.Domain.Tests.Onboarding;

public sealed class OnboardingWalks : MachineTests<OnboardingPlan, OnboardingState, OnboardingTrigger, OnboardingFacts>
{
    protected override OnboardingPlan New(Random random) => A.Onboarding();

    protected override OnboardingFacts Facts(Random random) =>
        new(DateOnly.FromDateTime(Noon).AddDays(random.Next(-2, 3)), random.Next(2), random.NextDouble() * 1.5, random.Next(5) > 0, random.Next(2) == 0);
}

public sealed class TaskWalks : MachineTests<OnboardingTask, TaskState, TaskTrigger, TaskFacts>
{
    protected override OnboardingTask New(Random random) =>
        random.Next(3) switch
        {
            0 => A.OnboardingTask(blocks: (TaskBlocks)random.Next(3)),
            1 => A.OnboardingTask(blocks: (TaskBlocks)random.Next(3), kind: TaskKind.Document),
            _ => A.OnboardingTask(kind: TaskKind.Buddy, role: TaskOwner.Manager),
        };

    protected override TaskFacts Facts(Random random) => new(random.Next(5) > 0, random.Next(2) == 0, random.Next(2) == 0);
}

public sealed class OnboardingTests
{
    [Fact]
    public void A_blocking_task_holds_day_one()
    {
        var plan = A.Onboarding();

        Assert.Throws<MoveRefused>(() => plan.MarkReady(Noon, OnboardingFacts(blocking: 1)));
        Assert.Throws<MoveRefused>(() => plan.Arrive(Person(Role.Employee, Relation.Manager), Noon, OnboardingFacts(blocking: 1), "Let her in."));
        plan.MarkReady(Noon, OnboardingFacts());

        Assert.Equal(OnboardingState.ReadyForDayOne, plan.State);
    }

    [Fact]
    public void Hr_lets_somebody_begin_while_a_blocking_task_is_open_but_says_why()
    {
        var hr = Person(Role.HR);
        var plan = A.Onboarding();

        Assert.Throws<MoveRefused>(() => plan.Arrive(hr, Noon, OnboardingFacts(blocking: 1), null));
        plan.Arrive(hr, Noon, OnboardingFacts(blocking: 1), "The laptop comes at noon.");

        Assert.Equal(OnboardingState.InProgress, plan.State);
        Assert.Contains(plan.TakeEvents(), e => e is HireArrived);
    }

    [Fact]
    public void Nobody_arrives_before_the_start_date()
    {
        var plan = A.Onboarding(new DateOnly(2026, 3, 4));
        plan.MarkReady(Noon, OnboardingFacts());

        var refusal = Assert.Throws<MoveRefused>(() => plan.Arrive(Person(Role.HR), Noon, OnboardingFacts(), null));

        Assert.Contains("The start date is", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_hr_or_the_hires_own_manager_records_the_arrival()
    {
        var manager = Person(Role.Employee, Relation.Manager);
        var plan = A.Onboarding();
        plan.MarkReady(Noon, OnboardingFacts());

        Assert.Throws<MoveRefused>(() => plan.Arrive(manager, Noon, OnboardingFacts() with { Reports = false }, null));
        plan.Arrive(manager, Noon, OnboardingFacts(), null);

        Assert.Equal(OnboardingState.InProgress, plan.State);
    }

    [Fact]
    public void Someone_who_never_came_is_recorded_by_hr_with_a_reason()
    {
        var plan = A.Onboarding();

        Assert.Throws<MoveRefused>(() => plan.DidNotStart(Person(Role.Recruiter), Noon, OnboardingFacts(), "Silence."));
        plan.DidNotStart(Person(Role.HR), Noon, OnboardingFacts(), "Took another job.");

        var events = plan.TakeEvents();
        Assert.Contains(events, e => e is HireDidNotStart);
        Assert.Contains(events, e => e is OnboardingEnded);
    }

    [Fact]
    public void A_manager_is_never_the_buddy() =>
        Assert.Throws<DomainException>(() => A.Onboarding().HelpedBy(Person(Role.HR), 6));
}

public sealed class OnboardingTaskTests
{
    private static readonly TaskFacts Running = new(PlanRuns: true);

    [Fact]
    public void A_task_belongs_to_its_owner_and_to_hr()
    {
        var task = A.OnboardingTask(owner: 2);

        Assert.Throws<MoveRefused>(() => task.Complete(Person(Role.Employee), Noon, Running));
        task.Complete(Actor.Candidate(2), Noon, Running);

        Assert.Equal(TaskState.Done, task.State);
    }

    [Fact]
    public void A_blocking_task_is_waived_by_hr_alone()
    {
        var owner = Person(Role.Employee);
        var task = A.OnboardingTask(owner.PersonId, TaskBlocks.DayOne, role: TaskOwner.Manager);

        Assert.Throws<MoveRefused>(() => task.Waive(owner, Noon, Running, "Not needed."));
        task.Waive(Person(Role.HR), Noon, Running, "Has it from her internship.");

        Assert.False(task.IsBlocking);
    }

    [Fact]
    public void A_document_is_handed_in_by_the_hire_and_approved_or_sent_back_by_hr()
    {
        var hire = Actor.Candidate(2);
        var hr = Person(Role.HR);
        var task = A.OnboardingTask(2, TaskBlocks.DayOne, TaskKind.Document);

        task.HandIn(hire, Noon, Running, 9);
        Assert.Throws<MoveRefused>(() => task.Complete(hire, Noon, Running));
        task.SendBack(hr, Noon, Running, "The second page is missing.");
        Assert.Equal("The second page is missing.", task.Remark);
        task.HandIn(hire, Noon, Running, 10);
        task.Complete(hr, Noon, Running);

        Assert.Equal((TaskState.Done, 10), (task.State, task.FileId));
    }

    [Fact]
    public void What_the_product_itself_keeps_is_not_done_while_it_is_missing()
    {
        var hr = Person(Role.HR);
        var buddy = A.OnboardingTask(kind: TaskKind.Buddy, role: TaskOwner.Manager);
        var details = A.OnboardingTask(kind: TaskKind.Details);
        var document = A.OnboardingTask(kind: TaskKind.Document);

        Assert.Equal([TaskFlow.NoBuddy], Assert.Throws<MoveRefused>(() => buddy.Complete(hr, Noon, Running)).Reasons);
        Assert.Equal(["The hire’s details are not complete yet."], Assert.Throws<MoveRefused>(() => details.Complete(hr, Noon, Running)).Reasons);
        Assert.Throws<MoveRefused>(() => document.Complete(hr, Noon, Running));
        buddy.Complete(hr, Noon, Running with { HasBuddy = true });
        details.Complete(hr, Noon, Running with { HasDetails = true });
        document.Complete(hr, Noon, Running, "I have seen her passport.");

        Assert.All(new[] { buddy, details, document }, t => Assert.Equal(TaskState.Done, t.State));
    }

    [Fact]
    public void A_buddy_is_chosen_by_the_manager_and_details_come_from_the_hire()
    {
        Assert.Throws<DomainException>(() => A.OnboardingTask(kind: TaskKind.Buddy, role: TaskOwner.IT));
        Assert.Throws<DomainException>(() => A.OnboardingTask(kind: TaskKind.Details, role: TaskOwner.Manager));
    }

    [Fact]
    public void A_task_for_it_waits_for_whoever_keeps_the_accounts()
    {
        var task = A.OnboardingTask(owner: null, role: TaskOwner.IT);

        Assert.Throws<MoveRefused>(() => task.Complete(Person(Role.Employee), Noon, Running));
        task.Complete(Person(Role.Admin), Noon, Running);

        Assert.Equal(TaskState.Done, task.State);
    }
}

public sealed class OnboardingTemplateTests
{
    private static readonly TemplateTask[] Tasks = [new(1, new Bilingual("Sign the contract", "签合同"), null, TaskOwner.Hire, -5, TaskBlocks.DayOne)];

    [Fact]
    public void The_fitting_template_with_the_most_conditions_wins()
    {
        var general = new OnboardingTemplate(new Bilingual("Everyone", "通用"), null, null, null, null, Tasks);
        var research = new OnboardingTemplate(new Bilingual("Research", "研究"), 7, null, null, null, Tasks);
        var researchLead = new OnboardingTemplate(new Bilingual("Research leads", "研究负责人"), 7, null, 6, null, Tasks);
        var hire = new HireProfile([12, 7], "research", 4, 1);

        Assert.Same(research, OnboardingTemplate.Choose([general, research, researchLead], hire));
        research.Retire();
        Assert.Same(general, OnboardingTemplate.Choose([general, research, researchLead], hire));
    }

    [Fact]
    public void What_blocks_day_one_is_due_by_then() =>
        Assert.Throws<DomainException>(() => new TemplateTask(1, new Bilingual("Late", "晚"), null, TaskOwner.HR, 3, TaskBlocks.DayOne));

    [Fact]
    public void Due_days_skip_weekends_and_the_holidays_of_the_place_and_count_weekends_that_are_worked()
    {
        // National Day 2026 in China: free 1 to 7 October, worked on Saturday the 10th.
        var days = Enumerable.Range(1, 7).Select(d => new Holiday(1, new DateOnly(2026, 10, d), new Bilingual("National Day", "国庆节")))
            .Append(new Holiday(1, new DateOnly(2026, 10, 10), new Bilingual("Worked", "调休"), isWorked: true));
        var china = new WorkingCalendar(days);

        Assert.Equal(new DateOnly(2026, 9, 30), china.Add(new DateOnly(2026, 10, 8), -1));
        Assert.Equal(new DateOnly(2026, 10, 10), china.Add(new DateOnly(2026, 10, 9), 1));
        Assert.Equal(new DateOnly(2026, 10, 8), china.Add(new DateOnly(2026, 10, 3), 0));
        Assert.Equal(new DateOnly(2026, 9, 23), china.Add(new DateOnly(2026, 9, 30), -5));
    }
}
