using System.Net;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Services.Access;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Interviews;

/// <summary>Where no mail server is, the pages themselves say when somebody meets, and give the calendar file.</summary>
public sealed class AppointmentTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task The_candidates_page_names_each_appointment_on_their_clock_and_takes_their_answer()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        var address = await StatusLinkAsync(scene);
        var candidate = factory.Browser();

        var page = await candidate.GetAsync(address);
        Assert.Contains("Your appointments", page.Text, StringComparison.Ordinal);
        Assert.Contains("08:00 (New York time)", page.Text, StringComparison.Ordinal);
        Assert.Contains("https://meet.example.com/room", page.Text, StringComparison.Ordinal);

        var yes = await candidate.SubmitAsync(page, form: "form[action*='Confirm']");
        var after = await candidate.FollowAsync(yes);
        Assert.Contains("Thank you. We look forward to meeting you.", after.Text, StringComparison.Ordinal);
        Assert.Contains("You said yes.", after.Text, StringComparison.Ordinal);

        var other = await candidate.SubmitAsync(after, new Dictionary<string, string?> { ["Reason"] = "My train is late." }, "form[action*='OtherTime']");
        Assert.Equal(HttpStatusCode.Redirect, other.Status);
        Assert.Equal(InterviewState.ToSchedule, await scene.StateAsync(interview));
        Assert.DoesNotContain("Your appointments", (await candidate.GetAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_one_application_opens_no_appointment_of_another()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var other = await InterviewScene.SetAsync(factory);
        var theirs = await other.BookAsync(other.First);
        await scene.BookAsync(scene.Second);
        var address = await StatusLinkAsync(scene);
        var candidate = factory.Browser();

        var file = await candidate.GetAsync($"{address}?handler=Calendar&interview={theirs}");
        var page = await candidate.GetAsync(address);
        var answer = await candidate.SubmitAsync(page, new Dictionary<string, string?> { ["Interview"] = $"{theirs}" }, "form[action*='OtherTime']");

        Assert.Equal(HttpStatusCode.NotFound, file.Status);
        Assert.NotEqual(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(InterviewState.Scheduled, await other.StateAsync(theirs));
    }

    [Fact]
    public async Task Everyone_who_is_invited_and_the_administrator_take_the_calendar_file_from_a_page()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        var interviewer = factory.Browser(scene.First);
        var candidate = factory.Browser();
        var address = await StatusLinkAsync(scene);
        var admin = factory.Browser(await factory.PersonAsync(Role.Admin));

        var page = await interviewer.GetAsync($"/interviews/INT-{interview}");
        var own = await interviewer.GetAsync(page.Document.QuerySelector("a[href*='handler=Calendar']")!.GetAttribute("href")!);
        var theirs = await candidate.GetAsync((await candidate.GetAsync(address)).Document.QuerySelector("a[href*='handler=Calendar']")!.GetAttribute("href")!);
        var mail = (await scene.MailsAsync(interview)).Single(m => m.PersonId == scene.CandidateId);
        var list = await admin.GetAsync($"/admin/mail?open={mail.Id}");
        var mailed = await admin.GetAsync(list.Document.QuerySelector("a[href*='handler=Calendar']")!.GetAttribute("href")!);

        Assert.All(new[] { own, theirs, mailed }, file => Assert.StartsWith("text/calendar", file.Response.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal));
        Assert.Contains("DTSTART;TZID=Asia/Shanghai:20260304T210000", Unfolded(own), StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=America/New_York:20260304T080000", Unfolded(theirs), StringComparison.Ordinal);
        Assert.Contains($"UID:interview-{interview}@talenthub", Unfolded(mailed), StringComparison.Ordinal);
        Assert.Equal($"INT-{interview}.ics", own.Response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(scene.Second).GetAsync($"/interviews/INT-{interview}?handler=Calendar")).Status);
    }

    private Task<string> StatusLinkAsync(InterviewScene scene) => factory.DbAsync(async db =>
    {
        var token = new SignedLinks(db, new TalentHub.Data.Setup.CurrentActor(), factory.Clock).Create(LinkPurpose.CandidateStatus, scene.ApplicationId, scene.CandidateId);
        await db.SaveChangesAsync();
        return "/c/" + token;
    });

    private static string Unfolded(TestPage file) => file.Html.Replace("\r\n ", string.Empty, StringComparison.Ordinal);
}
