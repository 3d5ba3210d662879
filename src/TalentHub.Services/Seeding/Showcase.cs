namespace TalentHub.Services.Seeding;

/// <summary>
/// The three jobs of the hiring manager and the recruiter whom a visitor can be: somebody stands in every state of every machine of the line, since a few days at most.
/// </summary>
internal sealed class Showcase(SampleWorld world, JobApplicants applicants, CandidatePool pool)
{
    private readonly CourseMaker courses = new(world);

    public IEnumerable<Try> Make(SampleJob job, IReadOnlyList<SampleJob> jobs)
    {
        var number = jobs.Where(j => j.IsShowcase).ToList().IndexOf(job);
        return number switch
        {
            0 => [.. Screened(job), .. Met(job), .. Decided(job), .. Offered(job)],
            1 => [.. Screened(job), .. Accepted(job)],
            _ => [.. Met(job), .. Senior(job)],
        };
    }

    private IEnumerable<Try> Screened(SampleJob job)
    {
        for (var fresh = 0; fresh < 3; fresh++)
        {
            yield return Stop(job, Fate.NoHire, c => c.Applied, 0.1 + (fresh * 0.4));
        }

        yield return Stop(job, Fate.NoHire, c => c.Review, 0.3);
        yield return Stop(job, Fate.NoHire, c => c.Review, 1.2);
        yield return Stop(job, Fate.NoHire, c => c.Verdict, 0.5);
        yield return Stop(job, Fate.NoHire, c => c.Verdict, 0.9, c => c.Held = c.Verdict.AddHours(3), c => c.Held!.Value);
        yield return Stop(job, Fate.RejectedAssessment, c => c.Assessment!.Value, 2);
        yield return Stop(job, Fate.RejectedAssessment, c => c.Graded!.Value, 0.4);
        yield return Stop(job, Fate.RejectedInReview, c => c.End!.Value, 0.2);
        yield return Stop(job, Fate.WithdrawnShortlisted, c => c.End!.Value, 1.1);
        yield return Stop(job, Fate.Transferred, c => c.End!.Value, 0.6);
    }

    private IEnumerable<Try> Met(SampleJob job)
    {
        yield return Stop(job, Fate.NoHire, c => c.Interviews!.Value, 0.4);
        yield return Stop(job, Fate.NoHire, c => c.Rounds[0].Asked!.Value, 0.3, Ask);
        yield return Stop(job, Fate.NoHire, c => c.Rounds[0].Given!.Value, 0.3, Ask);
        yield return Ahead(job, 1, TimeSpan.FromHours(1.5), isConfirmed: true);
        yield return Ahead(job, 2, TimeSpan.FromDays(1), isConfirmed: true);
        yield return Ahead(job, 1, TimeSpan.FromDays(2), isConfirmed: false);
        yield return Ahead(job, 3, TimeSpan.FromDays(3), isConfirmed: false);
        yield return Stop(job, Fate.Hired, c => c.Rounds[1].Ends, 0.3, c => Postpone(c, 1));
        yield return Stop(job, Fate.Hired, c => c.Rounds[2].Ends, 1.3, c => Postpone(c, 2));
        yield return Stop(job, Fate.Hired, c => c.Rounds[1].Cards[0].AddMinutes(-6), 0.2, c => c.Rounds[1].Cards[0] = c.Rounds[1].Ends.AddHours(3));
        yield return Stop(job, Fate.NoHire, c => c.Rounds[1].Starts.AddMinutes(21), 0.4, c => c.Rounds[1].NoShow = true);
        yield return Stop(job, Fate.NoHire, c => c.Rounds[1].CalledOff!.Value, 0.3, c => c.Rounds[1].CalledOff = c.Rounds[1].Booked.AddHours(2));
    }

    private IEnumerable<Try> Decided(SampleJob job)
    {
        yield return Stop(job, Fate.Hired, c => c.Decision!.Value, 0.3);
        yield return Stop(job, Fate.Hired, c => c.Debrief!.Value, 0.1);
        yield return Stop(job, Fate.Hired, c => c.ManagerSays!.Value, 0.2);
        yield return Stop(job, Fate.Hired, c => c.ManagerSays!.Value, 0.5, c => c.AsksMore = true);
        yield return Stop(job, Fate.NoHire, c => c.ManagerSays!.Value, 0.3);
        yield return Stop(job, Fate.RejectedInterviews, c => c.Proposed!.Value, 0.2, c => c.Proposed = c.Rounds[^1].Done.AddMinutes(90));
        yield return Stop(job, Fate.Hired, c => c.HrSigns!.Value, 0.2);
    }

    private IEnumerable<Try> Offered(SampleJob job)
    {
        yield return Stop(job, Fate.Hired, c => c.Offer!.Drafted, 0.2, seat: 0);
        yield return Stop(job, Fate.Hired, c => c.Offer!.Submitted, 0.5, c => c.Offer!.SentBack = null, seat: 1);
        yield return Stop(job, Fate.Hired, c => c.Offer!.SentBack!.Value, 0.3, c => c.Offer!.SentBack = c.Offer.Submitted.AddHours(3), seat: 2);
        yield return Stop(job, Fate.Hired, c => c.Offer!.Extended, 0.6, seat: 3);
    }

