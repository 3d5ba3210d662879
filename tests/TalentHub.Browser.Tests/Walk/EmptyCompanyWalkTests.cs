using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>The tour of the README on an installation that is empty at first: from the set-up code to the first day of the first hire.</summary>
public sealed class EmptyCompanyWalkTests
{
    private readonly Player ada = new("Ada Brandt", "ada@lumen.example");
    private readonly Player diane = new("Diane Keller", "diane@lumen.example");
    private readonly Player felix = new("Felix Ndiaye", "felix@lumen.example");
    private readonly Player helen = new("Helen Ortiz", "helen@lumen.example");
    private readonly Player rosa = new("Rosa Lindqvist", "rosa@lumen.example");
    private readonly Player max = new("Max Weber", "max@lumen.example");
    private readonly Player ines = new("Ines Duarte", "ines@lumen.example");
    private readonly Player mira = new("Mira Sommer", "mira.sommer@mail.example");

    [Fact]
    public Task From_an_empty_folder_to_the_first_day_of_the_first_hire() => Stage.WalkAsync(async stage =>
    {
        // A company that can work.
        await stage.SetUpAsync(ada);
        await stage.InviteAsync(ada, diane, "Head of research", "Whole company");
        await stage.AddDepartmentAsync(ada, "RES", "Research", diane);
        await stage.InviteAsync(ada, helen, "HR partner", "Whole company", role: Role.HR);
        await stage.InviteAsync(ada, rosa, "Recruiter", "Whole company", role: Role.Recruiter);
        await stage.InviteAsync(ada, felix, "Finance partner", "Whole company", role: Role.Finance);
        await stage.InviteAsync(ada, max, "Engineering manager", "Research", diane);
        await stage.InviteAsync(ada, ines, "Machine-learning engineer", "Research", max);
        await stage.JoinAsync(diane, helen, rosa, felix, max, ines);

        // Stage A: two engineers, over a plan that does not exist yet.
        var job = await stage.AskForPeopleAsync(max, "Senior machine-learning engineer", "Research", "Berlin", seats: 2, overPlan: "There is no plan yet; the model ships in spring.");
        await stage.CannotApproveAsync(max, job);
        await stage.ApproveAsync(diane, job, RequisitionState.InApproval);
        await stage.ApproveAsync(helen, job, RequisitionState.Approved);
        await stage.PlanInterviewsAsync(rosa, job, rounds: 2, ines, max);
        await stage.OpenJobAsync(rosa, job);

        // Stage B: a posting, and somebody whom nobody knows.
        var posting = await stage.WritePostingAsync(rosa, job);
        await stage.ReviewPostingAsync(helen, posting);
        var page = await stage.FindJobAsync(posting);
        await stage.ApplyAsync(page, Resumes.English(mira), mira, "Hamburg");

        // Stage C: read, marked, wanted.
        var application = await stage.ReadApplicationAsync(rosa, job, mira, "Northwind Inference");
        await stage.MarkMustHavesAsync(rosa, application);
        await stage.MoveApplicationAsync(rosa, application, ApplicationTrigger.Shortlist, ApplicationState.Shortlisted);
        await stage.MoveApplicationAsync(rosa, application, ApplicationTrigger.ToInterview, ApplicationState.Interviewing);

        // Stage D: two conversations, a decision with two signatures, an offer.
        var day = stage.Today.AddDays(3).ToDateTime(new TimeOnly(10, 0));
        var first = await stage.BookAsync(rosa, application, round: 0, day, ines);
        var second = await stage.BookAsync(rosa, application, round: 1, day.AddHours(3), max);
        await stage.LaterAsync(new DateTimeOffset(day.AddDays(1), TimeSpan.Zero));
        await stage.WriteScorecardAsync(ines, first);
        await stage.WriteScorecardAsync(max, second);
        await stage.DecideAsync(rosa, max, helen, application);
        var start = stage.Today.AddDays(30);
        var offer = await stage.DraftOfferAsync(rosa, mira, start, "250000");
        await stage.ApproveOfferAsync(diane, offer, OfferState.InApproval);
        await stage.ApproveOfferAsync(felix, offer, OfferState.Approved);
        await stage.ExtendOfferAsync(rosa, offer);
        await stage.AcceptOfferAsync(mira, await stage.MailToAsync(mira.Email, "Our offer to you", ada));

        // Stage E: what comes before the first day, and the first day.
        await stage.PrepareAsync(mira, await stage.MailToAsync(mira.Email, "first day", ada));
        var plan = await stage.ClearTheWayAsync(helen, mira);
        await stage.LaterAsync(new DateTimeOffset(start.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero));
        await stage.ArriveAsync(helen, plan);

        // The same person, the same record: an employee now, in one of the two seats.
        page = await stage.AsAsync(ines, "/people?q=Mira");
        await page.SaysAsync(mira.Name);
        page = await stage.AsAsync(rosa, "/jobs/" + job);
        await page.SaysAsync("1 of 2 seats filled");
    });
}
