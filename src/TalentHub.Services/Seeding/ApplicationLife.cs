using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Seeding;

/// <summary>One application that is being made: who, where, how it goes, and the rows that hang on it.</summary>
internal sealed class Try(SampleJob job, Candidate who, Course course)
{
    public SampleJob Job { get; } = job;

    public Candidate Who { get; } = who;

    public Course Course { get; } = course;

    public JobApplication Application { get; set; } = null!;

    public List<string> Achievements { get; init; } = [];

    public long? FileId { get; set; }

    /// <summary>The seat for which an offer is made.</summary>
    public int Seat { get; init; } = -1;

    public StaffMember? Referrer { get; init; }

    /// <summary>The job in which it goes on.</summary>
    public SampleJob? Target { get; set; }

    public bool IsGood => Course.Offer is not null;
}

/// <summary>Lives an application from its arrival to where it stands, through its own moves, each by whoever may make it.</summary>
internal sealed class ApplicationLife(SampleWorld world)
{
    private static readonly (string Code, double Weight)[] ReviewReasons =
        [("skills", 30), ("experience", 26), ("must-have", 18), ("work-right", 6), ("place-or-time", 6), ("pay", 6), ("other-chosen", 8)];

    private static readonly string[] Withdrawals = ["other-offer", "stays", "pay", "place", "content", "pace", "personal", "not-said"];

    private SampleRandom Random => world.Random;

    public JobApplication Live(Try one)
    {
        var (job, who, course) = (one.Job, one.Who, one.Course);
        var application = Receive(one);
        if (course.Past(course.Review) && !(course.End < course.Review))
        {
            application.StartReview(Facts(job, application, course.Review), Reviewer(one), course.Review);
        }

        if (course.Past(course.Verdict))
        {
            Judge(one, application);
        }

        var reviewer = job.Recruiter.As();
        if (course.Past(course.Assessment))
        {
            application.SendAssessment(
                Facts(job, application, course.Assessment!.Value), reviewer, course.Assessment.Value,
                SamplePhrases.Assessment.In(who.Language),
                DateOnly.FromDateTime(course.Assessment.Value).AddDays(7));
        }

        if (course.Past(course.Graded))
        {
            application.GradeAssessment(Facts(job, application, course.Graded!.Value), reviewer, course.Fate == Fate.RejectedAssessment ? "1 / 3" : "3 / 3");
        }

        if (course.Past(course.Interviews))
        {
            application.ToInterview(Facts(job, application, course.Interviews!.Value), reviewer, course.Interviews.Value);
        }

        if (course.Past(course.Decision))
        {
            application.ToDecision(Facts(job, application, course.Decision!.Value), Actor.System, course.Decision.Value);
        }

        Conclude(one, application);
        Pause(one, application);
        return one.Application = application;
    }

    public static ApplicationFacts Facts(SampleJob job, JobApplication application, DateTime at) => new()
    {
        Now = at, HiringManagerId = job.Manager.Id, RecruiterId = job.Recruiter.Id, RequisitionOpen = true, CriteriaTotal = job.Criteria.Count,
        CriteriaMarked = application.Marks.Count, CriteriaNotMet = application.Marks.Count(m => m.Value == MarkValue.NotMet), HasInterviewPlan = true, OpenSeats = 1,
    };

    private JobApplication Receive(Try one)
    {
        var (job, who) = (one.Job, one.Who);
        var source = one.Referrer is not null ? world.Sources.Find(s => s.Kind == Source.Referral)! : Random.Weighted(world.Sources, s => s.Kind == Source.Referral ? 0 : s.Weight);
        var at = one.Course.Applied;
        var detail = source.Kind is Source.CareersSite or Source.Internal ? null : one.Referrer?.Name.Display ?? source.Name.In(who.Language);
        if (source.Kind is Source.Outreach or Source.Agency)
        {
            return new JobApplication(job.Recruiter.As(), at, who.Id, job.Requisition.Id, source.Kind, detail, null, one.FileId, noticeVersionId: world.NoticeId);
        }

        var answers = job.Posting!.Questions.Select(q => q.Answer(Typed(q, one), "Answers")).OfType<GivenAnswer>().ToList();
        var letter = Random.Chance(one.FileId is null ? 0.4 : 0.2) ? SampleWords.Letter(world, who, one.Achievements, job.Requisition.Title) : null;
        return new JobApplication(
            Actor.Candidate(who.Id), at, who.Id, job.Requisition.Id, source.Kind, detail, job.Posting.Id, one.FileId, answers, letter, world.NoticeId, at, one.Referrer?.Id);
    }

    private string? Typed(PostingQuestion question, Try one) => question.Type switch
    {
        QuestionType.YesNo => question.Flags.Contains("no") ? (Random.Chance(0.95) ? "yes" : "no") : (Random.Chance(0.6) ? "yes" : "no"),
        QuestionType.Choice => Random.Below(question.Options.Count).ToString(System.Globalization.CultureInfo.InvariantCulture),
        QuestionType.Number => Random.Between(1, 40).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => one.Achievements[0],
    };

    private Actor Reviewer(Try one) => Random.Chance(0.15) ? one.Job.Manager.As(Relation.HiringManager) : one.Job.Recruiter.As();

