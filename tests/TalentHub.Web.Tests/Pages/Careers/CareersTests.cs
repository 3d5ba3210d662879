using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Recruiting;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Careers;

public sealed class CareersTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task The_list_shows_live_jobs_with_pay_and_filters_by_the_address()
    {
        var posting = await factory.LivePostingAsync("Quantum gardener");
        await factory.LivePostingAsync("Tide reader");
        var browser = factory.Browser();

        var all = await browser.GetAsync("/careers");
        var some = await browser.GetAsync("/careers?q=quantum");
        var none = await browser.GetAsync("/careers?q=nobody-writes-this");

        Assert.Contains("Quantum gardener", all.Text, StringComparison.Ordinal);
        Assert.Contains("CNY 480,000 – 720,000 a year", all.Text, StringComparison.Ordinal);
        Assert.Contains("Quantum gardener", some.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tide reader", some.Text, StringComparison.Ordinal);
        Assert.Contains("No job fits all of that", none.Text, StringComparison.Ordinal);
        Assert.Equal($"/careers/{posting.Number}/quantum-gardener", some.Document.QuerySelector(".jobs a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/careers?family=%27%3B--&place=abc&written=xx&q=%3Cscript%3E")]
    [InlineData("/careers?place=999999999999999999999")]
    public async Task A_filter_that_is_none_is_no_error(string address) => Assert.Equal(HttpStatusCode.OK, (await factory.Browser().GetAsync(address)).Status);

    [Fact]
    public async Task A_job_is_there_for_people_and_for_search_engines()
    {
        var posting = await factory.LivePostingAsync("Engineer </script><b>bold</b>");

        var page = await factory.Browser().GetAsync($"/careers/{posting.Number}/{posting.Slug}");

        Assert.Equal("Engineer </script><b>bold</b>", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Train models", "Measure them"], page.Document.QuerySelectorAll(".job ul")[0].Children.Select(c => c.TextContent));
        using var data = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var job = data.RootElement;
        Assert.Equal(("JobPosting", "Engineer </script><b>bold</b>", "CNY"), (job.GetProperty("@type").GetString(), job.GetProperty("title").GetString(), job.GetProperty("baseSalary").GetProperty("currency").GetString()));
        Assert.Equal(480_000, job.GetProperty("baseSalary").GetProperty("value").GetProperty("minValue").GetDecimal());
        Assert.Equal($"https://localhost/careers/{posting.Number}/{posting.Slug}", job.GetProperty("url").GetString());
    }

    [Fact]
    public async Task The_text_is_shown_in_the_language_of_the_reader()
    {
        var posting = await factory.LivePostingAsync();

        var page = await factory.Browser(language: "zh-CN").GetAsync($"/careers/{posting.Number}");

        Assert.Contains("训练大模型", page.Text, StringComparison.Ordinal);
        Assert.Equal("zh-CN", page.Document.QuerySelector("article.job")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_feed_lists_live_jobs()
    {
        var posting = await factory.LivePostingAsync("Feed & seed <engineer>");

        var answer = await factory.Browser().Client.GetAsync(new Uri("/careers/feed.xml", UriKind.Relative));
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType!.MediaType);
        var item = feed.Descendants("item").Single(i => i.Element("link")!.Value.Contains(posting.Number + "/", StringComparison.Ordinal));
        Assert.StartsWith("Feed & seed <engineer>", item.Element("title")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_job_says_so_and_a_job_that_never_was_public_is_not_there()
    {
        var live = await factory.LivePostingAsync("Was here");
        var requisition = await factory.OpenRequisitionAsync();
        var draft = await factory.DbAsync(async db =>
        {
            var posting = A.Posting(Actor.System, requisition.Id);
            db.Postings.Add(posting);
            (await db.Postings.SingleAsync(p => p.Id == live.Id)).Close(Actor.System, A.Noon, A.OpenRequest);
            await db.SaveChangesAsync();
            return posting;
        });
        await factory.ServiceAsync((CareersList list) =>
        {
            list.Forget();
            return Task.FromResult(true);
        });
        var browser = factory.Browser();

        var closed = await browser.GetAsync($"/careers/{live.Number}");

        Assert.Equal(HttpStatusCode.Gone, closed.Status);
        Assert.Contains("This job is closed", closed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/careers/{draft.Number}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/careers/PST-999999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/careers/what")).Status);
    }

    [Fact]
    public async Task An_internal_posting_is_not_on_the_public_site()
    {
        var requisition = await factory.OpenRequisitionAsync("Inside only");
        var posting = await factory.DbAsync(async db =>
        {
            var writer = A.Person(Role.Recruiter);
            var posting = new Posting(writer, A.Noon, requisition.Id, PostingKind.Internal, requisition.Title);
            posting.Write(writer, requisition.Title, A.PostingText());
            posting.Pay(writer, null, null, "later");
            posting.Runs(writer, null, DateOnly.FromDateTime(A.Noon).AddDays(9));
            posting.Live();
            db.Postings.Add(posting);
            await db.SaveChangesAsync();
            return posting;
        });

        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser().GetAsync($"/careers/{posting.Number}")).Status);
        Assert.DoesNotContain("Inside only", (await factory.Browser().GetAsync("/careers?q=inside")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_answered_from_memory_until_a_posting_changes()
    {
        await factory.LivePostingAsync("First answer");
        var browser = factory.Browser();
        await browser.GetAsync("/careers?q=cached");
        var again = await browser.GetAsync("/careers?q=cached");

        Assert.True(again.Response.Headers.Age is not null, "The second answer did not come from the cache.");
    }
}
