using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Careers;

public sealed class StatusTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task The_page_says_truly_where_the_application_stands_and_is_kept_from_search_engines_and_caches()
    {
        var (browser, address) = await ApplyAsync("grace@example.org");

        var page = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("A person will read it", page.Text, StringComparison.Ordinal);
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", page.Response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex", page.Response.Headers.GetValues("X-Robots-Tag").Single());
    }

    [Fact]
    public async Task A_candidate_withdraws_with_or_without_a_reason_and_gets_it_in_writing()
    {
        var (browser, address) = await ApplyAsync("with@example.org");

        var answer = await browser.SubmitAsync(await browser.GetAsync(address), new Dictionary<string, string?> { ["Reason"] = "Found something else" }, form: "aside form");
        var page = await browser.FollowAsync(answer);

        Assert.Contains("Withdrawn", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Withdraw my application", page.Text, StringComparison.Ordinal);
        await factory.DbAsync(async db =>
        {
            var person = await db.People.SingleAsync(p => p.Email == "with@example.org");
            var application = await db.Applications.SingleAsync(a => a.PersonId == person.Id);
            Assert.Equal(ApplicationState.Withdrawn, application.State);
            var last = await db.Transitions.Where(t => t.Machine == "application" && t.SubjectId == application.Id).OrderByDescending(t => t.Id).FirstAsync();
            Assert.Equal((ActorKind.Candidate, person.Id, "Found something else"), (last.ActorKind, last.ActorId, last.Reason));
            Assert.True(await db.Outbox.AnyAsync(m => m.PersonId == person.Id && m.Template == "withdraw-confirmation"));
        });
    }

    [Fact]
    public async Task A_candidate_adds_a_file_and_a_wrong_one_is_refused_at_its_field()
    {
        var (browser, address) = await ApplyAsync("file@example.org");
        var page = await browser.GetAsync(address);

        var wrong = await browser.SubmitAsync(page, form: "section form", files: File("x.png", "\u0089PNG"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.StartsWith("This kind of file", wrong.Document.GetElementById("File-error")!.TextContent, StringComparison.Ordinal);

        var right = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Kind"] = "WorkSample" }, form: "section form", files: File("sample.txt", "words"));
        Assert.Equal(address, right.Location);
        Assert.Contains("sample.txt", (await browser.GetAsync(address)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/c/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/c/short")]
    [InlineData("/c/%3Cscript%3E")]
    public async Task An_altered_link_opens_a_page_that_says_what_to_do(string address)
    {
        var page = await factory.Browser().GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("ask for a new one", page.Text, StringComparison.Ordinal);
        Assert.Equal("/careers/link", page.Document.QuerySelector("main a.btn")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_expired_link_offers_a_new_one_which_goes_to_the_mailbox_only()
    {
        var (browser, address) = await ApplyAsync("late@example.org");
        factory.Clock.Advance(TimeSpan.FromDays(31));
        var page = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("This link has expired", page.Text, StringComparison.Ordinal);

        var answer = await browser.SubmitAsync(page);

        Assert.Equal("/careers/link?sent=true", answer.Location);
        Assert.True(await factory.DbAsync(db => db.Outbox.AnyAsync(m => m.To == "late@example.org" && m.Template == "status-link-again")));
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Asking_for_a_link_says_the_same_whether_there_is_an_application_or_not()
    {
        await ApplyAsync("known@example.org");
        var browser = factory.Browser();
        var form = await browser.GetAsync("/careers/link");

        var known = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Email"] = "KNOWN@example.org" });
        var unknown = await browser.SubmitAsync(await browser.GetAsync("/careers/link"), new Dictionary<string, string?> { ["Input.Email"] = "nobody@example.org" });
        var wrong = await browser.SubmitAsync(await browser.GetAsync("/careers/link"), new Dictionary<string, string?> { ["Input.Email"] = "nobody" });

        Assert.Equal(known.Location, unknown.Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(1, await factory.DbAsync(db => db.Outbox.CountAsync(m => m.Template == "status-link-again" && m.To == "known@example.org")));
        Assert.False(await factory.DbAsync(db => db.Outbox.AnyAsync(m => m.To == "nobody@example.org")));
    }

    private async Task<(TestBrowser Browser, string Address)> ApplyAsync(string email)
    {
        var posting = await factory.LivePostingAsync(closesOn: DateOnly.FromDateTime(A.Noon).AddYears(1));
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");
        var sent = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Name"] = "Grace Hopper", ["Input.Email"] = email, ["Input.Consent"] = "yes" });
        return (browser, sent.Location!);
    }

    private static Dictionary<string, (string FileName, byte[] Content)> File(string name, string content) =>
        new(StringComparer.Ordinal) { ["File"] = (name, Encoding.UTF8.GetBytes(content)) };
}
