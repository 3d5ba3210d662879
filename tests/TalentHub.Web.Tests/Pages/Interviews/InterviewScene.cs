using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Services.Scheduling;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Interviews;

/// <summary>A job with a plan and a candidate who has come to the interviews, and the people around them.</summary>
internal sealed class InterviewScene
{
    /// <summary>When the interview is booked: 21:00 in Shanghai is 13:00 UTC.</summary>
    private const int HourInUtc = 13;

    private InterviewScene(TalentHubFactory factory) => Factory = factory;

    public TalentHubFactory Factory { get; }

    public TestPerson Recruiter { get; private init; } = null!;

    public TestPerson Manager { get; private init; } = null!;

    public TestPerson HR { get; private init; } = null!;

    public TestPerson First { get; private init; } = null!;

    public TestPerson Second { get; private init; } = null!;

    public long RequisitionId { get; private set; }

    public long ApplicationId { get; private set; }

    public long CandidateId { get; private set; }

    public IReadOnlyList<long> RoundIds { get; private set; } = [];

    /// <param name="rounds">One required coding round by default.</param>
    public static async Task<InterviewScene> SetAsync(TalentHubFactory factory, bool isConfidential = false, params RoundDraft[] rounds)
    {
        var scene = new InterviewScene(factory)
        {
            Recruiter = await factory.PersonAsync(Role.Recruiter, "Rita Recruiter"),
            Manager = await factory.PersonAsync(Role.Employee, "Mona Manager"),
            HR = await factory.PersonAsync(Role.HR, "Hana Resources"),
            First = await factory.PersonAsync(Role.Employee, "Ina First"),
            Second = await factory.PersonAsync(Role.Employee, "Ito Second"),
        };
        await factory.DbAsync(async db =>
        {
            var requisition = A.Requisition().RequestedBy(A.Person(Capability.FileRequisitions)).With(t => t with
            {
                DepartmentId = factory.Company.DepartmentId, LocationId = factory.Company.LocationId, HiringManagerId = scene.Manager.Id, IsConfidential = isConfidential,
            }).Open();
            requisition.RunBy(scene.Recruiter.Id);
            requisition.TakeEvents();
            requisition.TakeTransitions();
            db.Requisitions.Add(requisition);
            var candidate = new Person(PersonName.Parse("林小雨"), $"lin{Guid.NewGuid():N}@example.com", null, "zh-CN", A.Noon);
            candidate.Speaks("zh-CN", "America/New_York");
            db.People.Add(candidate);
            await db.SaveChangesAsync();

            var seat = new Opening(Actor.System, A.Noon, requisition.Id);
            seat.Approve(Actor.System, A.Noon);
            seat.Open(Actor.System, A.Noon);
            db.Openings.Add(seat);
            var plan = A.InterviewPlan(requisition.Id, rounds);
            db.InterviewPlans.Add(plan);
            var application = A.Application(candidate.Id, requisition.Id).Until(ApplicationState.Shortlisted);
            db.Applications.Add(application);
            await db.SaveChangesAsync();

            application.ToInterview(A.ClearFacts(), Actor.System, A.Noon);
            await db.SaveChangesAsync();
            scene.RequisitionId = requisition.Id;
            scene.ApplicationId = application.Id;
            scene.CandidateId = candidate.Id;
            scene.RoundIds = [.. plan.Ordered.Select(r => r.Id)];
        });
        return scene;
    }

    /// <summary>A day from now on the factory's clock, which only goes forward; the day after <see cref="A.Noon"/> at first.</summary>
    public DateOnly Day(int from = 1) => DateOnly.FromDateTime(Factory.Clock.GetUtcNow().UtcDateTime).AddDays(from);

    /// <summary>What the booking form sends.</summary>
    public Dictionary<string, string?> Slot(string time = "21:00", DateOnly? day = null) => new()
    {
        ["Input.Day"] = (day ?? Day()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["Input.Time"] = time, ["Input.Zone"] = "Asia/Shanghai", ["Input.Minutes"] = "60", ["Input.CandidateZone"] = "America/New_York",
        ["Input.Link"] = "https://meet.example.com/room", ["Input.Reason"] = "Nobody has another hour.",
    };

    /// <summary>Books the first round as the recruiter, by the form, with these interviewers; 21:00 in Shanghai, 08:00 in New York.</summary>
    public async Task<long> BookAsync(params TestPerson[] interviewers)
    {
        var page = await BookingAsync(Slot(), interviewers);
        Assert.True(page.Location is not null, page.Text);
        return long.Parse(page.Location.Split("INT-")[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<TestPage> BookingAsync(Dictionary<string, string?> slot, params TestPerson[] interviewers)
    {
        var browser = Factory.Browser(Recruiter);
        var form = await browser.GetAsync($"/applications/APP-{ApplicationId}/interviews/new?round={RoundIds[0]}");
        return await browser.SubmitAsync(form, With(slot, interviewers));
    }

    /// <summary>Several interviewers under one name: the first as a field, the rest by indexed names that the binder reads as well.</summary>
    public static Dictionary<string, string?> With(Dictionary<string, string?> slot, params TestPerson[] interviewers)
    {
        var values = new Dictionary<string, string?>(slot) { ["Input.InterviewerIds"] = null };
        for (var i = 0; i < interviewers.Length; i++)
        {
            values[$"Input.InterviewerIds[{i}]"] = interviewers[i].Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return values;
    }

    /// <summary>The clock goes past the end of the interview that was just booked, and the timer has run.</summary>
    public async Task EndAsync()
    {
        Factory.Clock.SetUtcNow(new DateTimeOffset(Day().ToDateTime(new TimeOnly(HourInUtc + 2, 0)), TimeSpan.Zero));
        await RunAsync("end-interviews");
    }

    public Task RunAsync(string job) => Factory.ServiceAsync(async (IEnumerable<IJob> jobs) =>
    {
        await jobs.Single(j => j.Name == job).RunAsync(CancellationToken.None);
        return true;
    });

    /// <summary>Writes and hands in a card by the form.</summary>
    public async Task<TestPage> ScoreAsync(TestPerson interviewer, long interviewId, int coding, int communication, int overall, string? evidence = "Wrote it and tested it.")
    {
        var browser = Factory.Browser(interviewer);
        var form = await browser.GetAsync($"/interviews/INT-{interviewId}/scorecard");
        return await browser.SubmitAsync(form, new Dictionary<string, string?>
        {
            ["Input.Ratings[0].Score"] = $"{coding}", ["Input.Ratings[0].Evidence"] = evidence, ["Input.Ratings[1].Score"] = $"{communication}", ["Input.Overall"] = $"{overall}",
        });
    }

    public Task<List<OutboxMail>> MailsAsync(long interviewId) => Factory.DbAsync(db =>
        db.Outbox.AsNoTracking().Where(m => m.Machine == "interview" && m.SubjectId == interviewId).OrderBy(m => m.Id).ToListAsync());

    public Task<InterviewState> StateAsync(long interviewId) => Factory.DbAsync(db => db.Interviews.Where(i => i.Id == interviewId).Select(i => i.State).SingleAsync());

    public Task<ApplicationState> ApplicationStateAsync() => Factory.DbAsync(db => db.Applications.Where(a => a.Id == ApplicationId).Select(a => a.State).SingleAsync());
}
