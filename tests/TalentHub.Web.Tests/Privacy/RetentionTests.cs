using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Screening;
using TalentHub.Services.Privacy;
using TalentHub.Testing;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Privacy;

/// <summary>Clocks run out by rule, country and outcome; the brake holds when too many would go.</summary>
public sealed class RetentionTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task Who_is_due_is_erased_by_rule_unless_held_or_considered_again_and_too_many_at_once_wait_for_a_person()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var old = A.Noon.AddMonths(-13);
        var gone = await scene.ApplicationAsync("Gina Gone", ApplicationState.Rejected, at: old);
        var held = await scene.ApplicationAsync("Hella Held", ApplicationState.Rejected, at: old);
        var withdrew = await scene.ApplicationAsync("Wim Withdrew", ApplicationState.Withdrawn, at: old);
        var again = await scene.ApplicationAsync("Ada Again", ApplicationState.Rejected, at: old);
        var admin = await factory.PersonAsync(Role.Admin);
        await factory.DbAsync(async db =>
        {
            db.LegalHolds.Add(new LegalHold(admin.Actor, A.Noon, held.PersonId, "A lawsuit"));
            db.Applications.Add(A.Application(again.PersonId, scene.JobId));
            await db.SaveChangesAsync();
        });
        for (var other = 0; other < 30; other++)
        {
            await scene.ApplicationAsync($"Fresh Number{other}", ApplicationState.Rejected);
        }

        var browser = factory.Browser(admin);
        Assert.Equal(0, (await DryAsync()).Due);
        var page = await browser.SubmitAsync(await browser.GetAsync("/admin/privacy/retention"), new Dictionary<string, string?>
        {
            ["Input.Kind"] = "Application", ["Input.Country"] = "CN", ["Input.Outcome"] = "Rejected", ["Input.Months"] = "12",
        }, "#add");
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Equal(1, (await DryAsync()).Due);
        Assert.Null(await ErasedAsync(gone.PersonId));

        using var said = new StringWriter();
        Assert.Equal(0, await RetentionCommand.RunAsync(factory.Services, isDry: false, said, CancellationToken.None));
        Assert.Contains("1 erased", said.ToString(), StringComparison.Ordinal);
        Assert.NotNull(await ErasedAsync(gone.PersonId));
        Assert.All([held.PersonId, withdrew.PersonId, again.PersonId], id => Assert.Null(ErasedAsync(id).Result));

        // A rule that would erase nearly everybody: it stops, and asks.
        factory.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(1, await RetentionCommand.RunAsync(factory.Services, isDry: false, said, CancellationToken.None));
        page = await browser.GetAsync("/admin/privacy/retention");
        Assert.Contains("The brake holds", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await factory.DbAsync(db => db.ErasedPeople.CountAsync()));

        await browser.SubmitAsync(page, form: "form[action*=Release]");
        Assert.Equal(0, await RetentionCommand.RunAsync(factory.Services, isDry: false, said, CancellationToken.None));
        Assert.Equal(31, await factory.DbAsync(db => db.ErasedPeople.CountAsync()));
    }

    [Fact]
    public async Task Only_who_may_erase_writes_rules()
    {
        var recruiter = factory.Browser(await factory.PersonAsync(Role.Recruiter));

        Assert.Equal(HttpStatusCode.Forbidden, (await recruiter.GetAsync("/admin/privacy/retention")).Status);
    }

    private Task<RetentionRun> DryAsync() => factory.ServiceAsync<Retention, RetentionRun>(retention => retention.RunAsync(isDry: true, CancellationToken.None));

    private Task<DateTime?> ErasedAsync(long person) => factory.DbAsync(db => db.People.Where(p => p.Id == person).Select(p => p.ErasedAt).SingleAsync());
}
