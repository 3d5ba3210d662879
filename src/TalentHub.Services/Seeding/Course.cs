namespace TalentHub.Services.Seeding;

/// <summary>How an application ends.</summary>
internal enum Fate
{
    RejectedInReview,
    WithdrawnEarly,
    RejectedShortlisted,
    WithdrawnShortlisted,
    RejectedAssessment,
    Transferred,
    RejectedInterviews,
    WithdrawnInterviews,
    NoHire,

    /// <summary>An offer was written and never sent.</summary>
    OfferCancelled,
    Declined,
    Expired,
    Rescinded,

    /// <summary>Accepted, then broken before day one.</summary>
    Reneged,

    /// <summary>Accepted, did not come on day one.</summary>
    DidNotStart,
    Hired,
}

/// <summary>One round: when it is booked, held and judged.</summary>
internal sealed class RoundCourse
{
    public DateTime? Asked { get; set; }

    public DateTime? Given { get; set; }

    public DateTime Booked { get; set; }

    /// <summary>Moved once to the time at which it was held.</summary>
    public DateTime? Moved { get; set; }

    public DateTime Confirmed { get; set; }

    public DateTime Starts { get; set; }

    public DateTime Ends { get; set; }

    /// <summary>When each of the panel hands in their card.</summary>
    public List<DateTime> Cards { get; } = [];

    /// <summary>Whose card a recruiter waives, by place in the panel; none below zero.</summary>
    public int WaivedCard { get; set; } = -1;

    public bool NoShow { get; set; }

    /// <summary>Called off although the application goes on.</summary>
    public DateTime? CalledOff { get; set; }

    public DateTime Done => Cards.Count == 0 ? Ends : Cards.Max();

    public void Shift(TimeSpan by)
    {
        (Asked, Given, Booked, Moved, Confirmed) = (Asked + by, Given + by, Booked + by, Moved + by, Confirmed + by);
        (Starts, Ends, CalledOff) = (Starts + by, Ends + by, CalledOff + by);
        for (var card = 0; card < Cards.Count; card++)
        {
            Cards[card] += by;
        }
    }
}

/// <summary>An offer's course.</summary>
internal sealed class OfferCourse
{
    public DateTime Drafted { get; set; }

    public DateTime Submitted { get; set; }

    /// <summary>An approver wanted something changed, and it was sent again.</summary>
    public DateTime? SentBack { get; set; }

    public List<DateTime> Approved { get; } = [];

    public DateTime Extended { get; set; }

    public DateTime? Asked { get; set; }

    /// <summary>Talks led to new terms: a second walk through the chain.</summary>
    public DateTime? Revised { get; set; }

    public List<DateTime> ApprovedAgain { get; } = [];

    public DateTime? ExtendedAgain { get; set; }

    public DateTime Answered { get; set; }

    /// <summary>Called off, expired, taken back or broken.</summary>
    public DateTime? Ended { get; set; }

    public DateOnly ExpiresOn { get; set; }

    public DateOnly StartsOn { get; set; }

    public DateTime Arrives { get; set; }

    /// <summary>When the employment ends again.</summary>
    public DateTime? Leaves { get; set; }

    /// <summary>Whole days only: days of the calendar move along.</summary>
    public void Shift(TimeSpan by)
    {
        (Drafted, Submitted, SentBack, Extended, Asked) = (Drafted + by, Submitted + by, SentBack + by, Extended + by, Asked + by);
        (Revised, ExtendedAgain, Answered, Ended, Arrives, Leaves) = (Revised + by, ExtendedAgain + by, Answered + by, Ended + by, Arrives + by, Leaves + by);
        ExpiresOn = ExpiresOn.AddDays((int)by.TotalDays);
        StartsOn = StartsOn.AddDays((int)by.TotalDays);
        foreach (var list in new[] { Approved, ApprovedAgain })
        {
            for (var at = 0; at < list.Count; at++)
            {
                list[at] += by;
            }
        }
    }
}

/// <summary>
/// When everything in the life of one application happens, from its beginning to its end. What lies after <see cref="Limit"/> has not happened: that is how an
/// application comes to stand anywhere today.
/// </summary>
internal sealed class Course
{
    /// <summary>So late that it does not come, early enough to be moved.</summary>
    public static readonly DateTime Never = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public required Fate Fate { get; init; }

    public required DateTime Applied { get; set; }

    public DateTime Review { get; set; } = Never;

    /// <summary>The review ends: shortlisted, or told no.</summary>
    public DateTime Verdict { get; set; } = Never;

    public DateTime? Assessment { get; set; }

    public DateTime? Graded { get; set; }

    public DateTime? Interviews { get; set; }

    public List<RoundCourse> Rounds { get; } = [];

    public DateTime? Decision { get; set; }

    public DateTime? Debrief { get; set; }

    public DateTime? ManagerSays { get; set; }

    /// <summary>The manager asks for another conversation instead of deciding.</summary>
    public bool AsksMore { get; set; }

    public DateTime? HrSigns { get; set; }

    public OfferCourse? Offer { get; set; }

    /// <summary>Told no, withdrawn or transferred.</summary>
    public DateTime? End { get; set; }

    /// <summary>Paused since.</summary>
    public DateTime? Held { get; set; }

    /// <summary>The hiring manager asks the recruiter to say no.</summary>
    public DateTime? Proposed { get; set; }

    public DateTime Limit { get; set; } = DateTime.MaxValue;

    public bool Past(DateTime? at) => at <= Limit;

    /// <summary>From when the seat is free for another offer.</summary>
    public DateTime? SeatFree => Offer is not { } offer ? null : Fate is Fate.Declined ? offer.Answered : offer.Ended;

    public void Shift(TimeSpan by)
    {
        (Applied, Review, Verdict, Assessment, Graded) = (Applied + by, Review + by, Verdict + by, Assessment + by, Graded + by);
        (Interviews, Decision, Debrief, ManagerSays, HrSigns) = (Interviews + by, Decision + by, Debrief + by, ManagerSays + by, HrSigns + by);
        (End, Held, Proposed) = (End + by, Held + by, Proposed + by);
        Rounds.ForEach(r => r.Shift(by));
        Offer?.Shift(by);
    }
}
