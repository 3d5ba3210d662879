using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Flow;
using TalentHub.Domain.Access;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Flow;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Flow;

public sealed class FlowTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task Flow_draws_the_nine_stages_with_live_counts_in_both_languages()
    {
        var hr = await factory.PersonAsync(Role.HR, language: "zh-CN");

        var page = await factory.Browser(hr).GetAsync("/flow");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(9, page.Document.QuerySelectorAll(".stage").Length);
        Assert.Contains("人才需求", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_employee_without_a_part_in_hiring_does_not_enter_flow()
    {
        var employee = await factory.PersonAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(employee).GetAsync("/flow")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(employee).GetAsync("/machines/application")).Status);
    }

    [Theory]
    [MemberData(nameof(AllMachines))]
    public async Task Each_machine_has_a_page_with_its_drawing_and_the_same_as_a_table(string name)
    {
        var recruiter = await factory.PersonAsync(Role.Recruiter);

        var page = await factory.Browser(recruiter).GetAsync($"/machines/{name}");

        var machine = Domain.Workflows.Machines.Find(name)!;
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(machine.States.Count, page.Document.QuerySelectorAll("svg .node").Length);
        Assert.DoesNotContain("{", page.Text, StringComparison.Ordinal);
        Assert.Equal(machine.States.Count + machine.Moves.Count, page.Document.QuerySelectorAll("table.data tbody tr").Length);
    }

    [Fact]
    public async Task Flow_and_the_machine_count_what_is_overdue_in_a_state_and_the_machine_names_owner_and_limit()
    {
        // Figures are kept for some seconds: a house of its own, where nobody has looked yet.
        var fresh = new TalentHubFactory();
        await using var _ = fresh;
        var hr = await fresh.PersonAsync(Role.HR);
        var now = fresh.Clock.GetUtcNow().UtcDateTime;
        await fresh.DbAsync(async db =>
        {
            for (var i = 0; i < 2; i++)
            {
                db.WorkItems.Add(new WorkItem("duplicate", 900 + i, WorkKind.Decide, null, Capability.ResolveDuplicates, "Look", "/today", now.AddDays(-9), now.AddDays(-2 + (4 * i))).Standing("Suspected"));
            }

            db.Set<StateCount>().Add(new StateCount { Machine = "duplicate", State = "Suspected", RequisitionId = 0, Count = 2 });
            await db.SaveChangesAsync();
        });

        var machine = await fresh.Browser(hr).GetAsync("/machines/duplicate");
        var row = machine.Document.QuerySelectorAll("table.data tbody tr").First(r => r.TextContent.Contains("Suspected", StringComparison.Ordinal));
        Assert.Contains("The recruiters", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("5 working days", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "1"], row.QuerySelectorAll("td.num").Take(2).Select(c => c.TextContent));
        Assert.Contains("1 late", (await fresh.Browser(hr).GetAsync("/flow")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_does_not_exist_is_not_found()
    {
        var recruiter = await factory.PersonAsync(Role.Recruiter);

        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(recruiter).GetAsync("/machines/nothing")).Status);
    }

    [Fact]
    public async Task Counters_follow_every_move_and_the_median_stay_is_measured_from_the_transitions()
    {
        await factory.PersonAsync();
        await factory.DbAsync(async db =>
        {
            for (var i = 0; i < 6; i++)
            {
                var person = new Person(new Domain.Common.PersonName("Stay", $"Number{i}"), null, null, "en", A.Noon);
                db.People.Add(person);
                await db.SaveChangesAsync();
                var employment = new Employment(Actor.System, A.Noon.AddDays(-20), person.Id, factory.Company.DepartmentId, factory.Company.LocationId, "E", null, null, null, new DateOnly(2026, 3, 1), null);
                employment.Arrive(Actor.System, A.Noon.AddDays(-20 + i));
                db.Employments.Add(employment);
                await db.SaveChangesAsync();
            }
        });

        await factory.ServiceAsync<MeasureDwell, bool>(async job =>
        {
            await job.RunAsync(CancellationToken.None);
            return true;
        });

        var (counted, active, dwell) = await factory.DbAsync(async db => (
            await db.StateCounts.Where(c => c.Machine == "employment" && c.State == "Active").SumAsync(c => c.Count),
            await db.Employments.CountAsync(e => e.State == EmploymentState.Active),
            await db.StateDwells.SingleAsync(d => d.Machine == "employment" && d.State == "PreHire")));
        Assert.Equal(active, counted);

        // Stays of 0 to 5 days; the one of no time at all is a slip of the hand and is left out.
        Assert.Equal((5, 72), (dwell.Stays, dwell.MedianHours));
    }

    public static TheoryData<string> AllMachines => [.. Domain.Workflows.Machines.All.Select(m => m.Name)];
}
