using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Demand;

public sealed class RequisitionPagesTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>, IAsyncLifetime
{
    private DemandCompany company = null!;

    public async ValueTask InitializeAsync() => company = await DemandCompany.SetUpAsync(factory);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/demand/requisitions")]
    [InlineData("/demand/requisitions/new")]
    [InlineData("/demand/plan")]
    public async Task A_stranger_signs_in_first_and_an_employee_without_the_right_is_refused(string path)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await factory.Browser().GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(company.Stranger).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(company.Stranger).PostAsync("/demand/requisitions/new")).Status);
    }

    [Fact]
    public async Task A_confidential_request_is_not_there_for_a_recruiter_who_is_not_named_and_is_there_for_HR()
    {
        var id = await FileAsync(t => t with { IsConfidential = true });
        var open = await FileAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(company.Recruiter).GetAsync($"/demand/requisitions/REQ-{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(company.Hr).GetAsync($"/demand/requisitions/REQ-{id}")).Status);
        var list = await factory.Browser(company.Recruiter).GetAsync("/demand/requisitions?state=all");
        Assert.DoesNotContain($"REQ-{id} ", list.Text + " ", StringComparison.Ordinal);
        Assert.Contains($"REQ-{open} ", list.Text + " ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_manager_does_not_see_it_and_what_does_not_exist_looks_the_same()
    {
        var other = await factory.PersonAsync();
        await factory.PersonAsync(managerId: other.Id);
        var id = await FileAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(other).GetAsync($"/demand/requisitions/REQ-{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(other).GetAsync("/demand/requisitions/REQ-999999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(company.Manager).GetAsync("/demand/requisitions/nonsense")).Status);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_is_kept()
    {
        var browser = factory.Browser(company.Manager);
        var form = await browser.GetAsync(DemandCompany.NewPath);
        var before = await factory.DbAsync(db => db.Requisitions.CountAsync());

        var page = await browser.SubmitAsync(form, DemandCompany.Form(factory, ("Input.Seats", "0"), ("Input.TitleEn", null), ("Input.TitleZh", ""), ("Input.ReasonCode", null), ("Input.Why", "<script>alert(1)</script>")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Ask for 1 to 100 people.", page.ErrorAt("Input.Seats"));
        Assert.Equal("Give the job a title.", page.ErrorAt("Input.TitleEn"));
        Assert.Contains("Choose why you need them.", page.Text, StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script>", page.Document.QuerySelector("#Input_Why")!.TextContent.Trim());
        Assert.Equal(before, await factory.DbAsync(db => db.Requisitions.CountAsync()));
    }

    [Theory]
    [InlineData("Input.DepartmentId", "999999", "Choose a department.")]
    [InlineData("Input.LocationId", "-1", "Choose a place.")]
    [InlineData("Input.HiringManagerId", "999999", "Choose the hiring manager.")]
    [InlineData("Input.ReasonCode", "hostile", "Choose why you need them.")]
    [InlineData("Input.Level", "L99", "Choose a level.")]
    [InlineData("Input.Seats", "many", "Write a whole number.")]
    [InlineData("Input.TargetStart", "soon", "This is not a date. Write one such as 2027-03-01.")]
    [InlineData("Input.TargetStart", "0001-01-01", "Choose a day between ")]
    [InlineData("Input.TargetStart", "2020-01-01", "Choose a day between ")]
    [InlineData("Input.TargetStart", "9999-12-31", "Choose a day between ")]
    [InlineData("Input.AnnualCost", "-5", "A yearly cost is between 0 and 1,000,000,000.")]
    public async Task A_foreign_or_unreadable_value_is_refused_at_its_field(string field, string value, string says)
    {
        var browser = factory.Browser(company.Manager);
        var form = await browser.GetAsync(DemandCompany.NewPath);

        var page = await browser.SubmitAsync(form, DemandCompany.Form(factory, (field, value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_saves_second_keeps_what_was_typed_and_sees_what_the_first_wrote()
    {
        var browser = factory.Browser(company.Manager);
        await browser.SubmitAsync(await browser.GetAsync(DemandCompany.NewPath), DemandCompany.Form(factory), button: ("next", "draft"));
        var id = await factory.DbAsync(db => db.Requisitions.MaxAsync(r => r.Id));
        var mine = await browser.GetAsync($"/demand/requisitions/REQ-{id}/edit");
        await browser.SubmitAsync(await browser.GetAsync($"/demand/requisitions/REQ-{id}/edit"), new Dictionary<string, string?> { ["Input.TitleEn"] = "What the first wrote" }, button: ("next", "draft"));

        var late = await browser.SubmitAsync(mine, new Dictionary<string, string?> { ["Input.TitleEn"] = "What the second wrote" }, button: ("next", "draft"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("What the second wrote", late.Document.GetElementById("Input_TitleEn")!.GetAttribute("value"));
        Assert.Contains("What the first wrote", late.Document.QuerySelector("[data-conflict]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_files_one_request()
    {
        var browser = factory.Browser(company.Manager);
        var form = await browser.GetAsync(DemandCompany.NewPath);
        var before = await factory.DbAsync(db => db.Requisitions.CountAsync());

        var first = await browser.SubmitAsync(form, DemandCompany.Form(factory), button: ("next", "draft"));
        var second = await browser.SubmitAsync(form, DemandCompany.Form(factory), button: ("next", "draft"));

        Assert.Equal(before + 1, await factory.DbAsync(db => db.Requisitions.CountAsync()));
        Assert.Equal(first.Location, second.Location);
    }

    [Fact]
    public async Task An_empty_cost_becomes_the_middle_of_the_range_for_each_seat()
    {
        var browser = factory.Browser(company.Manager);
        await browser.SubmitAsync(await browser.GetAsync(DemandCompany.NewPath), DemandCompany.Form(factory), button: ("next", "draft"));

        var cost = await factory.DbAsync(db => db.Requisitions.OrderByDescending(r => r.Id).Select(r => r.AnnualCost).FirstAsync());

        Assert.Equal(new Money(2 * 25_000_000, "USD"), cost);
    }

    [Fact]
    public async Task The_slower_of_two_editors_sees_that_someone_was_faster_and_keeps_their_text()
    {
        var id = await FileAsync();
        var browser = factory.Browser(company.Manager);
        var first = await browser.GetAsync($"/demand/requisitions/REQ-{id}/edit");
        var second = await browser.GetAsync($"/demand/requisitions/REQ-{id}/edit");

        await browser.SubmitAsync(first, new Dictionary<string, string?> { ["Input.Seats"] = "3" }, button: ("next", "draft"));
        var late = await browser.SubmitAsync(second, new Dictionary<string, string?> { ["Input.Why"] = "My words" }, button: ("next", "draft"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("My words", late.Html, StringComparison.Ordinal);
        Assert.Equal(3, await factory.DbAsync(db => db.Requisitions.Where(r => r.Id == id).Select(r => r.Seats).SingleAsync()));
    }

    [Fact]
    public async Task Sending_back_needs_words_and_then_waits_for_the_requester()
    {
        var id = await SubmittedAsync();
        var head = factory.Browser(company.Head);
        var form = await head.GetAsync($"/demand/requisitions/REQ-{id}/send-back");

        var empty = await head.SubmitAsync(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal("Please say why.", empty.ErrorAt("Input.Reason"));
        await head.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Reason"] = "One seat is enough." });

        Assert.Equal(RequisitionState.ChangesRequested, await StateAsync(id));
        Assert.Contains($"Change REQ-{id}", (await factory.Browser(company.Manager).GetAsync("/today")).Text, StringComparison.Ordinal);
        var row = await factory.DbAsync(db => db.Transitions.Where(t => t.Machine == "requisition" && t.SubjectId == id).OrderByDescending(t => t.Id).FirstAsync());
        Assert.Equal(("SendBack", "One seat is enough."), (row.Trigger, row.Reason));
    }

    [Fact]
    public async Task The_requester_cannot_approve_even_with_every_role_and_a_forged_post()
    {
        var boss = await factory.PersonAsync(Role.HR);
        await factory.DbAsync(async db =>
        {
            db.RoleGrants.Add(new TalentHub.Data.Accounts.RoleGrant { PersonId = boss.Id, Role = Role.Finance, GivenAt = A.Noon });
            await db.SaveChangesAsync();
        });
        var id = await SubmittedAsync(requester: boss);
        var browser = factory.Browser(boss);
        var page = await browser.GetAsync($"/demand/requisitions/REQ-{id}");
        Assert.Contains("The person who asked for a hire may not approve it.", page.Text, StringComparison.Ordinal);

        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forged = await browser.PostAsync($"/demand/requisitions/REQ-{id}?handler=Approve", new Dictionary<string, string> { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.Equal(RequisitionState.InApproval, await StateAsync(id));
    }

    [Fact]
    public async Task A_rejection_cancels_the_seats_and_its_undo_brings_them_back()
    {
        var id = await SubmittedAsync();
        var head = factory.Browser(company.Head);
        await head.SubmitAsync(await head.GetAsync($"/demand/requisitions/REQ-{id}/rejection"), new Dictionary<string, string?> { ["Input.Reason"] = "Not this year." });
        Assert.Equal([OpeningState.Cancelled, OpeningState.Cancelled], await SeatsAsync(id));

        var hr = factory.Browser(company.Hr);
        var undone = await hr.SubmitAsync(await hr.GetAsync($"/demand/requisitions/REQ-{id}"), form: "form[action*=Undo]");

        Assert.Equal(HttpStatusCode.Redirect, undone.Status);
        Assert.Equal(RequisitionState.InApproval, await StateAsync(id));
        Assert.Equal([OpeningState.Planned, OpeningState.Planned], await SeatsAsync(id));
        Assert.Contains($"Approve REQ-{id}", (await head.GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_pauses_the_seats_and_resuming_returns()
    {
        var id = await OpenAsync();
        var head = factory.Browser(company.Head);
        var held = await head.SubmitAsync(
            await head.GetAsync($"/demand/requisitions/REQ-{id}/hold"),
            new Dictionary<string, string?> { ["Input.Reason"] = "Budget talks", ["Input.ReviewOn"] = "2026-04-01" });
        Assert.Equal(HttpStatusCode.Redirect, held.Status);
        var page = await head.FollowAsync(held);
        Assert.Contains("Budget talks", page.Text, StringComparison.Ordinal);
        Assert.Equal(RequisitionState.Open, await StateAsync(id));

        var resumed = await head.SubmitAsync(page, new Dictionary<string, string?> { ["Reason"] = "Agreed." }, form: "form[action*=Resume]");

        Assert.Equal(HttpStatusCode.Redirect, resumed.Status);
        Assert.Null(await factory.DbAsync(db => db.Requisitions.Where(r => r.Id == id).Select(r => r.Hold).SingleAsync()));
    }

    [Fact]
    public async Task Closing_is_refused_while_someone_is_undecided_and_the_page_names_them()
    {
        var id = await OpenAsync();
        await factory.DbAsync(async db =>
        {
            var person = new Person(PersonName.Parse("Cara Candidate"), "cara@example.com", null, "en", A.Noon);
            db.People.Add(person);
            await db.SaveChangesAsync();
            db.Applications.Add(A.Application(person.Id, id));
            await db.SaveChangesAsync();
        });
        var hr = factory.Browser(company.Hr);
        var page = await hr.GetAsync($"/demand/requisitions/REQ-{id}/closing");

        Assert.Contains("Cara Candidate", page.Text, StringComparison.Ordinal);
        var refused = await hr.SubmitAsync(page, new Dictionary<string, string?> { ["Input.Reason"] = "Priorities changed." });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Candidates still undecided: 1.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Priorities changed.", refused.Html, StringComparison.Ordinal);
        Assert.Equal(RequisitionState.Open, await StateAsync(id));
    }

    [Fact]
    public async Task A_job_without_candidates_closes_and_reopens_as_a_draft()
    {
        var id = await OpenAsync();
        var hr = factory.Browser(company.Hr);
        await hr.SubmitAsync(await hr.GetAsync($"/demand/requisitions/REQ-{id}/closing"), new Dictionary<string, string?> { ["Input.Reason"] = "Priorities changed." });
        Assert.Equal([OpeningState.Cancelled, OpeningState.Cancelled], await SeatsAsync(id));

        await hr.SubmitAsync(await hr.GetAsync($"/demand/requisitions/REQ-{id}/reopening"), new Dictionary<string, string?> { ["Input.Reason"] = "They changed again." });

        Assert.Equal(RequisitionState.Draft, await StateAsync(id));
    }

    [Fact]
    public async Task Undoing_a_closing_brings_back_job_seats_and_hold_and_recalls_its_mail_and_after_the_window_says_why_not()
    {
        var fresh = new TalentHubFactory();
        await using var _ = fresh;
        var house = await DemandCompany.SetUpAsync(fresh);
        var (id, hr) = (await ClosedAsync(fresh, house), fresh.Browser(house.Hr));
        var mails = await MailsAsync();
        Assert.Equal([house.Manager.Email, house.Recruiter.Email], mails.Select(m => m.To).Order(StringComparer.Ordinal));
        Assert.All(mails, m => Assert.Equal((MailState.Waiting, A.Noon.AddMinutes(30)), (m.State, m.NotBefore)));

        Assert.Equal(HttpStatusCode.Forbidden, (await fresh.Browser(house.Stranger).PostAsync($"/demand/requisitions/REQ-{id}?handler=Undo")).Status);
        await hr.SubmitAsync(await hr.GetAsync($"/demand/requisitions/REQ-{id}"), form: "form[action*=Undo]");

        var back = await fresh.DbAsync(db => db.Requisitions.SingleAsync(r => r.Id == id));
        Assert.Equal((RequisitionState.Open, "Budget talks"), (back.State, back.Hold?.Reason));
        Assert.All(await MailsAsync(), m => Assert.Equal(MailState.Recalled, m.State));
        Assert.All(await fresh.DbAsync(db => db.Openings.Where(o => o.RequisitionId == id).Select(o => o.State).ToListAsync()), s => Assert.Equal(OpeningState.Open, s));

        var other = await ClosedAsync(fresh, house);
        fresh.Clock.Advance(TimeSpan.FromDays(15));
        var page = await hr.GetAsync($"/demand/requisitions/REQ-{other}");
        Assert.Contains("It ended more than 14 days ago, so it can no longer be undone.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*=Undo]"));

        Task<List<OutboxMail>> MailsAsync() => fresh.DbAsync(db => db.Outbox.AsNoTracking().Where(m => m.Template == "ended-by-colleague" && m.SubjectId == id).ToListAsync());
    }

    [Fact]
    public async Task An_evergreen_job_takes_applications_without_a_seat_and_an_offer_waits_for_one_that_was_approved()
    {
        var manager = factory.Browser(company.Manager);
        await manager.SubmitAsync(
            await manager.GetAsync(DemandCompany.NewPath),
            DemandCompany.Form(factory, ("Input.IsEvergreen", "true"), ("Input.Seats", "0"), ("Input.TitleEn", "Evergreen researcher"), ("Input.AnnualCost", null)), button: ("next", "submit"));
        var id = await factory.DbAsync(db => db.Requisitions.MaxAsync(r => r.Id));
        if (await StateAsync(id) == RequisitionState.Draft)
        {
            await manager.SubmitAsync(await manager.GetAsync($"/demand/requisitions/REQ-{id}/submission"), new Dictionary<string, string?> { ["Input.Reason"] = "All year round." });
        }

        await OpenedAsync(id);
        Assert.Empty(await SeatsAsync(id));

        // Somebody applies; the decision to hire finds no seat, and says so.
        var facts = await factory.DbAsync(async db =>
        {
            var person = new Person(PersonName.Parse("Eve Green"), $"eve{id}@example.org", null, "en", A.Noon);
            db.People.Add(person);
            await db.SaveChangesAsync();
            var application = A.Application(person.Id, id);
            db.Applications.Add(application);
            await db.SaveChangesAsync();
            return application;
        });
        var known = await factory.ServiceAsync<TalentHub.Services.Screening.ApplicationFactsLoader, Domain.Screening.ApplicationFacts>(l => l.LoadAsync(facts, CancellationToken.None));
        Assert.Equal((true, 0), (known.RequisitionOpen, known.OpenSeats));

        // Asked for by the manager, approved by the same chain, numbered and open.
        var asked = await manager.SubmitAsync(
            await manager.GetAsync($"/demand/requisitions/REQ-{id}/seats"),
            new Dictionary<string, string?> { ["Input.Seats"] = "2", ["Input.AnnualCost"] = "400000", ["Input.Reason"] = "Two strong people." });
        Assert.Equal($"/demand/requisitions/REQ-{id}", asked.Location);
        Assert.Contains("further seats: 2", (await manager.GetAsync($"/demand/requisitions/REQ-{id}")).Text, StringComparison.Ordinal);
        Assert.Contains($"Approve further seats for REQ-{id}", (await factory.Browser(company.Head).GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.Null((await manager.GetAsync($"/demand/requisitions/REQ-{id}")).Document.QuerySelector("form[action*=GrantSeats]"));
        Assert.Empty(await SeatsAsync(id));
        foreach (var approver in new[] { company.Head, company.Hr })
        {
            var browser = factory.Browser(approver);
            await browser.SubmitAsync(await browser.GetAsync($"/demand/requisitions/REQ-{id}"), form: "form[action*=GrantSeats]");
        }

        Assert.Equal([OpeningState.Open, OpeningState.Open], await SeatsAsync(id));
        Assert.Equal(2, (await factory.ServiceAsync<TalentHub.Services.Screening.ApplicationFactsLoader, Domain.Screening.ApplicationFacts>(l => l.LoadAsync(facts, CancellationToken.None))).OpenSeats);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(company.Stranger).GetAsync($"/demand/requisitions/REQ-{id}/seats")).Status);
        var empty = await manager.SubmitAsync(await manager.GetAsync($"/demand/requisitions/REQ-{id}/seats"), new Dictionary<string, string?> { ["Input.AnnualCost"] = "1" });
        Assert.Equal("Say how many people you want to hire.", empty.ErrorAt("Input.Seats"));
        Assert.Contains("常年招聘", (await factory.Browser(await factory.PersonAsync(Role.HR, "王芳", "zh-CN")).GetAsync($"/demand/requisitions/REQ-{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seats_that_are_refused_are_told_to_who_asked_and_the_job_goes_on()
    {
        var id = await OpenAsync(t => t with { IsEvergreen = true, Seats = 0, AnnualCost = new Money(0, "USD") });
        var manager = factory.Browser(company.Manager);
        await manager.SubmitAsync(
            await manager.GetAsync($"/demand/requisitions/REQ-{id}/seats"),
            new Dictionary<string, string?> { ["Input.Seats"] = "1", ["Input.AnnualCost"] = "0", ["Input.Reason"] = "One more." });
        var head = factory.Browser(company.Head);

        var form = await head.GetAsync($"/demand/requisitions/REQ-{id}/seats/refusal");
        Assert.Equal("Please say why.", (await head.SubmitAsync(form)).ErrorAt("Input.Reason"));
        await head.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Reason"] = "Not this quarter." });

        Assert.Equal(RequisitionState.Open, await StateAsync(id));
        Assert.Empty(await SeatsAsync(id));
        var mail = await factory.DbAsync(db => db.Outbox.SingleAsync(m => m.Template == "sent-back" && m.SubjectId == id));
        Assert.Equal(company.Manager.Email, mail.To);
        Assert.Contains("Not this quarter.", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_filled_seat_fills_the_request()
    {
        var id = await OpenAsync();

        await factory.DbAsync(async db =>
        {
            foreach (var seat in await db.Openings.Where(o => o.RequisitionId == id).ToListAsync())
            {
                seat.Reserve(default, Actor.System, A.Noon, 1);
                seat.Fill(Actor.System, A.Noon, 1);
            }

            await db.SaveChangesAsync();
        });

        Assert.Equal(RequisitionState.Filled, await StateAsync(id));
    }

    [Fact]
    public async Task HR_cancels_one_seat_with_a_reason_and_nobody_else_does()
    {
        var id = await OpenAsync();
        var seat = await factory.DbAsync(db => db.Openings.Where(o => o.RequisitionId == id).Select(o => o.Id).MinAsync());
        var path = $"/demand/requisitions/REQ-{id}/seats/OPN-{seat}/cancellation";
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(company.Recruiter).GetAsync(path)).Status);
        var hr = factory.Browser(company.Hr);
        var form = await hr.GetAsync(path);

        Assert.Equal("Please say why.", (await hr.SubmitAsync(form)).ErrorAt("Input.Reason"));
        await hr.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Reason"] = "One is enough." });
        var again = await hr.SubmitAsync(await hr.GetAsync(path), new Dictionary<string, string?> { ["Input.Reason"] = "Again." });

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal([OpeningState.Cancelled, OpeningState.Open], await SeatsAsync(id));
        Assert.Equal(HttpStatusCode.NotFound, (await hr.GetAsync($"/demand/requisitions/REQ-{id + 1}/seats/OPN-{seat}/cancellation")).Status);
    }

    [Fact]
    public async Task The_list_filters_by_what_stands_in_the_address_in_both_languages()
    {
        var id = await FileAsync(t => t with { Title = new Bilingual("Tokeniser keeper", "分词器管理员") });
        var hr = factory.Browser(company.Hr);

        var found = await hr.GetAsync("/demand/requisitions?q=tokeniser&state=Draft&department=" + factory.Company.DepartmentId);
        Assert.Equal([$"/demand/requisitions/REQ-{id}"], found.Document.QuerySelectorAll("td.main a").Select(a => a.GetAttribute("href")!));
        var chinese = factory.Browser(await factory.PersonAsync(Role.HR, "王芳", "zh-CN"));
        Assert.Contains("分词器管理员", (await chinese.GetAsync("/demand/requisitions?q=分词")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await hr.GetAsync("/demand/requisitions?state=hostile&department=x&after=99&before=zz&q=%25%27")).Status);
    }

    [Fact]
    public async Task A_page_in_chinese_says_everything_in_chinese()
    {
        var id = await SubmittedAsync();
        var reader = await factory.PersonAsync(Role.HR, "王芳", "zh-CN");
        var browser = factory.Browser(reader);

        var page = await browser.GetAsync($"/demand/requisitions/REQ-{id}");
        Assert.Contains("审批中", page.Text, StringComparison.Ordinal);
        Assert.Contains("当前环节等待其他人审批。", page.Text, StringComparison.Ordinal);
        Assert.Contains("机器学习工程师", page.Text, StringComparison.Ordinal);
        Assert.Contains("招聘人数", (await browser.GetAsync(DemandCompany.NewPath)).Text, StringComparison.Ordinal);
        Assert.Contains("编制计划", (await browser.GetAsync("/demand/plan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_opening_leads_to_the_interview_plan_that_it_lacks_and_back_to_an_open_job()
    {
        var id = await ApprovedAsync();
        await factory.DbAsync(db => db.Set<Domain.Interviews.InterviewPlan>().Where(p => p.RequisitionId == id).ExecuteDeleteAsync());
        var recruiter = factory.Browser(company.Recruiter);
        var opening = await recruiter.GetAsync($"/demand/requisitions/REQ-{id}/opening");
        Assert.Contains("It has no interview plan yet.", opening.Text, StringComparison.Ordinal);

        var link = opening.Document.QuerySelectorAll("main a").Single(a => a.TextContent.Trim() == "Write the interview plan").GetAttribute("href")!;
        var plan = await recruiter.GetAsync(link);
        Assert.Equal($"/jobs/REQ-{id}/plan", link);
        Assert.Equal(HttpStatusCode.OK, plan.Status);
        await recruiter.SubmitAsync(plan);

        await recruiter.SubmitAsync(await recruiter.GetAsync($"/demand/requisitions/REQ-{id}/opening"));
        Assert.Equal(RequisitionState.Open, await StateAsync(id));
    }

    [Fact]
    public async Task A_second_similar_request_is_shown_the_first()
    {
        var first = await FileAsync();
        var second = await FileAsync();

        var page = await factory.Browser(company.Manager).GetAsync($"/demand/requisitions/REQ-{second}/submission");

        Assert.Contains("A similar request exists:", page.Text, StringComparison.Ordinal);
        Assert.Contains($"REQ-{first} ", page.Text, StringComparison.Ordinal);
    }

    private Task<long> FileAsync(Func<RequisitionTerms, RequisitionTerms>? change = null, TestPerson? requester = null) => factory.DbAsync(async db =>
    {
        var by = requester ?? company.Manager;
        var requisition = A.Requisition().RequestedBy(by.Actor)
            .With(t => t with { DepartmentId = factory.Company.DepartmentId, LocationId = factory.Company.LocationId })
            .With(change ?? (t => t)).Draft();
        db.Requisitions.Add(requisition);
        await db.SaveChangesAsync();
        return requisition.Id;
    });

    private async Task<long> SubmittedAsync(TestPerson? requester = null, Func<RequisitionTerms, RequisitionTerms>? change = null)
    {
        var id = await FileAsync(change, requester);
        var browser = factory.Browser(requester ?? company.Manager);
        var sent = await browser.SubmitAsync(await browser.GetAsync($"/demand/requisitions/REQ-{id}/submission"), new Dictionary<string, string?> { ["Input.Reason"] = "Needed." });
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        return id;
    }

    private static async Task<long> ClosedAsync(TalentHubFactory factory, DemandCompany house)
    {
        var id = await factory.DbAsync(async db =>
        {
            var requisition = A.Requisition().RequestedBy(new Actor(house.Manager.Id, ActorKind.Person, RoleRights.Of(Role.Employee) | RoleRights.Of(Relation.Manager)))
                .With(t => t with { DepartmentId = factory.Company.DepartmentId, LocationId = factory.Company.LocationId }).Open();
            requisition.RunBy(house.Recruiter.Id);
            requisition.PutOnHold(A.RequisitionFacts(), house.Hr.Actor, A.Noon, "Budget talks", null);
            requisition.TakeEvents();
            db.Requisitions.Add(requisition);
            await db.SaveChangesAsync();
            var seat = new Opening(Actor.System, A.Noon, requisition.Id);
            seat.Approve(Actor.System, A.Noon);
            seat.Open(Actor.System, A.Noon);
            db.Openings.Add(seat);
            await db.SaveChangesAsync();
            return requisition.Id;
        });
        var hr = factory.Browser(house.Hr);
        await hr.SubmitAsync(await hr.GetAsync($"/demand/requisitions/REQ-{id}/closing"), new Dictionary<string, string?> { ["Input.Reason"] = "Priorities changed." });
        return id;
    }

    private async Task<long> ApprovedAsync(Func<RequisitionTerms, RequisitionTerms>? change = null)
    {
        var id = await SubmittedAsync(change: change);
        await ApproveAllAsync(id);
        return id;
    }

    private async Task ApproveAllAsync(long id)
    {
        foreach (var approver in new[] { company.Head, company.Hr })
        {
            var browser = factory.Browser(approver);
            var page = await browser.GetAsync($"/demand/requisitions/REQ-{id}");
            await browser.SubmitAsync(page, form: "form[action*=Approve]");
        }
    }

    private async Task<long> OpenAsync(Func<RequisitionTerms, RequisitionTerms>? change = null)
    {
        var id = await SubmittedAsync(change: change);
        await OpenedAsync(id);
        return id;
    }

    private async Task OpenedAsync(long id)
    {
        await ApproveAllAsync(id);
        await DemandCompany.InterviewPlanAsync(factory, id);
        var recruiter = factory.Browser(company.Recruiter);
        await recruiter.SubmitAsync(await recruiter.GetAsync($"/demand/requisitions/REQ-{id}/opening"));
        Assert.Equal(RequisitionState.Open, await StateAsync(id));
    }

    private Task<RequisitionState> StateAsync(long id) => factory.DbAsync(db => db.Requisitions.Where(r => r.Id == id).Select(r => r.State).SingleAsync());

    private Task<List<OpeningState>> SeatsAsync(long id) =>
        factory.DbAsync(db => db.Openings.Where(o => o.RequisitionId == id).OrderBy(o => o.Id).Select(o => o.State).ToListAsync());
}