    /// <summary>Marks, then the shortlist or a no.</summary>
    private void Judge(Try one, JobApplication application)
    {
        var (job, course) = (one.Job, one.Course);
        var at = course.Verdict;
        var by = job.Recruiter.As();
        var isOut = course.Fate == Fate.RejectedInReview;
        if (!isOut || Random.Chance(0.45))
        {
            for (var number = 0; number < job.Criteria.Count; number++)
            {
                var value = isOut && number == 0 ? MarkValue.NotMet : Random.Chance(isOut ? 0.4 : 0.84) ? MarkValue.Met : MarkValue.NoEvidence;
                application.Mark(
                    Facts(job, application, at), by, at.AddMinutes(number - job.Criteria.Count), job.Criteria[number].Id, value,
                    value == MarkValue.Met && number < one.Achievements.Count && (one.FileId is not null || application.Letter is not null) ? one.Achievements[number] : null);
            }
        }

        if (!isOut)
        {
            application.Shortlist(Facts(job, application, at), by, at);
        }
    }

    private void Conclude(Try one, JobApplication application)
    {
        var (job, course) = (one.Job, one.Course);
        if (course.Past(course.HrSigns))
        {
            application.DecideHire(Facts(job, application, course.HrSigns!.Value) with { DecidedHire = true }, Actor.System, course.HrSigns.Value);
            Follow(one, application);
        }

        if (course.Fate == Fate.NoHire && course.Past(course.ManagerSays))
        {
            var said = course.ManagerSays!.Value;
            application.ProposeRejection(Facts(job, application, said), job.Manager.As(Relation.HiringManager), said, "debrief", null);
        }

        if (application.IsActive && course.Past(course.End) && course.Fate != Fate.Transferred)
        {
            End(one, application, course.End!.Value);
        }

        // Hiring is over: who still waits hears so.
        if (application.IsActive && !one.IsGood && job.Until < world.Now && job.Kind != JobKind.Held && (course.Fate != Fate.Transferred || !course.Past(course.End)))
        {
            var at = world.Time.After(job.Until, 0.1, 2, job.Zone);
            application.Reject(Facts(job, application, at), job.Recruiter.As(), at, new Reason(job.Kind == JobKind.Past ? "seat-filled" : "role-closed", null));
        }
    }

    /// <summary>What the offer brought.</summary>
    private static void Follow(Try one, JobApplication application)
    {
        var (job, course, offer) = (one.Job, one.Course, one.Course.Offer!);
        var accepts = course.Fate is Fate.Hired or Fate.Reneged or Fate.DidNotStart;
        if (accepts && course.Past(offer.Answered))
        {
            application.Ready(Facts(job, application, offer.Answered) with { OfferAccepted = true }, Actor.System, offer.Answered);
        }

        if (course.Fate == Fate.Hired && course.Past(offer.Arrives))
        {
            application.Hire(Facts(job, application, offer.Arrives) with { OfferAccepted = true, StartDateReached = true }, Actor.System with { OnBehalfOf = job.Manager.Id }, offer.Arrives);
        }

        var ended = course.Fate == Fate.Declined ? offer.Answered : offer.Ended;
        if (course.Fate is not (Fate.Hired or Fate.OfferCancelled) && course.Past(ended))
        {
            application.OfferEnded(Facts(job, application, ended!.Value), Actor.System, ended.Value, course.Fate is Fate.Declined or Fate.Reneged or Fate.DidNotStart);
        }
    }

    private void End(Try one, JobApplication application, DateTime at)
    {
        var (job, course) = (one.Job, one.Course);
        var facts = Facts(job, application, at);
        if (course.Fate is Fate.WithdrawnEarly or Fate.WithdrawnShortlisted or Fate.WithdrawnInterviews)
        {
            application.Withdraw(facts, Actor.Candidate(one.Who.Id), at, new Reason(Random.Pick(Withdrawals), null));
            return;
        }

        var why = course.Fate switch
        {
            Fate.RejectedInReview => application.Marks.Any(m => m.Value == MarkValue.NotMet) ? "must-have" : Random.Weighted(ReviewReasons, r => r.Weight).Code,
            Fate.RejectedShortlisted => "other-chosen",
            Fate.RejectedAssessment => "assessment",
            Fate.RejectedInterviews => "interview",
            Fate.NoHire => "debrief",
            Fate.Expired => "no-answer",
            _ => "role-closed",
        };
        application.Reject(facts, job.Recruiter.As(), at, new Reason(why, null));
    }

    private void Pause(Try one, JobApplication application)
    {
        var (job, course) = (one.Job, one.Course);
        if (course.Past(course.Held) && application.IsActive)
        {
            application.PutOnHold(
                Facts(job, application, course.Held!.Value), job.Recruiter.As(), course.Held.Value,
                SamplePhrases.TwoWeeks.In(job.Recruiter.Language), DateOnly.FromDateTime(world.Now).AddDays(4));
        }

        if (course.Past(course.Proposed) && application.IsActive)
        {
            application.ProposeRejection(
                Facts(job, application, course.Proposed!.Value), job.Manager.As(Relation.HiringManager), course.Proposed.Value, "interview",
                world.Random.Pick(world.Texts.NoHireReasons).In(job.Manager.Language));
        }
    }
}
