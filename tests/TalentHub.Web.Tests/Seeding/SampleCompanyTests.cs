using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Accounts;
using TalentHub.Services.Operations;
using TalentHub.Services.Seeding;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Seeding;

/// <summary>The small sample company, made once for all tests of it by the verb.</summary>
public sealed class SampleFactory : RealSignInFactory
{
    public string Accounts { get; } = Path.Combine(Directory.CreateTempSubdirectory("talenthub-accounts-").FullName, "accounts.json");

    protected override bool HasCompany => false;

    protected override Microsoft.Extensions.Hosting.IHost CreateHost(Microsoft.Extensions.Hosting.IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        var code = SeedCommand.RunAsync(host.Services, SampleSize.Small, Accounts, TextWriter.Null, CancellationToken.None).GetAwaiter().GetResult();
        return code == 0 ? host : throw new InvalidOperationException($"seed ended with {code}.");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Directory.Delete(Path.GetDirectoryName(Accounts)!, recursive: true);
        }
    }
}

public sealed class SampleCompanyTests(SampleFactory factory) : IClassFixture<SampleFactory>
{
    /// <summary>Reached only by a stage that is not furnished yet.</summary>
    private static readonly string[] NotYet = ["employment.OnLeave"];

    [Fact]
    public async Task Every_machine_stands_in_every_state()
    {
        var stands = await factory.DbAsync(db => db.StateCounts.Where(c => c.Count > 0).Select(c => c.Machine + "." + c.State).Distinct().ToListAsync());
        var tables = await factory.DbAsync(db => Task.FromResult(FlowRebuild.Tables(db).Select(t => t.Machine).ToList()));
        var missing = Machines.All.Where(m => tables.Contains(m.Name)).SelectMany(m => m.States.Select(s => m.Name + "." + s)).Except(NotYet).Except(stands);
        Assert.Empty(missing);
    }

    [Fact]
    public async Task Whoever_owns_a_state_with_a_time_limit_finds_it_in_Today_with_its_date()
    {
        // Standing there does not mean that it is anybody's turn: an earlier round still runs, the hold of the job pauses it, feedback is still missing,
        // every question is answered, the onboarding of the task has ended.
        string[] notAll = ["interview.ToSchedule", "posting.Paused", "decision.Blocked", "decision.Open", "decision.MoreSignal", "offer.InNegotiation", "task.Todo", "task.Scheduled", "task.InProgress", "task.Blocked"];
        string[] byThemselves = ["posting.Scheduled", "posting.Live", "offer.Extended"];
        var counts = await factory.DbAsync(db => db.StateCounts.Where(c => c.Count > 0).GroupBy(c => new { c.Machine, c.State })
            .Select(g => new { g.Key.Machine, g.Key.State, Count = g.Sum(c => c.Count) }).ToListAsync());
        var waits = (await factory.DbAsync(db => db.WorkItems.Select(w => new { w.Machine, w.State, w.SubjectId, HasDate = w.DueAt != null }).Distinct().ToListAsync()))
            .ToLookup(w => w.Machine + "." + w.State);
        var seen = 0;
        foreach (var count in counts)
        {
            var machine = Machines.Find(count.Machine)!;
            var name = count.Machine + "." + count.State;
            var limit = machine.TurnOf(count.State).Limit;
            Assert.All(waits[name], w => Assert.True(w.HasDate, $"{name} {w.SubjectId} waits without a date."));
            if (machine.Ends.Contains(count.State) || limit.Kind == LimitKind.None || limit.CarriedBy is not null || byThemselves.Contains(name))
            {
                continue;
            }

            seen++;
            var subjects = waits[name].Select(w => w.SubjectId).Distinct().Count();
            Assert.True(notAll.Contains(name) ? subjects > 0 : subjects == count.Count, $"{name}: {subjects} of {count.Count} wait for somebody.");
        }

        Assert.True(seen > 25, $"Only {seen} states were looked at.");
    }

    [Fact]
    public async Task Nothing_waits_for_what_is_over()
    {
        var now = factory.Clock.GetUtcNow().UtcDateTime;
        var over = await factory.DbAsync(async db => new
        {
            Applications = await db.Applications.Where(a => a.EndedAt == null)
                .Join(db.Requisitions.Where(r => RequisitionFlow.Table.Ends.Contains(r.State)), a => a.RequisitionId, r => r.Id, (a, r) => new { a.Id, Stands = a.State, a.StateSince, Job = r.State }).ToListAsync(),
            Talks = await db.Interviews.Where(i => InterviewFlow.Ahead.Contains(i.State) && i.EndsAt <= now).Select(i => i.Id).ToListAsync(),
            Probations = await db.OnboardingPlans.Where(p => (p.State == OnboardingState.Probation || p.State == OnboardingState.Extended) && p.ProbationEndsOn < DateOnly.FromDateTime(now.AddDays(-1)))
                .Select(p => p.Id).ToListAsync(),
        });
        Assert.Empty(over.Applications);
        Assert.Empty(over.Talks);
        Assert.Empty(over.Probations);
    }

