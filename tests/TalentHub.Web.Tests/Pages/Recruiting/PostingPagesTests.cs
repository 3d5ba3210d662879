using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Content;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Careers;

namespace TalentHub.Web.Tests.Pages.Recruiting;

public sealed class PostingPagesTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Theory]
    [InlineData("/postings")]
    [InlineData("/postings/links")]
    public async Task Neither_a_stranger_nor_an_employee_sees_postings(string path)
    {
        var employee = await factory.PersonAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await factory.Browser().GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(employee).GetAsync(path)).Status);
    }

    [Fact]
    public async Task Both_texts_of_a_posting_stand_in_the_order_of_the_reader()
    {
        var (english, chinese) = (await factory.PersonAsync(Role.Recruiter), await factory.PersonAsync(Role.Recruiter, "王磊", "zh-CN"));
        var requisition = await factory.OpenRequisitionAsync("Two languages");
        var writing = factory.Browser(english);
        var edit = await writing.FollowAsync(await writing.SubmitAsync(await writing.GetAsync($"/postings/new?requisition={requisition.Number}")));
        var number = edit.Path.Split('/')[2];
        await writing.SubmitAsync(edit, Words());

        string[] Order(TestPage page, string what) => [.. page.Document.QuerySelectorAll(what).Select(e => e.GetAttribute("lang")!).Distinct()];
        foreach (var (reader, order) in new[] { (writing, new[] { "en", "zh-CN" }), (factory.Browser(chinese), ["zh-CN", "en"]) })
        {
            Assert.Equal(order, Order(await reader.GetAsync($"/postings/{number}"), "article.job"));
            Assert.Equal(order, Order(await reader.GetAsync($"/postings/{number}/edit"), "main form [lang]"));
        }
    }

    [Fact]
    public async Task A_recruiter_writes_HR_refers_back_and_approves_and_it_is_on_the_careers_site()
    {
        var recruiter = await factory.PersonAsync(Role.Recruiter);
        var hr = await factory.PersonAsync(Role.HR);
        var requisition = await factory.OpenRequisitionAsync("Walk engineer");
        var writing = factory.Browser(recruiter);

        var made = await writing.SubmitAsync(await writing.GetAsync($"/postings/new?requisition={requisition.Number}"));
        var edit = await writing.FollowAsync(made);
        var number = edit.Path.Split('/')[2];
        var saved = await writing.SubmitAsync(edit, Words());
        var details = await writing.FollowAsync(saved);
        await writing.SubmitAsync(details, form: "form[action*='handler=Submit'], form[action$='Submit']");

        var reviewing = factory.Browser(hr);
        var review = await reviewing.GetAsync($"/postings/{number}/review");
        await reviewing.SubmitAsync(review, new Dictionary<string, string?> { ["Comments[Title]"] = "Say the level." });
        var mending = await writing.GetAsync($"/postings/{number}/edit");
        Assert.Contains("Say the level.", mending.Text, StringComparison.Ordinal);
        await writing.SubmitAsync(mending, new Dictionary<string, string?>(Words()) { ["Input.TitleEn"] = "Senior walk engineer" });
        await writing.SubmitAsync(await writing.GetAsync($"/postings/{number}"), form: "form[action*='handler=Submit'], form[action$='Submit']");

        var approved = await reviewing.SubmitAsync(await reviewing.GetAsync($"/postings/{number}"), form: "form[action*='handler=Approve'], form[action$='Approve']");

        Assert.Equal($"/postings/{number}", approved.Location);
        Assert.Contains("Senior walk engineer", (await factory.Browser().GetAsync("/careers")).Text, StringComparison.Ordinal);
        await factory.DbAsync(async db =>
        {
            var posting = await db.Postings.SingleAsync(p => p.RequisitionId == requisition.Id);
            Assert.Equal(PostingState.Live, posting.State);
            Assert.Equal(
                ["Create", "Submit", "ReferBack", "Submit", "Approve"],
                await db.Transitions.Where(t => t.Machine == "posting" && t.SubjectId == posting.Id).OrderBy(t => t.Id).Select(t => t.Trigger).ToListAsync());
            Assert.False(await db.WorkItems.AnyAsync(w => w.Machine == "posting" && w.SubjectId == posting.Id));
        });
    }

    [Fact]
    public async Task A_draft_that_waits_for_review_stands_in_the_reviewers_queue_and_its_writer_cannot_approve_it()
    {
        var hr = await factory.PersonAsync(Role.HR);
        var requisition = await factory.OpenRequisitionAsync();
        var posting = await factory.DbAsync(async db =>
        {
            var posting = A.Posting(hr.Actor, requisition.Id).InReview();
            db.Postings.Add(posting);
            await db.SaveChangesAsync();
            return posting;
        });
        var browser = factory.Browser(hr);

        Assert.Contains($"Review the posting {posting.Number}", (await browser.GetAsync("/today")).Text, StringComparison.Ordinal);
        var page = await browser.GetAsync($"/postings/{posting.Number}");

        Assert.Contains("Whoever wrote a posting may not approve it.", page.Document.QuerySelector("details.refused")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_the_form_is_said_at_its_field_and_the_text_comes_back()
    {
        var recruiter = await factory.PersonAsync(Role.Recruiter);
        var requisition = await factory.OpenRequisitionAsync();
        var posting = await factory.DbAsync(async db =>
        {
            var posting = A.Posting(recruiter.Actor, requisition.Id);
            db.Postings.Add(posting);
            await db.SaveChangesAsync();
            return posting;
        });
        var browser = factory.Browser(recruiter);
        var form = await browser.GetAsync($"/postings/{posting.Number}/edit");

        var again = await browser.SubmitAsync(form, new Dictionary<string, string?>
        {
            ["Input.TitleEn"] = " ", ["Input.TitleZh"] = "", ["Input.SalaryMin"] = "a lot", ["Input.ClosesOn"] = "2026-02-31", ["Input.AboutEn"] = "<b>kept</b>",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("Give the job a title in at least one language.", again.Document.GetElementById("Input_TitleEn-error")!.TextContent);
        Assert.Equal("Write an amount in whole units, such as 480000.", again.Document.GetElementById("Input_SalaryMin-error")!.TextContent);
        Assert.Equal("This is not a date. Write one such as 2027-03-01.", again.Document.GetElementById("Input_ClosesOn-error")!.TextContent);
        Assert.Equal("<b>kept</b>", again.Document.GetElementById("Input_AboutEn")!.TextContent);
        Assert.Equal("a lot", again.Document.GetElementById("Input_SalaryMin")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Questions_are_written_and_a_wrong_one_is_said_at_its_place()
    {
        var recruiter = await factory.PersonAsync(Role.Recruiter);
        var requisition = await factory.OpenRequisitionAsync();
        var posting = await factory.DbAsync(async db =>
        {
            var posting = A.Posting(recruiter.Actor, requisition.Id);
            db.Postings.Add(posting);
            await db.SaveChangesAsync();
            return posting;
        });
        var browser = factory.Browser(recruiter);
        var form = await browser.GetAsync($"/postings/{posting.Number}/questions");
        var typed = new Dictionary<string, string?> { ["Questions[0].PromptEn"] = "When could you start?", ["Questions[0].Type"] = "Choice", ["Questions[0].OptionsEn"] = "Now" };

        var again = await browser.SubmitAsync(form, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("A choice has between 2 and 12 answers.", again.Text, StringComparison.Ordinal);

        typed["Questions[0].OptionsEn"] = "Now\nLater";
        typed["Questions[0].Flags"] = "2";
        var saved = await browser.SubmitAsync(again, typed);

        Assert.Equal($"/postings/{posting.Number}", saved.Location);
        var question = Assert.Single((await factory.DbAsync(db => db.Postings.SingleAsync(p => p.Id == posting.Id))).Questions);
        Assert.Equal((Domain.Recruiting.QuestionType.Choice, "Later", "1"), (question.Type, question.Options[1].En, question.Flags[0]));
    }

    [Fact]
    public async Task A_hiring_manager_sees_the_postings_of_their_jobs_only()
    {
        var posting = await factory.LivePostingAsync();
        var other = await factory.PersonAsync(Role.Employee);
        await factory.OpenRequisitionAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(other).GetAsync($"/postings/{posting.Number}")).Status);
    }

    [Fact]
    public async Task A_closing_is_undone_with_one_press_and_its_mail_never_leaves()
    {
        var author = await factory.PersonAsync(Role.Recruiter);
        var hr = await factory.PersonAsync(Role.HR);
        var requisition = await factory.OpenRequisitionAsync("Undone engineer");
        var id = await factory.DbAsync(async db =>
        {
            var posting = new Posting(author.Actor, A.Noon, requisition.Id, PostingKind.External, new Bilingual("Undone engineer", null));
            db.Postings.Add(posting);
            await db.SaveChangesAsync();
            return posting.Id;
        });
        var browser = factory.Browser(hr);

        var closed = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync($"/postings/PST-{id}"), form: "form[action$='Close']"));
        var mail = await MailAsync();
        Assert.Equal((author.Email, MailState.Waiting, A.Noon.AddMinutes(30)), (mail.To, mail.State, mail.NotBefore));
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(await factory.PersonAsync()).PostAsync($"/postings/PST-{id}?handler=Restore")).Status);
        await browser.SubmitAsync(closed, form: ".toasts form");

        Assert.Equal(PostingState.Draft, await factory.DbAsync(db => db.Postings.Where(p => p.Id == id).Select(p => p.State).SingleAsync()));
        Assert.Equal(MailState.Recalled, (await MailAsync()).State);

        Task<OutboxMail> MailAsync() => factory.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Template == "ended-by-colleague" && m.Machine == "posting" && m.SubjectId == id));
    }

    [Fact]
    public async Task A_stale_form_is_answered_with_the_fresh_record()
    {
        var recruiter = await factory.PersonAsync(Role.Recruiter);
        var requisition = await factory.OpenRequisitionAsync();
        var posting = await factory.DbAsync(async db =>
        {
            var posting = A.Posting(recruiter.Actor, requisition.Id);
            db.Postings.Add(posting);
            await db.SaveChangesAsync();
            return posting;
        });
        var browser = factory.Browser(recruiter);
        var first = await browser.GetAsync($"/postings/{posting.Number}/edit");
        var second = await browser.GetAsync($"/postings/{posting.Number}/edit");
        await browser.SubmitAsync(first, new Dictionary<string, string?> { ["Input.TitleEn"] = "First" });

        var late = await browser.SubmitAsync(second, new Dictionary<string, string?> { ["Input.TitleEn"] = "Second" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Second", late.Document.GetElementById("Input_TitleEn")!.GetAttribute("value"));
        Assert.Equal("First", (await factory.DbAsync(db => db.Postings.SingleAsync(p => p.Id == posting.Id))).Title.En);
    }

    [Fact]
    public async Task A_posting_begins_with_the_text_the_questions_and_the_pay_of_its_role_family()
    {
        var content = ShippedContent.RoleFamily("machine-learning-engineer");
        await factory.DbAsync(async db =>
        {
            db.RoleFamilies.Add(FamilyOf(content));
            await db.SaveChangesAsync();
        });
        var recruiter = await factory.PersonAsync(Role.Recruiter);
        var requisition = await factory.OpenRequisitionAsync();
        var browser = factory.Browser(recruiter);

        await browser.SubmitAsync(await browser.GetAsync($"/postings/new?requisition={requisition.Number}"));

        var posting = await factory.DbAsync(db => db.Postings.SingleAsync(p => p.RequisitionId == requisition.Id));
        Assert.Equal(content.Posting.About.Zh, posting.Text.Zh.About);
        Assert.Equal(content.Questions.Count, posting.Questions.Count);
        Assert.Equal(("CNY", 62_000_000L), (posting.SalaryMin!.Currency, posting.SalaryMin.MinorUnits));
    }

    [Fact]
    public async Task A_source_link_is_made_counted_and_its_code_is_one_of_a_kind()
    {
        var recruiter = await factory.PersonAsync(Role.Recruiter);
        var browser = factory.Browser(recruiter);
        var typed = new Dictionary<string, string?> { ["Input.Label"] = "Board", ["Input.Code"] = "board-1", ["Input.Source"] = "JobBoard" };

        var made = await browser.SubmitAsync(await browser.GetAsync("/postings/links"), typed);
        var taken = await browser.SubmitAsync(await browser.GetAsync("/postings/links"), typed, form: "aside form");
        var wrong = await browser.SubmitAsync(await browser.GetAsync("/postings/links"), new Dictionary<string, string?>(typed) { ["Input.Code"] = "<b>" }, form: "aside form");

        Assert.Equal("/postings/links", made.Location);
        Assert.Equal("This code is taken. Choose another.", taken.Document.GetElementById("Input_Code-error")!.TextContent);
        Assert.Equal("A code has letters, digits and dashes only.", wrong.Document.GetElementById("Input_Code-error")!.TextContent);
        Assert.Contains("https://localhost/careers?src=board-1", (await browser.GetAsync("/postings/links")).Text, StringComparison.Ordinal);
    }

    private static RoleFamily FamilyOf(RoleFamilyContent content) => new(
        content.Code, content.Name, content.Summary, content.PayNote,
        content.Ladder.Select((l, i) => new FamilyLevel(l.Code, i + 3, l.Title, l.Expectation, [.. l.AnnualBase.Select(r => new PayRange(r.Currency, r.Minimum, r.Maximum))])),
        [],
        new FamilyPosting(content.Posting.About, [.. content.Posting.Doing], [.. content.Posting.Bringing], [.. content.Posting.Offering]),
        content.Questions.Select(q => new FamilyQuestion(q.Code, q.Type, q.Required, q.Prompt, [.. q.Options], [.. q.KnockOutAnswers])),
        [], [], []);

    private static Dictionary<string, string?> Words() => new(StringComparer.Ordinal)
    {
        ["Input.AboutEn"] = "About", ["Input.DoingEn"] = "Doing", ["Input.BringingEn"] = "Bringing", ["Input.AboutZh"] = "关于", ["Input.DoingZh"] = "做", ["Input.BringingZh"] = "要",
        ["Input.SalaryMin"] = "480,000", ["Input.SalaryMax"] = "720000", ["Input.Currency"] = "CNY",
    };
}
