using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Careers;

public sealed class ApplyTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private static readonly Dictionary<string, string?> Ada = new(StringComparer.Ordinal)
    {
        ["Input.Name"] = "Ada King Lovelace", ["Input.Email"] = "ada@example.org", ["Input.Phone"] = "+44 20 7946 0000", ["Input.Profile"] = "github.com/ada", ["Input.Consent"] = "yes",
    };

    [Fact]
    public async Task A_stranger_applies_and_gets_a_status_page_a_mail_and_a_record_with_the_notice_they_agreed_to()
    {
        var posting = await factory.LivePostingAsync(questions: A.YesNo("visa", true, "no"));
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");
        Assert.Equal(HttpStatusCode.OK, form.Status);

        var sent = await browser.SubmitAsync(form, new Dictionary<string, string?>(Ada) { ["Input.Answers[visa]"] = "no", ["Input.Pool"] = "yes", ["Input.Letter"] = "Hello" },
            files: Resume("Ada King Lovelace\nada@example.org"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Matches("^/c/[A-Za-z0-9_-]{22}$", sent.Location);
        await factory.DbAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.PostingId == posting.Id);
            var person = await db.People.SingleAsync(p => p.Id == application.PersonId);
            Assert.Equal(("Ada King", "Lovelace", "ada@example.org"), (person.Name.Given, person.Name.Family, person.Email));
            Assert.Equal("https://github.com/ada", person.ProfileLink);
            Assert.Equal((ApplicationState.Received, Source.CareersSite, "Hello"), (application.State, application.Source, application.Letter));
            var answer = Assert.Single(application.Answers);
            Assert.True(answer.IsFlagged);
            Assert.Equal("no", answer.Value);

            var notice = await db.Notices.SingleAsync();
            var consents = await db.Consents.Where(c => c.PersonId == person.Id).OrderBy(c => c.Purpose).ToListAsync();
            Assert.Equal([Purpose.Application, Purpose.TalentPool], consents.Select(c => c.Purpose).Order());
            Assert.All(consents, c => Assert.Equal((notice.Id, "en", A.Noon), (c.NoticeVersionId, c.Language, c.GivenAt)));
            Assert.Equal(notice.Id, application.NoticeVersionId);

            var file = await db.Files.SingleAsync(f => f.PersonId == person.Id);
            Assert.Equal((FileKind.Resume, "cv.txt", application.ResumeFileId), (file.Kind, file.FileName, file.Id));
            Assert.Null(file.DropAt);

            var mail = await db.Outbox.SingleAsync(m => m.PersonId == person.Id);
            Assert.Equal(("application-received", "ada@example.org", "en"), (mail.Template, mail.To, mail.Language));
            Assert.DoesNotContain(sent.Location![3..], mail.Body, StringComparison.Ordinal);
            Assert.NotNull(mail.SecretBody);
        });

        var status = await browser.FollowAsync(sent);
        Assert.Equal(HttpStatusCode.OK, status.Status);
        Assert.Contains("A person will read it", status.Text, StringComparison.Ordinal);
        Assert.Contains("cv.txt", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_everything_typed_comes_back()
    {
        var posting = await factory.LivePostingAsync(questions: A.YesNo());
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");

        var again = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Name"] = "李明", ["Input.Email"] = "not an address", ["Input.Letter"] = "I like <b>models</b>" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("This is not an e-mail address.", again.Document.GetElementById("Input_Email-error")!.TextContent);
        Assert.Equal("Please answer this question.", again.Document.GetElementById("Input_Answers[visa]-error")!.TextContent);
        Assert.StartsWith("Please read the privacy notice", again.Document.GetElementById("Input_Consent-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["#Input_Email", "#Input_Answers_visa_", "#Input_Consent"],
            again.Document.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain("?:", again.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("李明", again.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal("not an address", again.Document.QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
        Assert.Equal("I like <b>models</b>", again.Document.QuerySelector("[name='Input.Letter']")!.TextContent);
        Assert.False(await factory.DbAsync(db => db.Applications.AnyAsync(a => a.PostingId == posting.Id)));
    }

    [Fact]
    public async Task In_Chinese_the_form_the_consent_and_the_mail_are_Chinese()
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser(language: "zh-CN");
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");
        Assert.Contains("隐私声明", form.Text, StringComparison.Ordinal);

        var sent = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Name"] = "李明", ["Input.Email"] = "liming@example.cn", ["Input.Consent"] = "yes" });

        Assert.StartsWith("/c/", sent.Location, StringComparison.Ordinal);
        await factory.DbAsync(async db =>
        {
            var mail = await db.Outbox.SingleAsync(m => m.To == "liming@example.cn");
            Assert.Contains("李明，您好", mail.Body, StringComparison.Ordinal);
            Assert.Equal("zh-CN", (await db.Consents.SingleAsync(c => c.PersonId == mail.PersonId)).Language);
        });
    }

    [Fact]
    public async Task The_same_form_sent_eight_times_at_once_is_one_application_and_one_page()
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.SubmitAsync(form, Ada)));

        Assert.Single(answers.Select(a => a.Location).Distinct());
        Assert.StartsWith("/c/", answers[0].Location, StringComparison.Ordinal);
        Assert.Equal(1, await factory.DbAsync(db => db.Applications.CountAsync(a => a.PostingId == posting.Id)));
    }

    [Fact]
    public async Task A_known_address_makes_a_record_of_its_own_and_a_suspicion_and_changes_nobody()
    {
        var known = await factory.PersonAsync(Role.Employee, "Grace Hopper");
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");

        await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Name"] = "Mallory", ["Input.Email"] = known.Email, ["Input.Phone"] = "12345678", ["Input.Consent"] = "yes" });

        await factory.DbAsync(async db =>
        {
            var before = await db.People.SingleAsync(p => p.Id == known.Id);
            Assert.Equal(("Grace Hopper", null), (before.Name.Display, before.Phone));
            var application = await db.Applications.SingleAsync(a => a.PostingId == posting.Id);
            Assert.NotEqual(known.Id, application.PersonId);
            Assert.True(await db.DuplicatePairs.AnyAsync(p => p.FirstId == known.Id || p.SecondId == known.Id));
        });
    }

    [Fact]
    public async Task The_link_that_someone_came_by_is_the_source_of_their_application()
    {
        var posting = await factory.LivePostingAsync();
        await factory.DbAsync(async db =>
        {
            db.SourceLinks.Add(new SourceLink("fair-26", Source.University, "Spring fair", null, 1, A.Noon));
            await db.SaveChangesAsync();
        });
        var browser = factory.Browser();
        var job = await browser.GetAsync($"/careers/{posting.Number}/{posting.Slug}?src=fair-26");
        var form = await browser.GetAsync(job.Document.QuerySelector(".apply-box a.btn")!.GetAttribute("href")!);

        await browser.SubmitAsync(form, Ada);

        var application = await factory.DbAsync(db => db.Applications.SingleAsync(a => a.PostingId == posting.Id));
        Assert.Equal((Source.University, "Spring fair"), (application.Source, application.SourceDetail));
    }

    [Fact]
    public async Task A_robot_that_fills_in_the_hidden_field_is_thanked_and_forgotten()
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");

        var answer = await browser.SubmitAsync(form, new Dictionary<string, string?>(Ada) { ["Input.Website"] = "https://spam.example" });

        Assert.Equal("/careers/thanks", answer.Location);
        Assert.False(await factory.DbAsync(db => db.Applications.AnyAsync(a => a.PostingId == posting.Id)));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_taken()
    {
        var posting = await factory.LivePostingAsync();

        var answer = await factory.Browser().PostAsync($"/careers/{posting.Number}/apply", new Dictionary<string, string> { ["Input.Name"] = "Eve" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData(PostingTrigger.Pause)]
    [InlineData(PostingTrigger.Close)]
    public async Task A_job_that_is_no_longer_live_takes_no_application_even_from_a_form_that_was_open(PostingTrigger trigger)
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");
        await factory.DbAsync(async db =>
        {
            var row = await db.Postings.SingleAsync(p => p.Id == posting.Id);
            if (trigger == PostingTrigger.Pause)
            {
                row.Pause(Actor.System, A.Noon, A.OpenRequest, "test");
            }
            else
            {
                row.Close(Actor.System, A.Noon, A.OpenRequest);
            }

            await db.SaveChangesAsync();
        });

        var answer = await browser.SubmitAsync(form, Ada);

        Assert.Equal($"/careers/{posting.Number}", answer.Location);
        Assert.False(await factory.DbAsync(db => db.Applications.AnyAsync(a => a.PostingId == posting.Id)));
    }

    [Theory]
    [InlineData("cv.pdf", "GIF89a\0\0\0", "This kind of file cannot be read. Use PDF, Word (.docx) or plain text.")]
    [InlineData("cv.docx", "", "This file is empty.")]
    [InlineData("cv.html", "<html><script>alert(1)</script>", "This kind of file cannot be read. Use PDF, Word (.docx) or plain text.")]
    public async Task A_file_that_we_do_not_take_is_said_at_its_field_and_the_typed_text_comes_back(string name, string content, string sentence)
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");

        var again = await browser.SubmitAsync(form, Ada, files: Resume(content, name));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(sentence, again.Document.GetElementById("Input_File-error")!.TextContent);
        Assert.Equal("Ada King Lovelace", again.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.False(await factory.DbAsync(db => db.Applications.AnyAsync(a => a.PostingId == posting.Id)));
    }

    [Fact]
    public async Task A_body_far_over_the_limit_is_not_read_and_the_page_says_so()
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");

        var answer = await browser.SubmitAsync(form, Ada, files: new Dictionary<string, (string, byte[])> { ["Input.File"] = ("big.txt", new byte[12 * 1024 * 1024]) });
        var page = await browser.FollowAsync(answer);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("The file was too big", page.Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, (string FileName, byte[] Content)> Resume(string text, string name = "cv.txt") =>
        new(StringComparer.Ordinal) { ["Input.File"] = (name, Encoding.UTF8.GetBytes(text)) };
}
