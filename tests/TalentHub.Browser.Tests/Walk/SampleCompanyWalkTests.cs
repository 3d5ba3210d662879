using Microsoft.Playwright;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>The tour of the README in the sample company: among everything that is going on there, one more person is hired.</summary>
public sealed class SampleCompanyWalkTests
{
    private readonly Player admin = Player.Sample("Admin");
    private readonly Player manager = Player.Sample("HiringManager");
    private readonly Player head = Player.Sample("DepartmentHead");
    private readonly Player hr = Player.Sample("HR");
    private readonly Player recruiter = Player.Sample("Recruiter");
    private readonly Player interviewer = Player.Sample("Interviewer");
    private readonly Player finance = Player.Sample("Finance");

    [Fact]
    public Task From_the_button_that_loads_it_to_the_first_day_in_English() => Stage.WalkAsync(async stage =>
    {
        await stage.LoadSampleAsync();
        await HireAsync(stage, new Player("Mira Sommer", "mira.sommer@mail.example"), Resumes.English, "Hamburg");
    });

    [Fact]
    public Task From_the_request_to_the_first_day_in_Chinese_without_a_word_of_English_left() =>
        Stage.WalkAsync(stage => HireAsync(stage, new Player("林知夏", "lin.zhixia@mail.example"), Resumes.Chinese, "杭州"), "zh-CN", sample: true);

    private async Task HireAsync(Stage stage, Player candidate, Func<Player, FilePayload> resume, string home)
    {
        var words = stage.Words;
        foreach (var who in new[] { interviewer, recruiter, manager, head, hr, finance, admin })
        {
            await (await stage.AsAsync(who, "/today")).HeadsAsync(words["Today"]);
        }

        // Stage A: two engineers, with a chain of two.
        var job = await stage.AskForPeopleAsync(
            manager, words.Of("Senior machine-learning engineer", "高级机器学习工程师"), words.Of("Inference", "推理服务"), words.Of("Shanghai", "上海"), seats: 2,
            overPlan: words.Of("The new model ships in spring and waits for people.", "新模型春季上线，缺人。"));
        await stage.CannotApproveAsync(manager, job);
        await stage.ApproveAsync(head, job, RequisitionState.InApproval);
        await stage.ApproveAsync(hr, job, RequisitionState.Approved);
        await stage.PlanInterviewsAsync(recruiter, job, rounds: 2, interviewer, manager);
        await stage.OpenJobAsync(recruiter, job);

        // Stage B: a posting, reviewed by somebody else; a stranger finds it.
        var posting = await stage.WritePostingAsync(recruiter, job);
        await stage.ReviewPostingAsync(hr, posting);
        var page = await stage.FindJobAsync(posting);
        await stage.ApplyAsync(page, resume(candidate), candidate, home);

        // Stage C.
        var application = await stage.ReadApplicationAsync(recruiter, job, candidate, words.Of("Northwind Inference", "星河智能"));
        await stage.MarkMustHavesAsync(recruiter, application);
        await stage.MoveApplicationAsync(recruiter, application, ApplicationTrigger.Shortlist, ApplicationState.Shortlisted);
        await stage.MoveApplicationAsync(recruiter, application, ApplicationTrigger.ToInterview, ApplicationState.Interviewing);

        // Stage D.
        var day = Wednesday(stage.Today.AddDays(12)).ToDateTime(new TimeOnly(10, 0));
        var first = await stage.BookAsync(recruiter, application, round: 0, day, interviewer, "Asia/Shanghai");
        var second = await stage.BookAsync(recruiter, application, round: 1, day.AddHours(3), manager, "Asia/Shanghai");
        await stage.LaterAsync(new DateTimeOffset(day.AddDays(1), TimeSpan.Zero));
        await stage.WriteScorecardAsync(interviewer, first);
        await stage.WriteScorecardAsync(manager, second);
        await stage.DecideAsync(recruiter, manager, hr, application);
        var start = stage.Today.AddDays(30);
        var offer = await stage.DraftOfferAsync(recruiter, candidate, start, "900000");
        await stage.ApproveOfferAsync(head, offer, OfferState.InApproval);
        await stage.ApproveOfferAsync(finance, offer, OfferState.Approved);
        await stage.ExtendOfferAsync(recruiter, offer);
        await stage.AcceptOfferAsync(candidate, await stage.MailToAsync(candidate.Email, words.Of("Our offer to you", "录用"), admin));

        // Stage E, its door.
        await stage.PrepareAsync(candidate, await stage.MailToAsync(candidate.Email, words.Of("first day", "入职"), admin));
        var plan = await stage.ClearTheWayAsync(hr, candidate);
        await stage.LaterAsync(new DateTimeOffset(start.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero));
        await stage.ArriveAsync(hr, plan);

        page = await stage.AsAsync(interviewer, "/people?q=" + Uri.EscapeDataString(candidate.Name));
        await page.SaysAsync(candidate.Name);
        page = await stage.AsAsync(recruiter, "/jobs/" + job);
        await page.SaysAsync(words["{filled} of {seats} seats filled", ("filled", 1), ("seats", 2)]);
    }

    /// <summary>In a week that the sample company has not filled yet.</summary>
    private static DateOnly Wednesday(DateOnly from) => from.AddDays(((int)DayOfWeek.Wednesday - (int)from.DayOfWeek + 7) % 7);
}