    [Fact]
    public async Task What_waits_has_waited_at_least_since_it_was_due_and_nothing_is_late_by_a_season()
    {
        var now = factory.Clock.GetUtcNow().UtcDateTime;
        var items = await factory.DbAsync(db => db.WorkItems.AsNoTracking().Select(w => new { w.Template, w.SubjectId, w.Since, w.DueAt }).ToListAsync());
        Assert.NotEmpty(items);
        Assert.All(items, w => Assert.True(w.DueAt is null || w.Since <= w.DueAt, $"{w.Template} ({w.SubjectId}) is late for longer than it waits."));
        Assert.All(items, w => Assert.True(w.DueAt is null || w.DueAt > now.AddDays(-60), $"{w.Template} ({w.SubjectId}) was due on {w.DueAt:u}."));
    }

    [Fact]
    public async Task Whoever_helps_a_hire_was_chosen_by_doing_the_task()
    {
        var (open, done) = await factory.DbAsync(async db => (
            await db.OnboardingTasks.CountAsync(t => t.Kind == TaskKind.Buddy && TaskFlow.Open.Contains(t.State) && db.OnboardingPlans.Any(p => p.Id == t.PlanId && p.BuddyId != null)),
            await db.OnboardingTasks.Where(t => t.Kind == TaskKind.Buddy && t.State == TaskState.Done).Select(t => db.OnboardingPlans.Single(p => p.Id == t.PlanId).BuddyId).ToListAsync()));
        Assert.Equal(0, open);
        Assert.NotEmpty(done);
        Assert.DoesNotContain(null, done);
    }

    [Fact]
    public async Task Nobody_holds_two_interviews_at_one_time()
    {
        var talks = await factory.DbAsync(db => db.Interviews.Where(i => i.StartsAt != null && i.EndsAt != null && i.State != InterviewState.Cancelled)
            .SelectMany(i => i.Panel, (i, m) => new { i.Id, m.PersonId, From = i.StartsAt!.Value, To = i.EndsAt!.Value }).ToListAsync());

        Assert.True(talks.Count > 300, $"Only {talks.Count} talks.");
        var twice = talks.GroupBy(t => t.PersonId).SelectMany(g => g.OrderBy(t => t.From).Zip(g.OrderBy(t => t.From).Skip(1)))
            .Where(pair => pair.Second.From < pair.First.To).Select(pair => $"Person {pair.First.PersonId}: INT-{pair.First.Id} and INT-{pair.Second.Id} at {pair.Second.From:u}");
        Assert.Empty(twice);
    }

    [Fact]
    public async Task All_records_agree_with_each_other()
    {
        var breaches = await factory.ServiceAsync<Invariants, List<string>>(async i => await i.BreachesAsync(CancellationToken.None).ToListAsync());
        Assert.Empty(breaches);
    }

    [Fact]
    public async Task It_has_about_sixty_staff_and_six_hundred_candidates_in_both_languages()
    {
        var staff = await factory.DbAsync(db => db.Employments.CountAsync(e => e.State == EmploymentState.Active));
        var candidates = await factory.DbAsync(db => db.People.CountAsync(p => db.Applications.Any(a => a.PersonId == p.Id)));
        var chinese = await factory.DbAsync(db => db.People.CountAsync(p => p.Language == "zh-CN"));
        Assert.InRange(staff, 56, 64);
        Assert.InRange(candidates, 560, 760);
        Assert.InRange(chinese / (double)(staff + candidates), 0.3, 0.8);
    }

