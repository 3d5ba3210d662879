using System.Net;
using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages;

public sealed class TodayTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task A_stranger_is_sent_to_sign_in_and_back()
    {
        var page = await factory.Browser().GetAsync("/today");

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Equal("/account/sign-in?returnUrl=%2Ftoday", page.Location);
    }

    [Fact]
    public async Task Work_shows_to_its_person_and_to_the_holders_of_its_queue_and_to_nobody_else()
    {
        var me = await factory.PersonAsync();
        var other = await factory.PersonAsync();
        var recruiter = await factory.PersonAsync(Role.Recruiter);
        await factory.DbAsync(async db =>
        {
            db.WorkItems.Add(new WorkItem("test", 1, WorkKind.Do, me.Id, null, "For one person", "/today", A.Noon));
            db.WorkItems.Add(new WorkItem("test", 2, WorkKind.Decide, null, Capability.OpenRequisitions, "For the recruiters", "/today", A.Noon));
            await db.SaveChangesAsync();
        });

        Assert.Contains("For one person", (await factory.Browser(me).GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("For one person", (await factory.Browser(other).GetAsync("/today")).Text, StringComparison.Ordinal);
        var seen = (await factory.Browser(recruiter).GetAsync("/today")).Text;
        Assert.Contains("For the recruiters", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("For one person", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_overdue_says_how_long_and_what_is_not_asked_for_yet_is_not_there()
    {
        var me = await factory.PersonAsync();
        var now = factory.Clock.GetUtcNow().UtcDateTime;
        await factory.DbAsync(async db =>
        {
            db.WorkItems.Add(new WorkItem("test", 11, WorkKind.Do, me.Id, null, "Late work", "/today", now.AddDays(-9), now.AddDays(-3)));
            db.WorkItems.Add(new WorkItem("test", 12, WorkKind.Do, me.Id, null, "Work to come", "/today", now, now.AddDays(5), shownFrom: now.AddDays(5)));
            await db.SaveChangesAsync();
        });

        var page = await factory.Browser(me).GetAsync("/today");

        var late = Line(page, "Late work");
        Assert.Equal("over", late.GetAttribute("data-due"));
        Assert.Contains("3 d late", late.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Work to come", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_late_for_longer_than_it_waits_and_what_it_is_too_late_for_is_gone()
    {
        var me = await factory.PersonAsync();
        var now = factory.Clock.GetUtcNow().UtcDateTime;
        await factory.DbAsync(async db =>
        {
            db.WorkItems.Add(new WorkItem("test", 21, WorkKind.Do, me.Id, null, "Begun just now", "/today", now.AddMinutes(-4), now.AddDays(-6)));
            db.WorkItems.Add(new WorkItem("test", 22, WorkKind.Meet, me.Id, null, "A talk of yesterday", "/today", now.AddDays(-3), now.AddDays(-1), shownUntil: now.AddHours(-23)));
            db.WorkItems.Add(new WorkItem("test", 23, WorkKind.Meet, me.Id, null, "A talk that goes on", "/today", now.AddDays(-3), now.AddMinutes(-10), shownUntil: now.AddMinutes(20)));
            await db.SaveChangesAsync();
        });

        var page = await factory.Browser(me).GetAsync("/today");

        Assert.Contains("waits 6 d", Line(page, "Begun just now").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("A talk of yesterday", page.Text, StringComparison.Ordinal);
        var talk = Line(page, "A talk that goes on");
        Assert.Equal("soon", talk.GetAttribute("data-due"));
        Assert.DoesNotContain("late", talk.TextContent, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Line(TestPage page, string says) =>
        page.Document.QuerySelectorAll(".todo li").Single(l => l.TextContent.Contains(says, StringComparison.Ordinal));
}
