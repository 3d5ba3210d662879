using TalentHub.Domain.Access;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Privacy;

public sealed class PrivacyRequestListTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task What_waits_stands_by_the_day_that_the_law_names_and_the_next_page_goes_on_after_it()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var person = (await scene.ApplicationAsync("Lia List", ApplicationState.Rejected)).PersonId;
        var today = DateOnly.FromDateTime(A.Noon);
        var late = await AskAsync(today, PrivacyRequestKind.Access);
        var soon = await AskAsync(today.AddDays(-20), PrivacyRequestKind.Correction);
        var next = await AskAsync(today.AddDays(-10), PrivacyRequestKind.Erasure);
        var hr = factory.Browser(await factory.PersonAsync(Role.HR));

        Assert.Equal([soon, next, late], await NumbersAsync("/admin/privacy"));
        Assert.Equal([next, late], await NumbersAsync($"/admin/privacy?before={soon["PRV-".Length..]}"));

        async Task<string> AskAsync(DateOnly on, PrivacyRequestKind kind) => await factory.DbAsync(async db =>
        {
            var request = new PrivacyRequest(Actor.Candidate(person), on.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc), on, person, kind, "Please.");
            db.PrivacyRequests.Add(request);
            await db.SaveChangesAsync();
            return request.Number;
        });

        async Task<List<string>> NumbersAsync(string path) =>
            [.. (await hr.GetAsync(path)).Document.QuerySelectorAll("td.main a").Select(a => a.TextContent.Trim())];
    }
}
