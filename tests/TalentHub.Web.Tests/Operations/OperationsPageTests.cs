using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Saving;
using TalentHub.Data.Scheduling;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Auditing;
using TalentHub.Services.Operations;
using TalentHub.Services.Scheduling;
using TalentHub.Testing;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Admin.Operations;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Operations;

/// <summary>Each figure of the operations page is put there by one thing that happened.</summary>
public sealed class OperationsPageTests
{
    private const string Here = "/admin/operations";

    [Theory]
    [InlineData(Role.HR)]
    [InlineData(Role.Executive)]
    [InlineData(Role.Employee)]
    public async Task Only_administrators_see_how_the_installation_runs_and_have_jobs_run_or_mails_sent_again(Role role)
    {
        await using var factory = new TalentHubFactory();
        var browser = factory.Browser(await factory.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Here)).Status);
        foreach (var handler in new[] { "Run", "Again", "AllAgain" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync($"{Here}?handler={handler}")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(await factory.PersonAsync(Role.Admin)).GetAsync(Here)).Status);
    }

    [Fact]
    public async Task A_quiet_installation_shows_noughts_and_says_what_would_stand_in_its_empty_places()
    {
        await using var factory = new TalentHubFactory();
        var page = await OpenAsync(factory);

        Assert.Equal(["0", "0", "0", "0", "0", "0 in this process"], Queues(page).Take(6));
        Assert.Contains("No mail failed", page.Document.QuerySelector("#failed")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No process has said yet", page.Document.QuerySelector("#instances")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("#jobs tbody tr"), row => Assert.Contains("has not run yet", row.TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("No mail server is set", page.Document.QuerySelector("#findings")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_queue_is_counted()
    {
        await using var factory = new TalentHubFactory();
        var admin = await factory.PersonAsync(Role.Admin);
        await factory.DbAsync(async db =>
        {
            for (var i = 0; i < 2; i++)
            {
                db.Outbox.Add(Mail($"w{i}", MailState.Waiting));
            }

            for (var i = 0; i < 3; i++)
            {
                db.Outbox.Add(Mail($"f{i}", MailState.Failed));
            }

            db.Outbox.Add(Mail("s", MailState.Sent));
            var person = await db.People.OrderBy(p => p.Id).FirstAsync();
            db.ErasedPeople.Add(new ErasedPerson(person, ErasureCause.Request, Actor.System, A.Noon, []));
            for (var i = 0; i < 5; i++)
            {
                db.WorkItems.Add(new WorkItem("task", i + 1, WorkKind.Do, person.Id, null, "Something waits.", "/today", A.Noon));
            }

            await db.SaveChangesAsync();
        });
        await factory.ServiceAsync<IEnumerable<IJob>, bool>(async jobs =>
        {
            await jobs.OfType<SealAudit>().Single().RunAsync(CancellationToken.None);
            return true;
        });
        await factory.DbAsync(async db =>
        {
            db.Audit(new AuditNote(AuditAction.SignedIn, RecordKind.Account));
            db.Audit(new AuditNote(AuditAction.SignedOut, RecordKind.Account));
            await db.SaveChangesAsync();
        });
        await factory.Services.GetRequiredService<ReadLog>().AddAsync(new AuditEntry(AuditOrigin.Operator, new AuditNote(AuditAction.ReadPay, RecordKind.Offer, 1), A.Noon), null, CancellationToken.None);

        var page = await factory.Browser(admin).GetAsync(Here);

        Assert.Equal(["2", "3", "0", "0", "1", "1 in this process", "2", "5"], Queues(page));
    }

    [Fact]
    public async Task Files_that_wait_to_be_read_or_removed_are_counted_and_weighed()
    {
        await using var factory = new TalentHubFactory();
        await factory.DbAsync(async db =>
        {
            db.Files.Add(Unsent(2_000_000, A.Noon.AddDays(-3)));
            db.Files.Add(Unsent(1_000_000, A.Noon));
            await db.SaveChangesAsync();
        });

        var page = await OpenAsync(factory);

        Assert.Equal(["2", "1"], Queues(page).Skip(2).Take(2));
        Assert.Equal("3 MB in 2 files", Facts(page)["Files"]);
    }

    [Fact]
    public async Task Each_job_shows_its_last_run_and_who_holds_it_and_nothing_of_what_it_worked_on()
    {
        await using var factory = new TalentHubFactory();
        await factory.DbAsync(async db =>
        {
            db.JobLeases.Add(new JobLease { Name = "outbox", Until = A.Noon, NextAt = A.Noon.AddSeconds(5), LastStartedAt = A.Noon.AddSeconds(-7), LastEndedAt = A.Noon.AddSeconds(-4), LastRanBy = "one:1:aa" });
            db.JobLeases.Add(new JobLease { Name = "dwell", Until = A.Noon, NextAt = A.Noon, LastStartedAt = A.Noon.AddMinutes(-1), LastEndedAt = A.Noon, LastError = "TimeoutException", Failures = 4, LastRanBy = "two:2:bb" });
            db.JobLeases.Add(new JobLease { Name = "retention", Holder = "two:2:bb", Until = A.Noon.AddMinutes(4), NextAt = A.Noon, LastStartedAt = A.Noon.AddMinutes(-1), LastRanBy = "two:2:bb" });
            db.JobLeases.Add(new JobLease { Name = "keys", Holder = "killed:3:cc", Until = A.Noon.AddMinutes(-1), NextAt = A.Noon.AddHours(-7), LastStartedAt = A.Noon.AddHours(-7), LastRanBy = "killed:3:cc" });
            await db.SaveChangesAsync();
        });

        var page = await OpenAsync(factory);

        string Row(string job) => page.Document.QuerySelector($"#job-{job}")!.TextContent;
        Assert.Contains("went well", Row("outbox"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("3 s", Row("outbox"), StringComparison.Ordinal);
        Assert.Contains("TimeoutException", Row("dwell"), StringComparison.Ordinal);
        Assert.Contains("4 times in a row", Row("dwell"), StringComparison.Ordinal);
        Assert.Contains("runs now", Row("retention"), StringComparison.OrdinalIgnoreCase);
        Assert.Null(page.Document.QuerySelector("#job-retention button"));
        Assert.NotNull(page.Document.QuerySelector("#job-keys button"));
        var findings = page.Document.QuerySelector("#findings")!.TextContent;
        Assert.Contains("The job dwell failed 4 times in a row: TimeoutException.", findings, StringComparison.Ordinal);
        Assert.Contains("The job keys should have run long ago.", findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_can_be_run_now_its_lease_decides_and_the_log_says_who_asked()
    {
        await using var factory = new TalentHubFactory();
        var admin = await factory.PersonAsync(Role.Admin);
        await factory.DbAsync(async db =>
        {
            db.JobLeases.Add(new JobLease { Name = "retention", Until = A.Noon, NextAt = A.Noon.AddHours(5) });
            await db.SaveChangesAsync();
        });
        var browser = factory.Browser(admin);
        var page = await browser.GetAsync(Here);

        var done = await browser.SubmitAsync(page, new Dictionary<string, string?>(), form: "#job-retention form");

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(A.Noon, await factory.DbAsync(db => db.JobLeases.Where(l => l.Name == "retention").Select(l => l.NextAt).SingleAsync()));
        Assert.Equal((admin.Id, "retention"), await factory.DbAsync(async db =>
        {
            var entry = await db.AuditEntries.SingleAsync(e => e.Action == AuditAction.JobAsked);
            return (entry.PersonId!.Value, entry.Detail!);
        }));

        // While it runs nobody can have it run a second time.
        Assert.NotNull(await factory.ServiceAsync<JobLeases, JobTerm?>(l => l.TakeAsync("retention", "other", TimeSpan.FromHours(6), CancellationToken.None)));
        var refused = await browser.SubmitAsync(page, new Dictionary<string, string?> { [Refusals.OnceField] = Guid.NewGuid().ToString() }, form: "#job-retention form");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("This job runs at this moment", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_mails_are_sent_again_one_or_all_and_a_double_click_counts_once()
    {
        await using var factory = new TalentHubFactory();
        var admin = await factory.PersonAsync(Role.Admin);
        await factory.DbAsync(async db =>
        {
            db.Outbox.AddRange(Mail("one", MailState.Failed), Mail("two", MailState.Failed), Mail("three", MailState.Failed));
            await db.SaveChangesAsync();
        });
        var browser = factory.Browser(admin);
        var page = await browser.GetAsync(Here);
        Assert.Equal(3, page.Document.QuerySelectorAll("#failed tbody tr").Length);
        Assert.DoesNotContain("ada@example.org", page.Html, StringComparison.Ordinal);

        await browser.SubmitAsync(page, new Dictionary<string, string?>(), form: "#failed tbody form");
        Assert.Equal([MailState.Failed, MailState.Failed, MailState.Waiting], await StatesAsync(factory));
        await browser.SubmitAsync(page, new Dictionary<string, string?>(), form: "#failed tbody form");
        await browser.SubmitAsync(page, new Dictionary<string, string?>(), form: "#failed form.p-3");

        Assert.Equal([MailState.Waiting, MailState.Waiting, MailState.Waiting], await StatesAsync(factory));
        Assert.Equal(2, await factory.DbAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.MailSentAgain && e.PersonId == admin.Id)));
    }

    [Fact]
    public async Task The_mail_pages_own_button_is_written_down_too()
    {
        await using var factory = new TalentHubFactory();
        var admin = await factory.PersonAsync(Role.Admin);
        var id = await factory.DbAsync(async db =>
        {
            var mail = db.Outbox.Add(Mail("one", MailState.Failed)).Entity;
            await db.SaveChangesAsync();
            return mail.Id;
        });
        var browser = factory.Browser(admin);

        await browser.SubmitAsync(await browser.GetAsync($"/admin/mail?open={id}"), new Dictionary<string, string?>(), form: "form[action*=Again]");

        Assert.Equal([MailState.Waiting], await StatesAsync(factory));
        Assert.Equal(id, await factory.DbAsync(db => db.AuditEntries.Where(e => e.Action == AuditAction.MailSentAgain).Select(e => e.RecordId).SingleAsync()));
    }

    [Fact]
    public async Task Processes_are_listed_while_they_say_that_they_are_here_and_a_day_after()
    {
        await using var factory = new TalentHubFactory();
        await factory.ServiceAsync<Instances, bool>(async i =>
        {
            await i.BeatAsync(A.Noon, CancellationToken.None);
            return true;
        });
        await factory.DbAsync(async db =>
        {
            db.ServingInstances.Add(new ServingInstance { Name = "other:1:aa", Version = "0.9", StartedAt = A.Noon.AddHours(-1), SeenAt = A.Noon.AddSeconds(-20) });
            db.ServingInstances.Add(new ServingInstance { Name = "gone:2:bb", Version = "0.9", StartedAt = A.Noon.AddHours(-9), SeenAt = A.Noon.AddHours(-2) });
            db.ServingInstances.Add(new ServingInstance { Name = "forgotten:3:cc", Version = "0.9", StartedAt = A.Noon.AddDays(-9), SeenAt = A.Noon.AddDays(-2) });
            await db.SaveChangesAsync();
        });

        var page = await OpenAsync(factory);

        var rows = page.Document.QuerySelectorAll("#instances tbody tr").Select(r => r.TextContent).ToList();
        var name = factory.Services.GetRequiredService<InstanceName>().Value;
        Assert.Equal(3, rows.Count);
        Assert.Contains(rows, r => r.Contains(name, StringComparison.Ordinal) && r.Contains("answers you now", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("other:1:aa", StringComparison.Ordinal) && r.Contains("serves", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(rows, r => r.Contains("gone:2:bb", StringComparison.Ordinal) && r.Contains("away", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Processes of different versions", page.Document.QuerySelector("#findings")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_beat_is_one_statement_the_row_goes_with_the_process_and_old_ones_are_forgotten_at_a_start()
    {
        await using var factory = new TalentHubFactory();
        await factory.DbAsync(async db =>
        {
            db.ServingInstances.Add(new ServingInstance { Name = "killed", Version = "1", StartedAt = A.Noon.AddDays(-9), SeenAt = A.Noon.AddDays(-2) });
            await db.SaveChangesAsync();
        });
        Task BeatAsync() => factory.ServiceAsync<Instances, bool>(async i =>
        {
            await i.BeatAsync(A.Noon, CancellationToken.None);
            return true;
        });
        var name = factory.Services.GetRequiredService<InstanceName>().Value;

        await BeatAsync();
        Assert.Equal([name], await factory.DbAsync(db => db.ServingInstances.Select(i => i.Name).ToListAsync()));
        factory.Clock.Advance(TimeSpan.FromSeconds(15));
        using var counter = new CommandCounter();
        Assert.Equal(1, await counter.CountAsync(factory, BeatAsync));
        Assert.Equal(A.Noon.AddSeconds(15), await factory.DbAsync(db => db.ServingInstances.Select(i => i.SeenAt).SingleAsync()));

        await factory.ServiceAsync<Instances, bool>(async i =>
        {
            await i.LeaveAsync(CancellationToken.None);
            return true;
        });
        Assert.False(await factory.DbAsync(db => db.ServingInstances.AnyAsync()));
    }

    [Fact]
    public async Task Room_and_versions_are_those_of_the_installation()
    {
        await using var factory = new TalentHubFactory();
        var page = await OpenAsync(factory);

        var facts = Facts(page);
        var schema = await factory.DbAsync(db => Task.FromResult(db.Database.GetMigrations().Last()));
        Assert.Equal(schema, facts["Schema"]);
        Assert.StartsWith(".NET 10", facts["Runs on"], StringComparison.Ordinal);
        Assert.Equal(ProductVersion.Text, facts["TalentHub"]);
        Assert.Contains(" of ", facts["Free on the disk of the data folder"], StringComparison.Ordinal);
        if (!ServerDatabase.IsAsked)
        {
            Assert.StartsWith("SQLite 3.", facts["Database engine"], StringComparison.Ordinal);
            Assert.EndsWith("B", facts["Database"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_asks_the_database_no_more_than_eight_times()
    {
        await using var factory = new TalentHubFactory();
        var browser = factory.Browser(await factory.PersonAsync(Role.Admin));
        await browser.GetAsync(Here);
        factory.Clock.Advance(TimeSpan.FromSeconds(30));
        using var counter = new CommandCounter();

        Assert.InRange(await counter.CountAsync(factory, () => browser.GetAsync(Here)), 1, 8);
    }

    [Fact]
    public async Task Every_job_has_words_in_both_languages()
    {
        await using var factory = new TalentHubFactory();
        var names = await factory.ServiceAsync<OperationsDesk, List<string>>(async desk => [.. (await desk.ReadAsync(Path.GetTempPath(), CancellationToken.None)).Jobs.Select(j => j.Name)]);

        var page = await factory.Browser(await factory.PersonAsync(Role.Admin, language: "zh-CN")).GetAsync(Here);

        Assert.True(names.Count >= 19);
        Assert.All(names, name => Assert.NotNull(JobWords.Of(new Text(new Reader()), name)));
        Assert.Contains("定时任务", page.Html, StringComparison.Ordinal);
        Assert.Contains("运行状况", page.Html, StringComparison.Ordinal);
    }

    private static async Task<TestPage> OpenAsync(TalentHubFactory factory)
    {
        var page = await factory.Browser(await factory.PersonAsync(Role.Admin)).GetAsync(Here);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }

    private static Dictionary<string, string> Facts(TestPage page) =>
        page.Document.QuerySelectorAll("#facts dl > div").ToDictionary(d => d.QuerySelector("dt")!.TextContent.Trim(), d => d.QuerySelector("dd")!.TextContent.Trim());

    private static List<string> Queues(TestPage page) => [.. page.Document.QuerySelectorAll("#queues dd").Select(d => d.TextContent.Trim())];

    private static Task<List<MailState>> StatesAsync(TalentHubFactory factory) => factory.DbAsync(db => db.Outbox.OrderBy(m => m.Id).Select(m => m.State).ToListAsync());

    private static OutboxMail Mail(string id, MailState state) => new()
    {
        Template = "application-received", To = "ada@example.org", Subject = "Hello", Body = "Hello", MessageId = id + "@example.org", State = state, CreatedAt = A.Noon, NotBefore = A.Noon, Tries = 8, LastError = "SocketException",
    };

    private static StoredFile Unsent(long size, DateTime at)
    {
        var name = Guid.NewGuid().ToString("N");
        var file = new StoredFile(null, FileKind.Resume, "cv.pdf", "application/pdf", size, name + name, name, at, claimHash: name + name);
        file.AwaitReading();
        return file;
    }
}
