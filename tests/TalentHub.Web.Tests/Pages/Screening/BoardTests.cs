using System.Net;
using TalentHub.Domain.Access;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using static TalentHub.Domain.Screening.ApplicationState;

namespace TalentHub.Web.Tests.Pages.Screening;

public sealed class BoardTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task Jobs_are_listed_with_seats_and_candidates_for_those_who_see_them()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        await scene.ApplicationAsync();
        var other = await ScreeningScene.MakeAsync(factory);

        var mine = await factory.Browser(scene.Manager).GetAsync("/jobs");

        Assert.Contains($"REQ-{scene.JobId}", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"REQ-{other.JobId}", mine.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(await factory.PersonAsync()).GetAsync("/jobs")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(other.Manager).GetAsync($"/jobs/REQ-{scene.JobId}")).Status);
    }

    [Fact]
    public async Task An_empty_board_says_what_comes_first()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var browser = factory.Browser(scene.Recruiter);

        var empty = await browser.GetAsync($"/jobs/REQ-{scene.JobId}");
        Assert.NotNull(empty.Document.QuerySelector($".empty a[href='/postings/new?requisition=REQ-{scene.JobId}']"));
        Assert.NotNull(empty.Document.QuerySelector($".empty a[href='/jobs/REQ-{scene.JobId}/plan']"));

        await scene.ApplicationAsync();
        Assert.Null((await browser.GetAsync($"/jobs/REQ-{scene.JobId}")).Document.QuerySelector("main .empty"));
    }

    [Fact]
    public async Task Work_goes_over_to_a_new_recruiter()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var other = await factory.PersonAsync(Role.Recruiter, "Olga Other");
        Assert.Contains($"Write the posting for REQ-{scene.JobId}", (await factory.Browser(scene.Recruiter).GetAsync("/today")).Text, StringComparison.Ordinal);

        await factory.DbAsync(async db =>
        {
            (await db.Requisitions.FindAsync(scene.JobId))!.RunBy(other.Id);
            await db.SaveChangesAsync();
        });

        Assert.Contains($"Write the posting for REQ-{scene.JobId}", (await factory.Browser(other).GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Write the posting for REQ-{scene.JobId}", (await factory.Browser(scene.Recruiter).GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_offers_the_moves_that_are_possible_and_says_why_others_are_not()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync("Bea Board");
        var browser = factory.Browser(scene.Recruiter);

        var board = await browser.GetAsync($"/jobs/REQ-{scene.JobId}");
        var card = board.Document.QuerySelector($".column[data-state=Received] .bcard[data-id='{application.Id}']")!;
        Assert.NotNull(card.QuerySelector("button[data-to=InReview]"));
        board = await browser.FollowAsync(await browser.SubmitAsync(board, form: "#move", button: ("move", $"{application.Id}:StartReview")));

        card = board.Document.QuerySelector($".column[data-state=InReview] .bcard[data-id='{application.Id}']")!;
        Assert.Contains("2 of 2 must-haves are not marked yet.", card.QuerySelector(".menu-why[data-to=Shortlisted]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_that_a_rule_refuses_is_refused_on_the_board_as_well()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync(state: InReview);
        var browser = factory.Browser(scene.Recruiter);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/jobs/REQ-{scene.JobId}"), form: "#move", button: ("move", $"{application.Id}:Shortlist"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("must-haves are not marked yet", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_column_goes_on_page_by_page_and_the_table_shows_it_all()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        for (var i = 0; i < 13; i++)
        {
            await scene.ApplicationAsync($"Person N{i}", at: A.Noon.AddMinutes(-i));
        }

        var browser = factory.Browser(scene.Recruiter);
        var board = await browser.GetAsync($"/jobs/REQ-{scene.JobId}");
        var column = board.Document.QuerySelector(".column[data-state=Received]")!;
        Assert.Equal("13", column.QuerySelector(".count")!.TextContent);
        Assert.Equal(10, column.QuerySelectorAll(".bcard").Length);
        var rest = await browser.GetAsync(column.QuerySelector("a.more")!.GetAttribute("hx-get")!);
        Assert.Equal(3, rest.Document.QuerySelectorAll(".bcard").Length);

        var table = await browser.GetAsync($"/jobs/REQ-{scene.JobId}?tab=table&state=Received");
        Assert.Equal(13, table.Document.QuerySelectorAll("tbody tr").Length);
    }
}
