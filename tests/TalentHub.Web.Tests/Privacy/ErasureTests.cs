using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Privacy;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Screening;
using TalentHub.Services.Operations;
using TalentHub.Services.Privacy;
using TalentHub.Testing;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Privacy;

/// <summary>Who is erased leaves no word behind, and no count changes.</summary>
public sealed class ErasureTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task After_an_erasure_no_byte_of_the_database_its_log_or_the_files_holds_a_word_of_theirs_and_every_count_stays()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "The bytes of a server are not ours to read.");
        var scene = await ScreeningScene.MakeAsync(factory);
        await ChurnAsync(scene, "before");
        var person = await MarkedPerson.MakeAsync(factory, scene.JobId);
        await ChurnAsync(scene, "after");
        var before = await factory.DbAsync(db => MarkedPerson.RowsAsync(db, person));
        var flow = await FlowAsync();
        Assert.All(before, table => Assert.True(table.Value > 0, $"{table.Key} has no row of theirs: the test would not see one left."));
        Assert.All(MarkedPerson.Marks.Where(m => m != "715559731"), mark => Assert.True(Found(mark).Count > 0, $"{mark} was never written."));

        using var said = new StringWriter();
        Assert.Equal(0, await EraseCommand.RunAsync(factory.Services, person, said, said, CancellationToken.None));

        Assert.All(MarkedPerson.Marks, mark => Assert.Empty(Found(mark)));
        var after = await factory.DbAsync(db => MarkedPerson.RowsAsync(db, person));
        // The log of what was done only grows: the erasure itself stands in it.
        Assert.All(DataMap.All.Where(t => t.Owners.Count > 0 && t.Entity != typeof(AuditEntry)), said =>
        {
            var name = factory.DbAsync(db => Task.FromResult(db.Model.FindEntityType(said.Entity)!.GetTableName()!)).Result;
            Assert.Equal((name, said.Erasing == Erasing.RemovesRow ? 0 : before[name]), (name, after[name]));
        });
        Assert.Equal(flow, await FlowAsync());
    }

    [Fact]
    public async Task Their_records_still_open_without_a_name_all_records_agree_and_they_are_found_no_more()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync("Erna Erasedova", ApplicationState.Rejected);
        var hr = await factory.PersonAsync(Role.HR);
        var browser = factory.Browser(hr);
        var breaches = await BreachesAsync();
        var path = $"/admin/privacy/people/{application.PersonId}";

        var wrong = await browser.SubmitAsync(await browser.GetAsync(path), new Dictionary<string, string?> { ["Erasing.Number"] = "1" }, "form[action*=Erase]");
        Assert.Equal("This is not this person's number. Nothing was erased.", wrong.ErrorAt("Erasing.Number"));
        var done = await browser.SubmitAsync(wrong, new Dictionary<string, string?> { ["Erasing.Number"] = $"#{application.PersonId}" }, "form[action*=Erase]");
        Assert.Contains("Erased on", (await browser.FollowAsync(done)).Text, StringComparison.Ordinal);

        foreach (var page in new[] { $"/candidates/{application.PersonId}", $"/applications/APP-{application.Id}", "/candidates", "/candidates?q=Erna" })
        {
            var shown = await browser.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, shown.Status);
            Assert.DoesNotContain("Erasedova", shown.Html, StringComparison.Ordinal);
        }

        Assert.Equal(breaches, await BreachesAsync());
    }

    [Fact]
    public async Task Nobody_is_erased_who_works_here_is_in_a_live_process_or_under_a_hold_and_the_page_says_who_can_lift_it()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var running = await scene.ApplicationAsync("Runa Running", ApplicationState.InReview);
        var held = await scene.ApplicationAsync("Hella Held", ApplicationState.Rejected);
        var admin = await factory.PersonAsync(Role.Admin);
        var browser = factory.Browser(admin);
        var page = await browser.SubmitAsync(await browser.GetAsync($"/admin/privacy/people/{held.PersonId}"), new Dictionary<string, string?> { ["Holding.Reason"] = "A lawsuit" }, "form[action*=Hold]");
        Assert.Equal(HttpStatusCode.Redirect, page.Status);

        Assert.Contains("This person works here, or is about to. Can be lifted by: HR", (await browser.GetAsync($"/admin/privacy/people/{scene.Manager.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains($"still runs: APP-{running.Id}. Can be lifted by: The recruiter", (await browser.GetAsync($"/admin/privacy/people/{running.PersonId}")).Text, StringComparison.Ordinal);
        Assert.Contains("A legal hold has named this person since", (await browser.GetAsync($"/admin/privacy/people/{held.PersonId}")).Text, StringComparison.Ordinal);
        foreach (var person in new[] { scene.Manager.Id, running.PersonId, held.PersonId })
        {
            await Assert.ThrowsAsync<DomainException>(() => EraseAsync(person, admin.Actor));
        }

        page = await browser.SubmitAsync(await browser.GetAsync($"/admin/privacy/people/{held.PersonId}"), form: "form[action*=Lift]");
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Single(await EraseAsync(held.PersonId, admin.Actor));
    }

    [Fact]
    public async Task Nobody_decides_about_their_own_erasure()
    {
        var admin = await factory.PersonAsync(Role.Admin);
        await factory.DbAsync(async db =>
        {
            var work = await db.Employments.SingleAsync(e => e.PersonId == admin.Id);
            work.End(Actor.System, A.Noon, DateOnly.FromDateTime(A.Noon), "left");
            await db.SaveChangesAsync();
        });

        var refusal = await Assert.ThrowsAsync<DomainException>(() => EraseAsync(admin.Id, admin.Actor));

        Assert.Equal("Nobody decides about their own erasure.", refusal.Message);
    }

    [Fact]
    public async Task Of_two_administrators_at_once_one_erases_and_the_other_is_told()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync("Twila Twice", ApplicationState.Rejected);
        var (first, second) = (await factory.PersonAsync(Role.Admin), await factory.PersonAsync(Role.HR));

        var both = await Task.WhenAll(new[] { first, second }.Select(async one =>
        {
            var browser = factory.Browser(one);
            var page = await browser.GetAsync($"/admin/privacy/people/{application.PersonId}");
            return await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Erasing.Number"] = $"{application.PersonId}" }, "form[action*=Erase]");
        }));

        Assert.Single(both, p => p.Status == HttpStatusCode.Redirect);
        var told = Assert.Single(both, p => p.Status == HttpStatusCode.Conflict);
        Assert.Contains("erased", told.Text, StringComparison.Ordinal);
        Assert.Equal(1, await factory.DbAsync(db => db.ErasedPeople.CountAsync(e => e.PersonId == application.PersonId)));
    }

    [Fact]
    public async Task Whoever_comes_back_with_a_restored_copy_is_erased_again_and_nobody_else()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var gone = await scene.ApplicationAsync("Resi Restored", ApplicationState.Rejected, "resi@example.org");
        var other = await scene.ApplicationAsync("Otto Other", ApplicationState.Rejected, "otto@example.org");
        await EraseAsync(gone.PersonId, Actor.System);
        await EraseAsync(other.PersonId, Actor.System);

        // As an older copy would have them: there again, one of them under a number that is somebody else's now.
        await factory.DbAsync(async db =>
        {
            await db.ErasedPeople.Where(e => e.PersonId == gone.PersonId || e.PersonId == other.PersonId).ExecuteDeleteAsync();
            await db.People.Where(p => p.Id == gone.PersonId).ExecuteUpdateAsync(set => set.SetProperty(p => p.ErasedAt, (DateTime?)null).SetProperty(p => p.EmailKey, "resi@example.org"));
            await db.People.Where(p => p.Id == other.PersonId).ExecuteUpdateAsync(set => set.SetProperty(p => p.ErasedAt, (DateTime?)null).SetProperty(p => p.EmailKey, "another@example.org"));
        });
        using var said = new StringWriter();
        Assert.Equal(0, await EraseCommand.RunAsync(factory.Services, null, said, said, CancellationToken.None));

        Assert.Contains("1 erased again, 0 left.", said.ToString(), StringComparison.Ordinal);
        var kept = await factory.DbAsync(db => db.People.Where(p => p.Id == gone.PersonId || p.Id == other.PersonId).OrderBy(p => p.Id).Select(p => p.EmailKey).ToListAsync());
        Assert.Equal([null, "another@example.org"], kept);
    }

    [Fact]
    public async Task Who_has_no_right_finds_no_privacy_desk()
    {
        var recruiter = await factory.PersonAsync(Role.Recruiter);

        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(recruiter).GetAsync($"/admin/privacy/people/{recruiter.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(await factory.PersonAsync(Role.HR)).GetAsync("/admin/privacy/people/999999")).Status);
    }

    private Task<IReadOnlyList<ErasedPerson>> EraseAsync(long person, Actor by) =>
        factory.ServiceAsync<ErasePerson, IReadOnlyList<ErasedPerson>>(erase => erase.EraseAsync(person, ErasureCause.Decision, by, CancellationToken.None));

    /// <summary>Other people come and go, so that pages split and rows move: what a quiet database would never show.</summary>
    private async Task ChurnAsync(ScreeningScene scene, string when)
    {
        for (var round = 0; round < 40; round++)
        {
            await scene.ApplicationAsync($"Churn {when}{round}", ApplicationState.Rejected, describe: p => p.Describe(new string('t', round * 4), new string('e', round * 3), null, null));
        }
    }

    private Task<List<string>> BreachesAsync() =>
        factory.ServiceAsync<Invariants, List<string>>(async check => await check.BreachesAsync(CancellationToken.None).ToListAsync());

    private Task<string> FlowAsync() => factory.DbAsync(async db => string.Join('|',
        await db.StateCounts.OrderBy(c => c.Machine).ThenBy(c => c.State).ThenBy(c => c.RequisitionId).Select(c => c.Machine + c.State + c.RequisitionId + c.Count).ToListAsync())
        + await db.Transitions.CountAsync());

    private List<string> Found(string mark)
    {
        var folder = Path.GetDirectoryName(factory.DatabaseFile)!;
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Holds(f, mark))];
    }

    private static bool Holds(string file, string mark)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Path.GetFileName(file).Contains(mark, StringComparison.OrdinalIgnoreCase) || Encoding.Latin1.GetString(memory.ToArray()).Contains(mark, StringComparison.OrdinalIgnoreCase);
    }
}
