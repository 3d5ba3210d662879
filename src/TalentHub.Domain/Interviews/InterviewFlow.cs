using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.Interviews.InterviewState;
using static TalentHub.Domain.Interviews.InterviewTrigger;
using static TalentHub.Domain.Workflows.TimeLimit;
using InterviewRule = TalentHub.Domain.Workflows.Rule<TalentHub.Domain.Interviews.Interview, TalentHub.Domain.Interviews.InterviewFacts>;

namespace TalentHub.Domain.Interviews;

public enum InterviewState
{
    /// <summary>No time yet, or a time that someone could not keep.</summary>
    ToSchedule,

    /// <summary>The candidate was asked when they can meet.</summary>
    AvailabilityAsked,
    Scheduled,

    /// <summary>Everyone invited said yes.</summary>
    Confirmed,

    /// <summary>Held; scorecards are missing.</summary>
    AwaitingFeedback,
    FeedbackComplete,
    Cancelled,

    /// <summary>Someone did not come.</summary>
    NoShow,
}

public enum InterviewTrigger
{
    AskAvailability,

    /// <summary>The candidate wrote when they can meet: someone books from it.</summary>
    GiveAvailability,
    Book,
    Confirm,
    Decline,
    Move,
    End,
    AllIn,
    FeedbackReopened,
    RecordNoShow,
    BookAgain,
    Cancel,
}

/// <summary>What must be known beyond the interview. Names are null where there is nobody to name.</summary>
/// <param name="ApplicationInterviews">The application stands at Interviewing and is not on hold.</param>
/// <param name="CandidateOnPanel">The candidate would interview themself (someone employed who applied).</param>
/// <param name="ReferrerOnPanel">Who referred the candidate is among the interviewers.</param>
/// <param name="Clashing">Interviewers who are elsewhere at that time.</param>
/// <param name="OverLimit">Interviewers with too many interviews in that week.</param>
/// <param name="OutsideHours">Those for whom it is early morning or late evening.</param>
/// <param name="NotNamed">Interviewers whom the round does not name.</param>
/// <param name="HasStarted">Its start has passed.</param>
/// <param name="HasEnded">Its end has passed.</param>
/// <param name="MissingCards">Scorecards neither handed in nor waived.</param>
/// <param name="LastRequired">With this one, every required round of the application has its feedback.</param>
public sealed record InterviewFacts(
    bool ApplicationInterviews = true,
    bool CandidateOnPanel = false,
    bool ReferrerOnPanel = false,
    NameList? Clashing = null,
    NameList? OverLimit = null,
    NameList? OutsideHours = null,
    NameList? NotNamed = null,
    bool HasStarted = false,
    bool HasEnded = false,
    int MissingCards = 0,
    bool LastRequired = false)
{
    /// <summary>The most interviews that one person holds in a week without anyone asking why.</summary>
    public const int WeeklyLimit = 6;
}

/// <summary>The life of an interview. Diagram: docs/states/interview.mmd.</summary>
public static class InterviewFlow
{
    private const string Recruiter = "The recruiter";
    private const string Scheduler = "Whoever books, with a reason";
    private const string OtherPanel = "Another interviewer";
    private const string Time = "Time";

    private static readonly InterviewRule InInterviews = InterviewRule.Block(
        "The application does not stand at interviews.", (_, f, _) => f.ApplicationInterviews, lift: Recruiter);

    private static readonly InterviewRule NotTheCandidate = InterviewRule.Block(
        "The candidate cannot interview themself.", (_, f, _) => !f.CandidateOnPanel, lift: OtherPanel);

    private static readonly InterviewRule NotTheReferrer = InterviewRule.Block(
        "Who referred the candidate does not interview them.", (_, f, _) => !f.ReferrerOnPanel, lift: OtherPanel);

    private static readonly InterviewRule NoClash = InterviewRule.Warn(
        "{who} has another interview at that time.", (_, f, _) => f.Clashing is null, lift: Scheduler, (_, f, _) => [("who", f.Clashing)]);

    private static readonly InterviewRule WithinLimit = InterviewRule.Warn(
        "{who} would hold more than {limit} interviews in that week.", (_, f, _) => f.OverLimit is null, lift: Scheduler,
        (_, f, _) => [("who", f.OverLimit), ("limit", InterviewFacts.WeeklyLimit)]);

    private static readonly InterviewRule AtDecentHours = InterviewRule.Warn(
        "It is before 8:00 or after 20:00 for {who}.", (_, f, _) => f.OutsideHours is null, lift: Scheduler, (_, f, _) => [("who", f.OutsideHours)]);

    private static readonly InterviewRule NamedForRound = InterviewRule.Warn(
        "The plan does not name {who} for this round.", (_, f, _) => f.NotNamed is null, lift: Scheduler, (_, f, _) => [("who", f.NotNamed)]);

