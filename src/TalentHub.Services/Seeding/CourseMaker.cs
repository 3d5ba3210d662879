namespace TalentHub.Services.Seeding;

/// <summary>Times a life: how long people take for each step, with chance, at the place of the job.</summary>
internal sealed class CourseMaker(SampleWorld world)
{
    private SampleRandom Random => world.Random;

    /// <param name="seatFree">No decision to hire before there is a seat.</param>
    public Course Make(SampleJob job, Fate fate, DateTime applied, DateTime? seatFree = null)
    {
        var zone = job.Zone;
        var course = new Course { Fate = fate, Applied = applied };
        course.Review = After(applied, 0.2, 3.2);
        course.Verdict = After(course.Review, 0.02, 1.6);
        switch (fate)
        {
            case Fate.RejectedInReview:
                course.End = course.Verdict;
                return course;
            case Fate.WithdrawnEarly:
                course.End = world.Time.Anytime(course.Review, course.Verdict.AddDays(2));
                course.Verdict = Course.Never;
                return course;
            case Fate.RejectedShortlisted or Fate.WithdrawnShortlisted or Fate.Transferred:
                course.End = After(course.Verdict, 1.5, 8);
                return course;
        }

        var ready = course.Verdict;
        if (fate == Fate.RejectedAssessment || Random.Chance(0.22))
        {
            course.Assessment = After(ready, 0.2, 1.6);
            course.Graded = ready = After(course.Assessment.Value, 4, 8);
            if (fate == Fate.RejectedAssessment)
            {
                course.End = After(ready, 0.1, 1);
                return course;
            }
        }

        course.Interviews = After(ready, 0.2, 1.4);
        var last = Talks(job, course, fate);
        if (fate is Fate.RejectedInterviews or Fate.WithdrawnInterviews)
        {
            course.End = After(last, 0.2, 1.5);
            return course;
        }

        course.Decision = last;
        course.Debrief = After(seatFree > last ? seatFree.Value : last, 0.1, 1.2);
        course.ManagerSays = course.Debrief.Value.AddMinutes(Random.Between(25, 70));
        if (fate == Fate.NoHire)
        {
            course.End = After(course.ManagerSays.Value, 0.1, 1);
            return course;
        }

        course.HrSigns = After(course.ManagerSays.Value, 0.05, 0.9);
        course.Offer = Terms(job, fate, course.HrSigns.Value);
        course.End = fate switch
        {
            Fate.OfferCancelled or Fate.Expired or Fate.Rescinded => After(course.Offer.Ended!.Value, 0.3, 2),
            _ => null,
        };
        return course;

        DateTime After(DateTime from, double least, double most) => world.Time.After(from, least, most, zone);
    }

    /// <summary>The rounds one after the other; returns when the last is judged.</summary>
    private DateTime Talks(SampleJob job, Course course, Fate fate)
    {
        var all = job.Rounds.Count;
        var held = fate switch
        {
            Fate.RejectedInterviews => Random.Between(1, all - 1),
            Fate.WithdrawnInterviews => Random.Between(1, Math.Max(1, all - 2)),
            _ => all,
        };
        var at = course.Interviews!.Value;
        for (var number = 0; number < held; number++)
        {
            var round = new RoundCourse();
            if (Random.Chance(0.25))
            {
                round.Asked = world.Time.After(at, 0.02, 0.4, job.Zone);
                round.Given = at = world.Time.After(round.Asked.Value, 0.1, 1, job.Zone);
            }

            round.Booked = world.Time.After(at, 0.05, 0.9, job.Zone);
            round.Starts = world.Time.Meeting(round.Booked, 1.2, 4.5, job.Zone);
            round.Ends = round.Starts.AddMinutes(job.Rounds[number].Round.Minutes);
            round.Moved = Random.Chance(0.1) ? round.Booked.AddMinutes((round.Starts - round.Booked).TotalMinutes * 0.25) : null;
            round.Confirmed = (round.Moved ?? round.Booked).AddMinutes((round.Starts - (round.Moved ?? round.Booked)).TotalMinutes * Random.Between(0.1, 0.5));
            round.NoShow = fate == Fate.WithdrawnInterviews && number == held - 1 && Random.Chance(0.35);
            var cards = Math.Min(job.Rounds[number].Panel.Count, number == 0 || Random.Chance(0.6) ? 1 : 2);
            for (var card = 0; card < cards; card++)
            {
                round.Cards.Add(world.Time.After(round.Ends, 0.01, 1.1, job.Zone));
            }

            round.WaivedCard = cards == 2 && Random.Chance(0.06) ? 1 : -1;
            course.Rounds.Add(round);
            at = round.NoShow ? round.Starts.AddMinutes(30) : round.Done;
        }

        return at;
    }

    private OfferCourse Terms(SampleJob job, Fate fate, DateTime signed)
    {
        var zone = job.Zone;
        var offer = new OfferCourse { Drafted = After(signed, 0.1, 0.9) };
        var at = offer.Submitted = After(offer.Drafted, 0.02, 0.4);
        if (Random.Chance(0.08))
        {
            offer.SentBack = After(at, 0.1, 0.8);
            at = After(offer.SentBack.Value, 0.1, 0.6);
        }

        at = Chain(offer.Approved, at);
        offer.ExpiresOn = DateOnly.FromDateTime(at).AddDays(10);
        offer.StartsOn = DateOnly.FromDateTime(at).AddDays(40);
        if (fate == Fate.OfferCancelled)
        {
            offer.Ended = After(at, 0.1, 1);
            return offer;
        }

        at = offer.Extended = After(at, 0.05, 0.6);
        offer.Asked = Random.Chance(0.3) ? world.Time.Anytime(at.AddHours(5), at.AddDays(2)) : null;
        if (offer.Asked is not null && fate is Fate.Hired or Fate.Declined && Random.Chance(0.3))
        {
            offer.Revised = at = After(offer.Asked.Value, 0.1, 0.8);
            at = Chain(offer.ApprovedAgain, After(at, 0.05, 0.3));
            offer.ExtendedAgain = at = After(at, 0.05, 0.5);
        }

        offer.Answered = world.Time.Anytime((offer.Asked > at ? offer.Asked.Value : at).AddHours(8), at.AddDays(5));
        offer.ExpiresOn = DateOnly.FromDateTime(at).AddDays(10);
        offer.StartsOn = job.Place.Calendar.Add(DateOnly.FromDateTime(offer.Answered).AddDays(Random.Between(18, 55)), 0);
        offer.Arrives = Clock.InstantOf(offer.StartsOn.ToDateTime(new TimeOnly(9, Random.Between(5, 55))), zone);
        offer.Ended = fate switch
        {
            Fate.Expired => Domain.Offers.OfferTerms.EndOf(offer.ExpiresOn, zone).AddMinutes(7),
            Fate.Rescinded => After(offer.Asked > at ? offer.Asked.Value : at, 1, 3),
            Fate.Reneged => After(offer.Answered, 4, 14),
            Fate.DidNotStart => offer.Arrives.AddHours(7),
            _ => null,
        };
        return offer;

        DateTime After(DateTime from, double least, double most) => world.Time.After(from, least, most, zone);

        DateTime Chain(List<DateTime> approvals, DateTime from)
        {
            for (var step = 0; step < SampleChains.Offer(world, job.Department, job.Level.Rank, job.Recruiter, false).Count; step++)
            {
                approvals.Add(from = After(from, 0.08, 0.9));
            }

            return from;
        }
    }
}
