using TalentHub.Domain.Onboarding;

namespace TalentHub.Services.Seeding;

/// <summary>Who applies for a job and how each of them fares: first those who come as far as an offer, then everybody else around them.</summary>
internal sealed class JobApplicants(SampleWorld world, CandidatePool pool)
{
    private static readonly Fate[] Failures = [Fate.Declined, Fate.Reneged, Fate.Expired, Fate.Rescinded, Fate.OfferCancelled, Fate.DidNotStart, Fate.Declined, Fate.Declined];

    private readonly CourseMaker courses = new(world);
    private readonly List<StaffMember> referrers = [];
    private int known;
    private int failures;
    private int leavers;

    private SampleRandom Random => world.Random;

    /// <summary>Sets also until when the job takes anyone.</summary>
    public List<Try> Finalists(SampleJob job)
    {
        var tries = new List<Try>();
        job.Until = job.Kind switch { JobKind.Unfilled => job.CreatedAt.AddDays(115), JobKind.Held => world.Now.AddDays(-8), _ => world.Now };
        var seats = job.Kind switch
        {
            JobKind.Past => job.Seats,
            JobKind.Unfilled => Random.Chance(0.4) ? 1 : 0,
            JobKind.Open when !job.IsShowcase => Random.Chance(0.6) ? 1 : 0,
            _ => 0,
        };
        var last = job.OpenedAt;
        for (var seat = 0; seat < seats; seat++)
        {
            DateTime? free = null;
            if (job.Kind == JobKind.Unfilled || (job.Kind == JobKind.Past && Random.Chance(0.5)))
            {
                var failed = One(job, Failures[failures++ % Failures.Length], seat, free);
                tries.Add(failed);
                free = failed.Course.SeatFree;
            }

            if (job.Kind != JobKind.Unfilled)
            {
                var hired = One(job, Fate.Hired, seat, free);
                tries.Add(hired);
                last = hired.Course.Offer!.Answered > last ? hired.Course.Offer.Answered : last;
            }
        }

        if (job.Kind == JobKind.Past)
        {
            job.Until = last.AddHours(6) < world.Now ? last.AddHours(6) : world.Now;
        }

        return tries;
    }

    public List<Try> Others(SampleJob job, int count)
    {
        var tries = new List<Try>();
        var last = job.Until < world.Now ? job.Until.AddDays(-4) : world.Now.AddMinutes(-5);
        for (var number = 0; number < count; number++)
        {
            var share = job.Kind == JobKind.Open ? Math.Pow(Random.Share(), 0.7) : Random.Share();
            var at = job.LiveAt.AddMinutes(5).AddSeconds((int)((last - job.LiveAt).TotalSeconds * share));
            var course = courses.Make(job, Usual(), at);
            course.Limit = job.Until < world.Now ? job.Until : world.Now;
            tries.Add(Begin(job, pool.Next(job, at), course, -1));
        }

        return tries;
    }

    public Try Begin(SampleJob job, Candidate who, Course course, int seat)
    {
        if (who.Id > 0)
        {
            job.Applied.Add(who.Id);
        }

        return new Try(job, who, course)
        {
            Seat = seat, Achievements = SampleWords.Achievements(world, job.Family.Code, who.Language),
            Referrer = Random.Chance(0.13) ? Referrer(job) : null,
        };
    }

    /// <summary>Somebody of a trade, but not the one who hires.</summary>
    private StaffMember Referrer(SampleJob job)
    {
        for (; known < world.Staff.Count; known++)
        {
            if (world.Staff[known] is { Rank: > 0, Label: not "Interviewer" } who)
            {
                referrers.Add(who);
            }
        }

        var manager = referrers.IndexOf(job.Manager);
        var picked = Random.Below(manager < 0 ? referrers.Count : referrers.Count - 1);
        return referrers[manager >= 0 && picked >= manager ? picked + 1 : picked];
    }

    private Try One(SampleJob job, Fate fate, int seat, DateTime? free)
    {
        var at = world.Time.Anytime(job.OpenedAt.AddDays(5), job.OpenedAt.AddDays(22 + (seat * 8)));
        at = free is { } when && when.AddDays(-25) > at ? when.AddDays(-25) : at;
        at = at < world.Now.AddHours(-2) ? at : world.Now.AddHours(-2);
        var course = courses.Make(job, fate, at, free);
        course.Limit = world.Now;
        Leave(course);
        return Begin(job, pool.Finalist(job, at), course, seat);
    }

    /// <summary>Some do not stay.</summary>
    private void Leave(Course course)
    {
        if (course.Fate == Fate.Hired && leavers < world.Figures.Leavers && course.Offer!.Arrives < world.Now.AddDays(-260) && Random.Chance(0.4))
        {
            leavers++;
            course.Offer.Leaves = leavers % 4 == 1
                ? course.Offer.StartsOn.AddMonths(3).ToDateTime(new TimeOnly(13, 0), DateTimeKind.Utc)
                : world.Time.Anytime(course.Offer.Arrives.AddDays(170), world.Now.AddDays(-20));
        }
    }

    /// <summary>Ended in probation: three months after the start to the day.</summary>
    public static OnboardingTrigger ProbationOf(Course course, SampleRandom random) =>
        course.Offer!.Leaves is { } leaves && DateOnly.FromDateTime(leaves) == course.Offer.StartsOn.AddMonths(3) ? OnboardingTrigger.End
        : random.Chance(0.12) ? OnboardingTrigger.Extend
        : OnboardingTrigger.Confirm;

    /// <summary>Of a hundred, thirty-five are shortlisted and about a dozen are met.</summary>
    private Fate Usual()
    {
        var met = world.Figures.InterviewShare;
        return Random.Weighted(Enum.GetValues<Fate>(), f => f switch
        {
            Fate.RejectedInReview => 60,
            Fate.WithdrawnEarly => 5,
            Fate.RejectedShortlisted => 11,
            Fate.WithdrawnShortlisted => 4,
            Fate.RejectedAssessment => 7,
            Fate.Transferred => 1,
            Fate.RejectedInterviews => met * 55,
            Fate.WithdrawnInterviews => met * 15,
            Fate.NoHire => met * 30,
            _ => 0,
        });
    }
}