    [Fact]
    public async Task Its_funnel_narrows_as_hiring_does()
    {
        var all = await factory.DbAsync(db => db.Applications.CountAsync());
        var reached = await factory.DbAsync(db => db.Transitions.Where(t => t.Machine == "application").GroupBy(t => t.To)
            .Select(g => new { g.Key, Count = g.Select(t => t.SubjectId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        Assert.InRange(reached["Shortlisted"] / (double)all, 0.28, 0.45);
        Assert.InRange(reached["Interviewing"] / (double)all, 0.1, 0.24);
        Assert.InRange(reached["Hired"] / (double)all, 0.01, 0.03);
    }

    [Fact]
    public async Task Fourteen_people_wait_to_be_tried_and_each_has_something_of_their_own()
    {
        var people = await factory.DbAsync(db => db.DemoPeople.ToDictionaryAsync(d => d.Label, d => d.PersonId));
        Assert.Equal(DemoPerson.Labels.Order(StringComparer.Ordinal), people.Keys.Order(StringComparer.Ordinal));
        var waiting = await factory.DbAsync(db => db.WorkItems.Where(w => w.AssigneeId != null).Select(w => w.AssigneeId!.Value).Distinct().ToListAsync());
        string[] busy = ["Recruiter", "HiringManager", "Interviewer", "DepartmentHead", "Finance", "CompensationOwner", "Executive", "Manager", "Employee", "Employee2", "LearningOwner"];
        Assert.All(busy, label => Assert.True(waiting.Contains(people[label]), $"Nothing waits for {label}."));
        var queues = await factory.DbAsync(db => db.WorkItems.Where(w => w.Queue != null).Select(w => w.Queue!.Value).Distinct().ToListAsync());
        Assert.Contains(Capability.CoordinateInterviews, queues);
        Assert.All([Role.HR, Role.Admin, Role.Coordinator], role => Assert.True(queues.Exists(q => RoleRights.Of(role).Contains(q)), $"Nothing waits for {role}."));
        Assert.True(await factory.DbAsync(db => db.Interviews.AnyAsync(i => i.StartsAt > factory.Clock.GetUtcNow().UtcDateTime && i.Panel.Any(p => p.PersonId == people["Interviewer"]))));
    }

    [Fact]
    public async Task The_accounts_file_opens_accounts_with_a_second_factor_where_the_role_wants_one()
    {
        _ = factory.Services;
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(factory.Accounts));
        Assert.Equal("/account/sign-in", file.RootElement.GetProperty("login_path").GetString());
        var roles = file.RootElement.GetProperty("roles");
        Assert.Equal(DemoPerson.Labels.Order(StringComparer.Ordinal), roles.EnumerateObject().Select(r => r.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Admin", "HR"], roles.EnumerateObject().Where(r => r.Value.TryGetProperty("totp", out _)).Select(r => r.Name).Order(StringComparer.Ordinal));
        foreach (var role in roles.EnumerateObject())
        {
            var (account, _) = await factory.ServiceAsync<Passwords, (Account? Right, Account? Tried)>(p => p.CheckAsync(role.Value.GetProperty("user").GetString(), role.Value.GetProperty("password").GetString(), default));
            Assert.NotNull(account);
        }

        var others = await factory.DbAsync(db => db.Users.CountAsync(a => a.PasswordHash != null));
        Assert.Equal(14, others);
        var code = Totp.Code(roles.GetProperty("HR").GetProperty("totp").GetString()!, Totp.StepOf(TimeProvider.System.GetUtcNow()));
        var hr = await factory.DbAsync(db => db.DemoPeople.Where(d => d.Label == "HR").Join(db.Users, d => d.PersonId, a => a.PersonId, (_, a) => a.Id).SingleAsync());
        Assert.True(await factory.ServiceAsync<SecondFactors, bool>(f => f.CheckAsync(hr, code, default)));
    }

    [Fact]
    public async Task With_accounts_for_testers_it_is_no_demo() => Assert.False(await factory.DbAsync(db => db.Companies.Select(c => c.IsDemo).SingleAsync()));

    [Fact]
    public async Task A_second_company_is_refused()
    {
        Assert.Equal(2, await SeedCommand.RunAsync(factory.Services, SampleSize.Small, null, TextWriter.Null, CancellationToken.None));
        Assert.Equal(1, await factory.DbAsync(db => db.Companies.CountAsync()));
    }

    [Fact]
    public async Task The_same_moment_makes_the_same_company()
    {
        await using var again = new EmptyFactory();
        await again.ServiceAsync<SampleCompany, bool>(async s =>
        {
            await s.LoadAsync(SampleSize.Small, null, CancellationToken.None);
            return true;
        });
        Assert.Equal(await factory.DbAsync(DigestAsync), await again.DbAsync(DigestAsync));
        Assert.True(await again.DbAsync(db => db.Companies.Select(c => c.IsDemo).SingleAsync()));
    }

    [Fact]
    public async Task The_verb_check_finds_what_does_not_agree()
    {
        await using var broken = new TalentHubFactory();
        var person = await broken.PersonAsync();
        Assert.Equal(0, await CheckCommand.RunAsync(broken.Services, TextWriter.Null, CancellationToken.None, needsSchema: false));
        await broken.DbAsync(db => db.Employments.Where(e => e.PersonId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.State, EmploymentState.Ended)));
        var said = new StringWriter();
        Assert.Equal(1, await CheckCommand.RunAsync(broken.Services, said, CancellationToken.None, needsSchema: false));
        Assert.Contains("stands at Ended, but its last move led to Active", said.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> DigestAsync(TalentHubDb db)
    {
        var text = new StringBuilder();
        foreach (var person in await db.People.AsNoTracking().IgnoreAutoIncludes().OrderBy(p => p.Id).Select(p => new { p.Id, p.Email, p.Phone, p.CreatedAt }).ToListAsync())
        {
            text.Append(person);
        }

        foreach (var row in await db.Transitions.AsNoTracking().OrderBy(t => t.Id).Select(t => new { t.Machine, t.SubjectId, t.To, t.At, t.ActorId, t.Reason }).ToListAsync())
        {
            text.Append(row);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
