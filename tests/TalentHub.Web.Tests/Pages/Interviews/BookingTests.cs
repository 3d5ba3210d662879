using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Interviews;

public sealed class BookingTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task A_booking_invites_candidate_and_interviewer_each_in_their_language_and_zone()
    {
        var scene = await InterviewScene.SetAsync(factory);

        var interview = await scene.BookAsync(scene.First);

        var mails = await scene.MailsAsync(interview);
        var candidate = mails.Single(m => m.PersonId == scene.CandidateId);
        Assert.Equal("zh-CN", candidate.Language);
        Assert.Contains("2026年3月4日", candidate.Body, StringComparison.Ordinal);
        Assert.Contains("08:00（纽约时间）", candidate.Body, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=America/New_York:20260304T080000", Unfolded(candidate.Calendar!), StringComparison.Ordinal);
        Assert.Contains("SUMMARY:面试：", Unfolded(candidate.Calendar!), StringComparison.Ordinal);
        Assert.DoesNotContain("/i/", candidate.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/i/", candidate.Calendar!, StringComparison.Ordinal);
        var interviewer = mails.Single(m => m.PersonId == scene.First.Id);
        Assert.Contains("21:00 (Shanghai time); For the candidate: Wednesday, 4 March 2026, 08:00 (New York time)", interviewer.Body, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Asia/Shanghai:20260304T210000", Unfolded(interviewer.Calendar!), StringComparison.Ordinal);
        Assert.All(mails, m => Assert.Equal("REQUEST", m.CalendarMethod));
    }

    [Fact]
    public async Task Missing_fields_are_said_at_the_field_and_nothing_is_booked()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var slot = scene.Slot();
        slot["Input.Time"] = "";
        slot["Input.CandidateZone"] = "Mars/Olympus";

        var page = await scene.BookingAsync(slot);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Choose a time.", page.ErrorAt("Input.Time"));
        Assert.Equal("This time zone is not known.", page.ErrorAt("Input.CandidateZone"));
        Assert.Equal("Choose at least one interviewer.", page.ErrorAt("Input.InterviewerIds"));
        Assert.Contains("https://meet.example.com/room", page.Html, StringComparison.Ordinal);
        Assert.False(await factory.DbAsync(db => db.Interviews.AnyAsync(i => i.ApplicationId == scene.ApplicationId && i.StartsAt != null)));
    }

    [Fact]
    public async Task A_past_time_and_a_script_as_link_are_refused()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var past = scene.Slot(day: scene.Day(-3));
        var script = scene.Slot();
        script["Input.Link"] = "javascript:alert(1)";

        Assert.Equal("This time has passed. Choose a later one.", (await scene.BookingAsync(past, scene.First)).ErrorAt("Input.Day"));
        Assert.Equal("A link starts with https://.", (await scene.BookingAsync(script, scene.First)).ErrorAt("Input.Link"));
    }

    [Fact]
    public async Task A_clash_is_said_and_passes_only_with_a_reason()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var other = await InterviewScene.SetAsync(factory);
        await scene.BookAsync(scene.First);
        var slot = scene.Slot();
        slot["Input.Reason"] = "";

        var browser = factory.Browser(other.Recruiter);
        var form = await browser.GetAsync($"/applications/APP-{other.ApplicationId}/interviews/new");
        var refused = await browser.SubmitAsync(form, InterviewScene.With(slot, scene.First));
        slot["Input.Reason"] = "Both sit in one room.";
        var booked = await browser.SubmitAsync(refused, InterviewScene.With(slot, scene.First));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.StartsWith("Ina First has another interview at that time.", refused.ErrorAt("Input.Reason"), StringComparison.Ordinal);
        Assert.EndsWith("Please say why.", refused.ErrorAt("Input.Reason"), StringComparison.Ordinal);
        Assert.Contains("One thing needs a look", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, booked.Status);
    }

    [Fact]
    public async Task Checking_shows_both_clocks_and_books_nothing()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var browser = factory.Browser(scene.Recruiter);
        var path = $"/applications/APP-{scene.ApplicationId}/interviews/new";
        var form = await browser.GetAsync(path);
        form.Document.QuerySelector("main form[method=post]")!.SetAttribute("action", path + "?handler=Check");

        var page = await browser.SubmitAsync(form, InterviewScene.With(scene.Slot(), scene.First));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("For you Wednesday, 4 March 2026, 21:00 (Shanghai time), for 林小雨 Wednesday, 4 March 2026, 08:00 (New York time)", page.Text, StringComparison.Ordinal);
        Assert.Contains("It is before 8:00 or after 20:00 for Ina First.", page.Text, StringComparison.Ordinal);
        Assert.False(await factory.DbAsync(db => db.Interviews.AnyAsync(i => i.ApplicationId == scene.ApplicationId && i.StartsAt != null)));
    }

    [Fact]
    public async Task Zones_are_chosen_by_city_and_offset_in_the_readers_language()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var chinese = await factory.PersonAsync(Role.Recruiter, "王磊", "zh-CN");

        var english = await factory.Browser(scene.Recruiter).GetAsync($"/applications/APP-{scene.ApplicationId}/interviews/new");
        var page = await factory.Browser(chinese).GetAsync($"/applications/APP-{scene.ApplicationId}/interviews/new");

        string Chosen(TestPage on, string name) => on.Document.QuerySelector($"select[name='{name}'] option[selected]")!.TextContent;
        Assert.Equal("Shanghai (UTC+8)", Chosen(english, "Input.Zone"));
        Assert.Equal("New York (UTC−5)", Chosen(english, "Input.CandidateZone"));
        Assert.Equal("北京、上海（UTC+8）", Chosen(page, "Input.Zone"));
        Assert.Equal("纽约（UTC−5）", Chosen(page, "Input.CandidateZone"));
        Assert.DoesNotContain("Asia/", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_on_a_confidential_job_waits_only_for_those_who_may_know_of_it()
    {
        var scene = await InterviewScene.SetAsync(factory, isConfidential: true);
        var coordinator = await factory.PersonAsync(Role.Coordinator);
        var recruiter = await factory.PersonAsync(Role.Recruiter);
        Task<Capability?[]> QueuesAsync() => factory.DbAsync(db => db.WorkItems
            .Where(w => w.Machine == "interview" && db.Interviews.Any(i => i.Id == w.SubjectId && i.ApplicationId == scene.ApplicationId)).Select(w => w.Queue).ToArrayAsync());

        // One item, by name; the coordinators' queue holds none.
        Assert.Equal([null], await QueuesAsync());
        var interviewId = await factory.DbAsync(db => db.Interviews.Where(i => i.ApplicationId == scene.ApplicationId).Select(i => i.Id).SingleAsync());
        Assert.Null((await factory.Browser(coordinator).GetAsync("/today")).Document.QuerySelector($"a[href='/interviews/INT-{interviewId}']"));
        Assert.NotNull((await factory.Browser(scene.Recruiter).GetAsync("/today")).Document.QuerySelector($"a[href='/interviews/INT-{interviewId}']"));

        // Nobody runs it any more: HR is asked, not all recruiters.
        await factory.DbAsync(async db =>
        {
            await db.Requisitions.Where(r => r.Id == scene.RequisitionId).ExecuteUpdateAsync(set => set.SetProperty(r => r.RecruiterId, (long?)null));
            (await db.Interviews.SingleAsync(i => i.ApplicationId == scene.ApplicationId)).AskAvailability(new InterviewFacts(), Actor.System, A.Noon);
            await db.SaveChangesAsync();
        });
        var queue = Assert.Single(await QueuesAsync())!.Value;
        Assert.True(scene.HR.Actor.May(queue));
        Assert.False(recruiter.Actor.May(queue) || coordinator.Actor.May(queue));
    }

    [Fact]
    public async Task Whom_the_plan_names_for_a_round_is_ticked_already()
    {
        var first = await factory.PersonAsync(Role.Employee, "Ned Named");
        var second = await factory.PersonAsync(Role.Employee, "Nora Named");
        var scene = await InterviewScene.SetAsync(factory, rounds: Testing.A.Round(interviewers: [first.Id, second.Id, 999_999]));

        var form = await factory.Browser(scene.Recruiter).GetAsync($"/applications/APP-{scene.ApplicationId}/interviews/new?round={scene.RoundIds[0]}");

        Assert.Equal(
            new[] { first.Id, second.Id }.Select(id => $"{id}").Order(StringComparer.Ordinal),
            form.Document.QuerySelectorAll("input[name='Input.InterviewerIds'][checked]").Select(i => i.GetAttribute("value")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_clock_on_which_the_candidate_was_told_one_time_is_offered_for_the_next()
    {
        var scene = await InterviewScene.SetAsync(factory);
        await scene.BookAsync(scene.First);
        await factory.DbAsync(db => db.Interviews.Where(i => i.ApplicationId == scene.ApplicationId).ExecuteUpdateAsync(set => set.SetProperty(i => i.CandidateZone, "Europe/Lisbon")));

        var next = await factory.Browser(scene.Recruiter).GetAsync($"/applications/APP-{scene.ApplicationId}/interviews/new");

        Assert.Equal("Europe/Lisbon", next.Document.QuerySelector("[name='Input.CandidateZone'] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Today_says_which_round_and_at_which_hour_on_the_readers_clock()
    {
        var scene = await InterviewScene.SetAsync(factory);
        await scene.BookAsync(scene.First);

        var today = await factory.Browser(scene.First).GetAsync("/today");

        Assert.Contains("Say whether you can interview 林小雨: Coding", today.Text, StringComparison.Ordinal);
        Assert.Contains("4 Mar 2026, 21:00", today.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_check_the_main_button_books()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var browser = factory.Browser(scene.Recruiter);
        var path = $"/applications/APP-{scene.ApplicationId}/interviews/new?round={scene.RoundIds[0]}";
        var form = await browser.GetAsync(path);
        form.Document.QuerySelector("main form[method=post]")!.SetAttribute("action", path + "&handler=Check");

        var check = await browser.SubmitAsync(form, InterviewScene.With(scene.Slot(), scene.First));
        var booked = await browser.SubmitAsync(check, InterviewScene.With(scene.Slot(), scene.First));

        Assert.Equal(HttpStatusCode.Redirect, booked.Status);
        Assert.True(await factory.DbAsync(db => db.Interviews.AnyAsync(i => i.ApplicationId == scene.ApplicationId && i.StartsAt != null)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&handler=Check")]
    public async Task A_day_that_no_one_means_and_a_stranger_as_interviewer_are_refused_at_their_fields(string handler)
    {
        var scene = await InterviewScene.SetAsync(factory);
        var browser = factory.Browser(scene.Recruiter);
        var path = $"/applications/APP-{scene.ApplicationId}/interviews/new?round={scene.RoundIds[0]}";
        var form = await browser.GetAsync(path);
        form.Document.QuerySelector("main form[method=post]")!.SetAttribute("action", path + handler);
        var far = scene.Slot("23:59");
        far["Input.Day"] = "9999-12-31";
        var stranger = scene.Slot();
        stranger["Input.InterviewerIds"] = "999999";

        var late = await browser.SubmitAsync(form, InterviewScene.With(far, scene.First));
        var foreign = await browser.SubmitAsync(form, stranger);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.StartsWith("Choose a day between", late.ErrorAt("Input.Day"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.Status);
        Assert.Equal("Choose interviewers from the list.", foreign.ErrorAt("Input.InterviewerIds"));
        Assert.Contains("https://meet.example.com/room", foreign.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_tells_everyone_with_a_higher_sequence_and_takes_it_from_those_who_left()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        var browser = factory.Browser(scene.Recruiter);
        var form = await browser.GetAsync($"/interviews/INT-{interview}/move");

        var without = await browser.SubmitAsync(form, InterviewScene.With(scene.Slot("22:00").Without("Input.Reason"), scene.Second));
        var moved = await browser.SubmitAsync(form, InterviewScene.With(scene.Slot("22:00"), scene.Second));

        Assert.Equal(HttpStatusCode.Conflict, without.Status);
        Assert.Equal(HttpStatusCode.Redirect, moved.Status);
        var mails = (await scene.MailsAsync(interview)).Skip(2).ToList();
        Assert.Equal("CANCEL", mails.Single(m => m.PersonId == scene.First.Id).CalendarMethod);
        Assert.Equal("interview-invitation-interviewer", mails.Single(m => m.PersonId == scene.Second.Id).Template);
        var candidate = mails.Single(m => m.PersonId == scene.CandidateId);
        Assert.Equal("interview-moved", candidate.Template);
        Assert.Contains("SEQUENCE:1", candidate.Calendar!, StringComparison.Ordinal);
        Assert.Contains($"UID:interview-{interview}@talenthub", candidate.Calendar!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_asks_why_and_takes_it_from_the_calendars()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        var browser = factory.Browser(scene.Recruiter);
        var page = await browser.GetAsync($"/interviews/INT-{interview}");

        var without = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Reason"] = " " }, "form[action*='handler=Cancel']");
        var cancelled = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Reason"] = "The job changes." }, "form[action*='handler=Cancel']");

        Assert.Equal(HttpStatusCode.Conflict, without.Status);
        Assert.Equal(HttpStatusCode.Redirect, cancelled.Status);
        Assert.Equal(2, (await scene.MailsAsync(interview)).Count(m => m.CalendarMethod == "CANCEL"));
    }

    [Fact]
    public async Task Only_those_who_schedule_reach_the_form()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var path = $"/applications/APP-{scene.ApplicationId}/interviews/new";

        Assert.Equal(HttpStatusCode.Redirect, (await factory.Browser().GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(scene.Manager).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(await factory.PersonAsync(Role.Coordinator)).GetAsync(path)).Status);
        var hidden = await InterviewScene.SetAsync(factory, isConfidential: true);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await factory.Browser(await factory.PersonAsync(Role.Recruiter)).GetAsync($"/applications/APP-{hidden.ApplicationId}/interviews/new")).Status);
    }

    [Fact]
    public async Task The_week_shows_it_on_the_readers_clock_and_a_free_hour_books()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);

        var week = await factory.Browser(scene.Recruiter).GetAsync($"/interviews/week?of=2026-03-04&who={scene.First.Id}&book={scene.ApplicationId}&round={scene.RoundIds[0]}");

        Assert.Contains("21:00–22:00", week.Document.QuerySelector($"a.event[href='/interviews/INT-{interview}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/applications/APP-{scene.ApplicationId}/interviews/new?round={scene.RoundIds[0]}&day=2026-03-05&time=10:00", week.Document.QuerySelectorAll("td.free a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("03-05", StringComparison.Ordinal) && h.Contains("10:00", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_goes_out_once_the_day_before()
    {
        var fresh = new TalentHubFactory();
        await using var _ = fresh;
        var scene = await InterviewScene.SetAsync(fresh);
        var slot = scene.Slot(day: scene.Day(7));
        var page = await scene.BookingAsync(slot, scene.First);
        var interview = long.Parse(page.Location!.Split("INT-")[1], System.Globalization.CultureInfo.InvariantCulture);

        await scene.RunAsync("remind-of-interviews");
        Assert.DoesNotContain(await scene.MailsAsync(interview), m => m.Template == "interview-reminder");
        fresh.Clock.Advance(TimeSpan.FromHours((6 * 24) + 3));
        await scene.RunAsync("remind-of-interviews");
        await scene.RunAsync("remind-of-interviews");

        Assert.Equal(2, (await scene.MailsAsync(interview)).Count(m => m.Template == "interview-reminder"));
    }

    private static string Unfolded(string ics) => ics.Replace("\r\n ", string.Empty, StringComparison.Ordinal);
}

internal static class Fields
{
    public static Dictionary<string, string?> Without(this Dictionary<string, string?> fields, string name) => new(fields) { [name] = string.Empty };
}