    private IEnumerable<Try> Accepted(SampleJob job)
    {
        yield return Stop(job, Fate.Hired, c => c.Offer!.Approved[^1], 0.2, seat: 0);
        yield return Stop(job, Fate.Hired, c => c.Offer!.Asked!.Value, 0.2, c => (c.Offer!.Asked, c.Offer.Revised, c.Offer.Answered) = (c.Offer.Extended.AddHours(20), null, c.Offer.Extended.AddHours(44)), seat: 1);
        yield return Stop(job, Fate.Hired, c => c.Offer!.Answered, 1, seat: 2);
        yield return Stop(job, Fate.Hired, c => c.Offer!.Arrives.AddHours(-22), 0, c => Start(c, job, 12), seat: 3);
    }

    private IEnumerable<Try> Senior(SampleJob job)
    {
        yield return Stop(job, Fate.Hired, c => c.Offer!.Approved[0], 0.3, seat: 0);
        yield return Stop(job, Fate.Hired, c => c.Offer!.Approved[1], 0.4, seat: 1);
        yield return Stop(job, Fate.Hired, c => c.Offer!.Arrives, 2, c => Start(c, job, 8), seat: 2);
        yield return Stop(job, Fate.Hired, c => c.Offer!.Arrives.AddDays(24), 0, c => Start(c, job, 8), seat: 3);
    }

    /// <summary>Ends at a moment that lies so many days ago, to the day.</summary>
    private Try Stop(
        SampleJob job, Fate fate, Func<Course, DateTime> at, double daysAgo, Action<Course>? change = null, Func<Course, DateTime>? limit = null, int seat = -1)
    {
        var course = courses.Make(job, fate, world.Now.AddDays(-60));
        if (course.Offer is { } offer)
        {
            offer.SentBack = null;
        }

        change?.Invoke(course);
        var end = (limit ?? at)(course);
        var target = world.Now.AddDays(-daysAgo);
        course.Shift(TimeSpan.FromDays(Math.Floor((target - end).TotalDays)));
        course.Limit = (limit ?? at)(course);
        return Begin(job, course, seat);
    }

    /// <summary>The next talk is booked for a time from now; today if there is still time for it.</summary>
    private Try Ahead(SampleJob job, int round, TimeSpan from, bool isConfirmed)
    {
        var course = courses.Make(job, Fate.NoHire, world.Now.AddDays(-60));
        var talk = course.Rounds[round];
        (talk.Moved, talk.Asked, talk.Given) = (null, null, null);
        var local = Clock.LocalIn(world.Now + from, job.Zone);
        var hour = from < TimeSpan.FromDays(1) ? local.Date.AddMinutes((local.Hour * 60) + (local.Minute < 30 ? 30 : 60)) : local.Date.AddHours(10 + (round * 2));
        if (hour.Hour is < 8 or > 19)
        {
            hour = hour.Date.AddDays(hour.Hour > 19 ? 1 : 0).AddHours(10);
        }

        course.Shift(Clock.InstantOf(hour, job.Zone) - talk.Starts);
        course.Limit = world.Now.AddMinutes(-10);
        if (talk.Booked > course.Limit)
        {
            talk.Booked = course.Limit.AddHours(-5);
        }

        talk.Confirmed = isConfirmed ? talk.Booked.AddMinutes(50) : talk.Starts.AddMinutes(-30);
        return Begin(job, course, -1);
    }

    private Try Begin(SampleJob job, Course course, int seat)
    {
        if (course.Applied < job.LiveAt)
        {
            var first = job.LiveAt.AddMinutes(world.Random.Between(10, 600));
            course.Applied = first < course.Review ? first : course.Review.AddMinutes(-20);
        }

        return applicants.Begin(job, seat >= 0 ? pool.Finalist(job, course.Applied) : pool.New(job), course, seat);
    }

    private static void Ask(Course course)
    {
        var first = course.Rounds[0];
        first.Asked = course.Interviews!.Value.AddHours(2);
        first.Given = first.Asked.Value.AddHours(9);
        first.Booked = first.Given.Value.AddHours(6);
    }

    /// <summary>Nobody has written their card yet.</summary>
    private static void Postpone(Course course, int round)
    {
        var talk = course.Rounds[round];
        for (var card = 0; card < talk.Cards.Count; card++)
        {
            talk.Cards[card] = talk.Ends.AddDays(3);
        }
    }

    private static void Start(Course course, SampleJob job, int days)
    {
        var offer = course.Offer!;
        (offer.Revised, offer.Asked) = (null, null);
        offer.Answered = offer.Extended.AddDays(1);
        offer.ExpiresOn = DateOnly.FromDateTime(offer.Answered).AddDays(3);
        offer.StartsOn = job.Place.Calendar.Add(DateOnly.FromDateTime(offer.Answered).AddDays(days), 0);
        offer.Arrives = Clock.InstantOf(offer.StartsOn.ToDateTime(new TimeOnly(9, 20)), job.Zone);
    }
}
