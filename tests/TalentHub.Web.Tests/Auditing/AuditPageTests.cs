using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Auditing;

/// <summary>The administrator's page over the log, its export, and everybody's own page of who looked at them.</summary>
public sealed class AuditPageTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Theory]
    [InlineData(Role.HR)]
    [InlineData(Role.Executive)]
    [InlineData(Role.Employee)]
    public async Task Only_administrators_read_or_export_the_log(Role role)
    {
        var browser = factory.Browser(await factory.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/admin/audit")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/admin/audit?handler=Export")).Status);
    }

    [Fact]
    public async Task Each_filter_narrows_and_stands_in_the_address()
    {
        var admin = await factory.PersonAsync(Role.Admin, "Ann Admin");
        var doer = await factory.PersonAsync(Role.Recruiter, "Xaver Doer");
        var subject = await factory.PersonAsync(name: "Yolanda Subject");
        var from = await LatestAsync();
        await WriteAsync(doer, new AuditNote(AuditAction.ReadPay, RecordKind.Offer, 4711, subject.Id));
        await WriteAsync(doer, new AuditNote(AuditAction.Exported, RecordKind.Person, subject.Id, subject.Id, "json"));
        await WriteAsync(admin, new AuditNote(AuditAction.RoleGiven, RecordKind.Account, doer.AccountId, doer.Id, "HR"));
        await WriteAsync(doer, new AuditNote(AuditAction.RightRefused, RecordKind.Page, Detail: "GET /Admin/Index", Result: AuditResult.Refused));
        factory.Clock.Advance(TimeSpan.FromDays(40));
        await WriteAsync(doer, new AuditNote(AuditAction.ReadResume, RecordKind.Application, 4712, subject.Id));
        factory.Clock.SetUtcNow(new DateTimeOffset(A.Noon).AddDays(40));
        var browser = factory.Browser(admin);

        async Task<string> FoundAsync(string query)
        {
            var page = await browser.GetAsync("/admin/audit?" + query);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            var acts = page.Document.QuerySelectorAll("tbody td.main").Select(d => d.TextContent).ToList();
            string[] known = ["Read pay", "Exported", "Role given", "Right refused", "Read resume"];
            return string.Join(' ', known.Select((k, i) => acts.Any(a => a.Contains(k, StringComparison.Ordinal)) ? i : -1).Where(i => i >= 0));
        }

        Assert.Equal("0 1 3 4", await FoundAsync("who=xaver"));
        Assert.Equal("0 1 3 4", await FoundAsync($"who=%23{doer.Id}"));
        Assert.Equal("0 1 4", await FoundAsync("about=Yolanda"));
        Assert.Equal("0 4", await FoundAsync("about=Yolanda&group=Reads"));
        Assert.Equal("1", await FoundAsync("about=Yolanda&action=Exported"));
        Assert.Equal("0", await FoundAsync("kind=Offer&number=OFR-4711"));
        Assert.Equal("3", await FoundAsync("who=Xaver&result=Refused"));
        Assert.Equal("4", await FoundAsync($"who=Xaver&from={A.Noon.AddDays(39):yyyy-MM-dd}"));
        Assert.Equal("0 1 3", await FoundAsync($"who=Xaver&to={A.Noon.AddDays(1):yyyy-MM-dd}"));
        Assert.Equal("", await FoundAsync("who=nobody-at-all"));
        Assert.Equal("", await FoundAsync("who=%23x&from=2999-01-01"));
        Assert.NotEqual(0, from);

        var page = await browser.GetAsync("/admin/audit?who=Xaver&group=Reads");
        Assert.Equal("Xaver", page.Document.QuerySelector("[name=who]")!.GetAttribute("value"));
        Assert.Contains("Xaver Doer", page.Text, StringComparison.Ordinal);
        Assert.Contains("who=Xaver", page.Document.QuerySelector("a[download]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_pages_by_cursor_and_reads_in_both_languages_without_what_people_wrote()
    {
        var admin = await factory.PersonAsync(Role.Admin, "管理员", "zh-CN");
        for (var i = 0; i < 55; i++)
        {
            await WriteAsync(admin, new AuditNote(AuditAction.SettingChanged, RecordKind.Holiday, 30_000 + i, Detail: "Made", Text: "Words of somebody."));
        }

        var first = await factory.Browser(admin).GetAsync("/admin/audit?kind=Holiday");
        var second = await factory.Browser(admin).GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((50, 5), (first.Document.QuerySelectorAll("tbody tr").Length, second.Document.QuerySelectorAll("tbody tr").Length));
        Assert.Contains("更改了设置", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Words of somebody", first.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("SettingChanged<", first.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_holds_every_line_of_the_filter_runs_no_formula_and_is_written_down_itself()
    {
        var admin = await factory.PersonAsync(Role.Admin);
        var hostile = await factory.PersonAsync(name: "=HYPERLINK(1) Mallory");
        for (var i = 0; i < 60; i++)
        {
            await WriteAsync(hostile, new AuditNote(AuditAction.ReadPay, RecordKind.Offer, 50_000 + i, Detail: "+1"));
        }

        var response = await factory.Browser(admin).Client.GetAsync(new Uri($"/admin/audit?handler=Export&who=%23{hostile.Id}", UriKind.Relative));
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(("text/csv", "attachment"), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(61, lines.Length);
        Assert.All(lines[1..], l => Assert.Contains("\"'=HYPERLINK", l, StringComparison.Ordinal));
        Assert.All(lines[1..], l => Assert.Contains("\"'+1\"", l, StringComparison.Ordinal));
        Assert.Contains(await factory.EntriesAsync(), e => e is { Action: AuditAction.Exported, Record: RecordKind.AuditLog } && e.PersonId == admin.Id);
    }

    [Fact]
    public async Task Everybody_sees_who_looked_at_their_own_record_and_nobody_elses()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var me = await factory.PersonAsync(name: "Ida Insider");
        var application = await factory.DbAsync(async db =>
        {
            var own = new TalentHub.Domain.Screening.JobApplication(Actor.System, A.Noon, me.Id, scene.JobId, TalentHub.Domain.Recruiting.Source.CareersSite);
            db.Applications.Add(own);
            await db.SaveChangesAsync();
            return own;
        });
        await WriteAsync(me, new AuditNote(AuditAction.ReadPay, RecordKind.Offer, 1, me.Id));
        await factory.Browser(scene.Recruiter).GetAsync($"/applications/APP-{application.Id}");
        await factory.EntriesAsync();

        var mine = await factory.Browser(me).GetAsync("/account/looks");
        var anothers = await factory.Browser(await factory.PersonAsync()).GetAsync("/account/looks");

        var row = Assert.Single(mine.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("Rita Recruiter", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Recruiter", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Read resume", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody has looked yet", anothers.Text, StringComparison.Ordinal);
    }

    private Task<long> LatestAsync() => factory.DbAsync(db => db.AuditEntries.MaxAsync(e => e.Id));

    private Task WriteAsync(TestPerson by, AuditNote note) => factory.DbAsync(async db =>
    {
        db.Audit(note, new AuditOrigin(AuditDoor.Account, by.Id, by.AccountId, "Recruiter"));
        await db.SaveChangesAsync();
    });
}