    private static readonly InterviewRule OneOfThem = InterviewRule.Block(
        "Only those who are invited can answer.", (i, _, who) => who.May(ScheduleInterviews) || i.IsInvited(who.PersonId), lift: "Someone invited");

    private static readonly InterviewRule NotYetStarted = InterviewRule.Block(
        "The interview has begun.", (_, f, _) => !f.HasStarted, lift: "Nobody");

    private static readonly InterviewRule Started = InterviewRule.Block(
        "The interview has not begun yet.", (_, f, _) => f.HasStarted, lift: Time);

    private static readonly InterviewRule OurSide = InterviewRule.Block(
        "The interviewer or the recruiter records this.", (_, _, who) => who.Kind != ActorKind.Candidate, lift: Recruiter);

    private static readonly InterviewRule Ended = InterviewRule.Block(
        "The interview is not over yet.", (_, f, _) => f.HasEnded, lift: Time);

    private static readonly InterviewRule CardsAreIn = InterviewRule.Block(
        "{count} scorecards are missing.", (_, f, _) => f.MissingCards == 0, lift: "The interviewers", (_, f, _) => [("count", f.MissingCards)]);

    private static readonly InterviewRule CardsAreMissing = InterviewRule.Block(
        "No scorecard is missing.", (_, f, _) => f.MissingCards > 0, lift: "The interviewers");

    public static readonly Workflow<Interview, InterviewState, InterviewTrigger, InterviewFacts> Table = new(
        name: "interview", start: ToSchedule, ends: [Cancelled, NoShow],
        good: [FeedbackComplete],
        turns:
        [
            (ToSchedule, Recruiter, WorkingDays(3)),
            (AvailabilityAsked, Recruiter, WorkingDays(3)),
            (Scheduled, "The interviewers", Until("The time of the interview.")),
            (Confirmed, "The interviewers", Until("The time of the interview.")),
            (AwaitingFeedback, "The interviewers", Hours(24).In("scorecard")),
            (FeedbackComplete, "The hiring manager", None("The decision takes it from here and has the limits.")),
        ],
        moves:
        [
            new(AskAvailability, From: [ToSchedule], To: AvailabilityAsked, ScheduleInterviews, InInterviews),
            new(GiveAvailability, From: [AvailabilityAsked], To: ToSchedule, AnswerInvitations, OneOfThem),
            new(Book, From: [ToSchedule, AvailabilityAsked], To: Scheduled, ScheduleInterviews,
                InInterviews, NotTheCandidate, NotTheReferrer, NoClash, WithinLimit, AtDecentHours, NamedForRound),
            new(Confirm, From: [Scheduled], To: [Scheduled, Confirmed], AnswerInvitations, OneOfThem, NotYetStarted),
            new(Decline, From: [Scheduled, Confirmed], To: ToSchedule, AnswerInvitations, OneOfThem, NotYetStarted) { Aside = true },
            new(InterviewTrigger.Move, From: [Scheduled, Confirmed], To: Scheduled, ScheduleInterviews,
                InInterviews, NotTheCandidate, NotTheReferrer, NoClash, WithinLimit, AtDecentHours, NamedForRound) { Reason = ReasonNeed.Required },
            new(InterviewTrigger.End, From: [Scheduled, Confirmed], To: AwaitingFeedback, ActAsSystem, Ended),
            new(AllIn, From: [AwaitingFeedback], To: FeedbackComplete, ActAsSystem, CardsAreIn),
            new(FeedbackReopened, From: [FeedbackComplete], To: AwaitingFeedback, ActAsSystem, CardsAreMissing) { Aside = true },
            new(RecordNoShow, From: [Scheduled, Confirmed], To: NoShow, AnswerInvitations, OneOfThem, OurSide, Started),
            new(BookAgain, From: [NoShow], To: ToSchedule, ScheduleInterviews, InInterviews) { Reason = ReasonNeed.Required, Reopens = true },
            new(Cancel, From: [ToSchedule, AvailabilityAsked, Scheduled, Confirmed], To: Cancelled, ScheduleInterviews) { Reason = ReasonNeed.Required },
        ]);

    /// <summary>Someone still has to find a time.</summary>
    public static readonly InterviewState[] WithoutTime = [ToSchedule, AvailabilityAsked];

    /// <summary>In people's calendars, still to come or going on.</summary>
    public static readonly InterviewState[] Ahead = [Scheduled, Confirmed];

    /// <summary>Takes or took place at its time.</summary>
    public static readonly InterviewState[] InCalendar = [Scheduled, Confirmed, AwaitingFeedback, FeedbackComplete];

    /// <summary>Not over: neither complete nor ended otherwise.</summary>
    public static readonly InterviewState[] Running = [ToSchedule, AvailabilityAsked, Scheduled, Confirmed, AwaitingFeedback];
}
