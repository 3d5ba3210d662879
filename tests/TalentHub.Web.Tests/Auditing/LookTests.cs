using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Services.Auditing;
using TalentHub.Testing;
using Microsoft.AspNetCore.Http;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Auditing;

/// <summary>Who looks at what is only for few eyes is written down; who is refused, too.</summary>
public sealed class LookTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    /// <summary>Pages about one record that show nothing of the kind, each with its reason.</summary>
    private static readonly Dictionary<string, string> Open = new(StringComparer.Ordinal)
    {
        ["/Screening/Jobs/Details"] = "a board of names and states",
        ["/Screening/Applications/Hold"] = "a form under the name",
        ["/Screening/Applications/Proposal"] = "a form under the name",
        ["/Screening/Applications/Rejection"] = "a form under the name",
        ["/Screening/Applications/Restoration"] = "a form under the name",
        ["/Screening/Applications/Transfer"] = "a form under the name",
        ["/Screening/Applications/Withdrawal"] = "a form under the name",
        ["/Interviews/Book"] = "times of interviewers",
        ["/Interviews/Move"] = "times of interviewers",
        ["/Interviews/Plan"] = "the plan of a job, nobody's record",
        ["/Interviews/Round"] = "the plan of a job, nobody's record",
        ["/Onboarding/Templates/Edit"] = "a template, nobody's record",
    };

    [Fact]
    public async Task A_look_at_a_résumé_is_one_entry_for_each_reader_record_and_ten_minutes()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync();
        var (first, second) = (factory.Browser(scene.Recruiter), factory.Browser(scene.Manager));

        await first.GetAsync($"/applications/APP-{application.Id}");
        await first.GetAsync($"/applications/APP-{application.Id}");
        await second.GetAsync($"/applications/APP-{application.Id}");
        factory.Clock.Advance(TimeSpan.FromMinutes(11));
        await first.GetAsync($"/applications/APP-{application.Id}");
        var looks = (await factory.EntriesAsync()).FindAll(e => e.Action == AuditAction.ReadResume && e.RecordId == application.Id);

        Assert.Equal([scene.Recruiter.Id, scene.Manager.Id, scene.Recruiter.Id], looks.ConvertAll(l => l.PersonId!.Value));
        Assert.All(looks, l => Assert.Equal((application.PersonId, RecordKind.Application, AuditResult.Done), (l.SubjectPersonId!.Value, l.Record, l.Result)));
        Assert.Equal("HiringManager", looks[1].Capacity);
    }

    [Fact]
    public async Task What_is_not_shown_was_not_looked_at()
    {
        var scene = await ScreeningScene.MakeAsync(factory, confidential: true);
        var application = await scene.ApplicationAsync();
        var coordinator = factory.Browser(await factory.PersonAsync(Role.Coordinator));

        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"/applications/APP-{application.Id}")).Status);

        Assert.DoesNotContain(await factory.EntriesAsync(), e => e.Action == AuditAction.ReadResume && e.RecordId == application.Id);
    }

    [Fact]
    public async Task A_refused_page_and_a_refused_handler_are_written_down_with_who_was_refused()
    {
        var person = await factory.PersonAsync();
        var browser = factory.Browser(person);

        await browser.GetAsync("/admin/users");
        await browser.GetAsync("/admin/users");
        await browser.PostAsync("/admin/users/1?handler=Roles");
        var refusals = (await factory.EntriesAsync()).FindAll(e => e.PersonId == person.Id);

        Assert.Equal(["GET /Admin/Users/Index", "POST /Admin/Users/Details Roles"], refusals.ConvertAll(e => e.Detail));
        Assert.All(refusals, e => Assert.Equal((AuditAction.RightRefused, AuditResult.Refused), (e.Action, e.Result)));
    }

    [Fact]
    public void Every_page_about_one_record_of_a_person_says_what_it_shows_or_why_not()
    {
        Capability[] few = [Capability.SeeCandidates, Capability.ScreenApplications, Capability.RejectApplications, Capability.RestoreApplications, Capability.WithdrawApplications, Capability.TransferApplications,
            Capability.HoldApplications, Capability.ResolveDuplicates, Capability.SeeInterviews, Capability.PlanInterviews, Capability.ScheduleInterviews, Capability.ScoreInterviews, Capability.OpenDebriefs,
            Capability.SeeOffers, Capability.WriteOffers, Capability.RunOnboarding, Capability.DoTasks];
        var rights = factory.Services.GetRequiredService<RightsTable>();
        var pages = factory.Services.GetRequiredService<Microsoft.AspNetCore.Mvc.Infrastructure.IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Where(p => p.AttributeRouteInfo!.Template!.Contains('{', StringComparison.Ordinal) && rights.Find(p.ViewEnginePath, "GET", string.Empty) is { Needs: { } needs } && few.Contains(needs)).ToList();
        var loader = factory.Services.GetRequiredService<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>();

        var silent = pages.Where(p => !Open.ContainsKey(p.ViewEnginePath))
            .Where(p => !loader.LoadAsync(p, EndpointMetadataCollection.Empty).GetAwaiter().GetResult().ModelTypeInfo!.IsAssignableTo(typeof(IShowsRecords))).Select(p => p.ViewEnginePath);

        Assert.True(pages.Count >= 15);
        Assert.Empty(silent);
        Assert.Empty(Open.Keys.Except(pages.Select(p => p.ViewEnginePath)));
    }

    [Fact]
    public async Task A_full_queue_refuses_the_page_rather_than_showing_it_without_a_trace()
    {
        await using var full = new TalentHubFactory();
        var scene = await ScreeningScene.MakeAsync(full);
        var application = await scene.ApplicationAsync();
        var browser = full.Browser(scene.Recruiter);
        var log = full.Services.GetRequiredService<ReadLog>();
        log.Patience = TimeSpan.FromMilliseconds(50);
        for (var i = 0; i < ReadLog.Capacity; i++)
        {
            await log.AddAsync(Entry(i), look: null, CancellationToken.None);
        }

        var refused = await browser.GetAsync($"/applications/APP-{application.Id}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("Whoever looks at it is written down, and that is not possible at the moment.", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Lovelace", refused.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/jobs")).Status);

        await log.FlushAsync(CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/applications/APP-{application.Id}")).Status);
        Assert.Equal(ReadLog.Capacity + 1, (await full.EntriesAsync()).Count(e => e.Action == AuditAction.ReadResume));
    }

    [Fact]
    public async Task Looks_are_written_within_a_second_and_all_that_wait_are_written_at_a_stop()
    {
        var log = factory.Services.GetRequiredService<ReadLog>();
        using var writer = new WriteLooks(log, NullLogger<WriteLooks>.Instance);
        await writer.StartAsync(CancellationToken.None);
        await log.AddAsync(Entry(700_001), look: null, CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.True(await IsThereAsync(700_001));

        for (var i = 0; i < 1500; i++)
        {
            await log.AddAsync(Entry(700_002 + i), look: null, CancellationToken.None);
        }

        await writer.StopAsync(CancellationToken.None);
        Assert.True(await IsThereAsync(700_002) && await IsThereAsync(700_001 + 1500));
    }

    private Task<bool> IsThereAsync(long record) => factory.DbAsync(db => db.AuditEntries.AnyAsync(e => e.RecordId == record));

    private static AuditEntry Entry(long record) => new(new AuditOrigin(AuditDoor.Account, 1), new AuditNote(AuditAction.ReadResume, RecordKind.Application, record), A.Noon);
}
