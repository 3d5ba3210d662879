using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Seeding;

/// <summary>A talk that is being made, and what its cards need.</summary>
internal sealed record Talk(Try Of, RoundCourse? Round, Interview Interview, List<StaffMember> Panel);

/// <summary>The interviews of an application: planned when it comes to them, booked, held, judged; called off when it ends before.</summary>
internal sealed class InterviewLife(SampleWorld world)
{
    /// <summary>A talk that is moved was first booked for so much later.</summary>
    private static readonly TimeSpan BeforeTheMove = TimeSpan.FromHours(3);

    private SampleRandom Random => world.Random;

    public IEnumerable<Talk> Make(Try one)
    {
        var planned = one.Course.Interviews!.Value;
        for (var number = 0; number < one.Job.Rounds.Count; number++)
        {
            var (round, named) = one.Job.Rounds[number];
            var course = number < one.Course.Rounds.Count ? one.Course.Rounds[number] : null;
            var interview = new Interview(Actor.System, planned, one.Application.Id, one.Job.Requisition.Id, one.Who.Id, round);
            var free = named.FindAll(s => s.Id != one.Referrer?.Id);
            var panel = number == 0 ? free.Take(1).ToList() : Random.Some(free, Math.Max(1, course?.Cards.Count ?? 1));
            if (panel.Count == 0)
            {
                panel = [one.Job.Manager];
            }

            if (one.Job.IsShowcase && free.Find(s => s.Label == "Interviewer") is { } demo && !panel.Contains(demo))
            {
                panel[0] = demo;
            }

            if (course is not null && one.Course.Past(course.Booked))
            {
                SeatFree(one, course, free, panel);
            }

            if (course is not null)
            {
                Walk(one, interview, course, panel);
            }

            if (one.Application.EndedAt is { } at && InterviewFlow.Running.Contains(interview.State) && interview.State != InterviewState.AwaitingFeedback)
            {
                interview.Cancel(new InterviewFacts(), Actor.System, at, "The application or its job has ended.");
            }

            if (InterviewFlow.Ahead.Contains(interview.State) && interview.EndsAt <= world.Now)
            {
                // Its job was put on hold before the day of the talk came.
                interview.Cancel(new InterviewFacts(), one.Job.Recruiter.As(), one.Job.Until, SamplePhrases.BudgetIsChecked.In(one.Job.Recruiter.Language));
            }

            yield return new Talk(one, course, interview, panel);
        }
    }

    /// <summary>Whoever holds another talk at that time gives the seat to a colleague who was named for the round, else to one of the trade, the least busy first.</summary>
    private void SeatFree(Try one, RoundCourse round, List<StaffMember> named, List<StaffMember> panel)
    {
        var starts = round.Moved is not null && !one.Course.Past(round.Moved) ? round.Starts + BeforeTheMove : round.Starts;
        var ends = starts + (round.Ends - round.Starts);
        for (var seat = 0; seat < panel.Count; seat++)
        {
            if (!world.Diary.IsFree(panel[seat], starts, ends))
            {
                panel[seat] = named.Concat(Trade(one, DateOnly.FromDateTime(round.Booked))).FirstOrDefault(s => !panel.Contains(s) && world.Diary.IsFree(s, starts, ends))
                    ?? throw new InvalidOperationException($"Nobody is free for a talk at {starts:u}.");
            }

            world.Diary.Take(panel[seat], starts, ends);
        }
    }

    private IEnumerable<StaffMember> Trade(Try one, DateOnly day) => world.Staff
        .Where(s => s.Rank >= 4 && s.Starts <= day && s.LeavesAt is null && s.Id != one.Referrer?.Id && s.Id != one.Who.Id && s.Label is not ("Manager" or "Employee" or "Employee2"))
        .OrderByDescending(s => s.Family == one.Job.Family.Code).ThenBy(world.Diary.Talks).ThenBy(s => s.Id);

    private void Walk(Try one, Interview interview, RoundCourse round, List<StaffMember> panel)
    {
        var past = new InterviewFacts(HasStarted: true, HasEnded: true);
        var before = new InterviewFacts();
        var books = world.With(Role.Coordinator)[0].As();
        var candidate = Actor.Candidate(one.Who.Id);
        var course = one.Course;
        if (course.Past(round.Asked))
        {
            interview.AskAvailability(before, books, round.Asked!.Value);
        }

        if (course.Past(round.Given))
        {
            interview.GiveAvailability(before, candidate, round.Given!.Value, SamplePhrases.Availability.In(one.Who.Language));
        }

        if (!course.Past(round.Booked))
        {
            return;
        }

        var isMoved = round.Moved is not null;
        interview.Book(before, books, round.Booked, SlotAt(one, interview, round, isMoved ? round.Starts + BeforeTheMove : round.Starts, panel));
        if (course.Past(round.Moved))
        {
            interview.MoveTo(before, books, round.Moved!.Value, SlotAt(one, interview, round, round.Starts, panel), new Reason(Random.Chance(0.5) ? "candidate-asked" : "interviewer-asked", null));
        }

        if (course.Past(round.CalledOff))
        {
            interview.Cancel(before, books, round.CalledOff!.Value, new Reason("order", null));
            return;
        }

        if (course.Past(round.Confirmed) && !(isMoved && !course.Past(round.Moved)))
        {
            interview.Confirm(before, candidate, round.Confirmed);
            var said = round.Confirmed;
            foreach (var member in panel)
            {
                interview.Confirm(before, member.As(Relation.Interviewer), said = said.AddMinutes(Random.Between(1, 9)));
            }
        }

        if (round.NoShow && course.Past(round.Starts.AddMinutes(20)))
        {
            interview.RecordNoShow(past, panel[0].As(Relation.Interviewer), round.Starts.AddMinutes(20), NoShowSide.Candidate, new Reason("candidate-silent", null));
            return;
        }

        if (course.Past(round.Ends) && InterviewFlow.Ahead.Contains(interview.State))
        {
            interview.End(past, Actor.System, round.Ends);
            Collect(one, interview, round, panel);
        }
    }

    /// <summary>Cards come in, or are waived when the application ends before.</summary>
    private static void Collect(Try one, Interview interview, RoundCourse round, List<StaffMember> panel)
    {
        for (var card = 0; card < panel.Count; card++)
        {
            if (Cards.InAt(one, round, card) is { } at)
            {
                interview.CardIn(panel[card].Id, at);
            }
        }

        if (interview.MissingCards == 0)
        {
            var last = Enumerable.Range(0, panel.Count).Max(card => Cards.InAt(one, round, card)!.Value);
            interview.AllIn(new InterviewFacts(HasStarted: true, HasEnded: true, LastRequired: one.Course.Decision == last), Actor.System, last);
        }
    }

    private Slot SlotAt(Try one, Interview interview, RoundCourse round, DateTime starts, List<StaffMember> panel) => new(
        starts, (int)(round.Ends - round.Starts).TotalMinutes, one.Who.Zone, panel.Select(s => s.Id), Random.Chance(0.25) ? "Lantern room" : null,
        $"https://meet.lumen.example.com/{one.Job.Requisition.Id}-{one.Application.Id}-{interview.RoundOrder}");
}

/// <summary>Scorecards: begun after the talk, handed in, locked by the debrief.</summary>
internal sealed class Cards(SampleWorld world)
{
    private SampleRandom Random => world.Random;

    /// <summary>When a card came in, by hand or by being waived; null while it is missing.</summary>
    public static DateTime? InAt(Try one, RoundCourse round, int card)
    {
        var own = card < round.Cards.Count ? round.Cards[card] : round.Ends.AddHours(2);
        if (one.Course.Past(own) && !(one.Application.EndedAt < own))
        {
            return own;
        }

        return one.Application.EndedAt;
    }

    public IEnumerable<Scorecard> Make(Talk talk)
    {
        if (talk.Round is not { } round || talk.Interview.State is not (InterviewState.AwaitingFeedback or InterviewState.FeedbackComplete))
        {
            yield break;
        }

        for (var number = 0; number < talk.Panel.Count; number++)
        {
            yield return Write(talk, round, number);
        }
    }

    private Scorecard Write(Talk talk, RoundCourse round, int number)
    {
        var (one, who) = (talk.Of, talk.Panel[number]);
        var card = new Scorecard(Actor.System, round.Ends, talk.Interview, who.Id);
        var facts = new ScorecardFacts(HasStarted: true, HiringManagerId: one.Job.Manager.Id);
        var own = number < round.Cards.Count ? round.Cards[number] : round.Ends.AddHours(2);
        var inAt = InAt(one, round, number);
        if (inAt is { } waived && (waived != own || round.WaivedCard == number))
        {
            var isOver = waived != own;
            card.Waive(facts, isOver ? Actor.System : one.Job.Recruiter.As(), waived, isOver ? "The application or its job has ended." : new Reason("interviewer-away", null));
            return card;
        }

        var begun = own.AddMinutes(-Random.Between(12, 40));
        begun = begun > round.Ends ? begun : round.Ends.AddMinutes(1);
        var actor = who.As(Relation.Interviewer);
        if (!one.Course.Past(begun))
        {
            return card;
        }

        card.StartWriting(facts, actor, begun);
        var isGood = one.IsGood || (one.Course.Fate == Fate.NoHire ? Random.Chance(0.45) : talk.Round != one.Course.Rounds[^1]);
        var (ratings, overall) = Rate(card, isGood, who.Language);
        card.Write(actor, ratings, overall, ratings.Find(r => r.Evidence is not null)?.Evidence);
        if (inAt is { } at)
        {
            card.Submit(facts, actor, at);
            if (one.Course.Past(one.Course.Debrief) && !(one.Application.EndedAt < one.Course.Debrief))
            {
                card.Lock(Actor.System, one.Course.Debrief!.Value);
            }
        }

        return card;
    }

    private (List<Rating> Ratings, Recommendation Overall) Rate(Scorecard card, bool isGood, string language)
    {
        var ratings = card.Attributes.ConvertAll(attribute =>
        {
            var score = Random.Weighted(Enum.GetValues<Recommendation>(), s => (isGood, s) switch
            {
                (true, Recommendation.StrongYes) => 3,
                (true, Recommendation.Yes) => 6,
                (true, Recommendation.No) => 1,
                (false, Recommendation.No) => 6,
                (false, Recommendation.Yes) => 3,
                (false, Recommendation.StrongNo) => 1.5,
                _ => 0,
            });
            var evidence = world.Texts.Evidence.Where(e => e.Attribute == attribute.Code && e.Positive == score >= Recommendation.Yes).ToList();
            return new Rating(attribute.Code, score, evidence.Count > 0 ? Random.Pick(evidence).Text.In(language) : SamplePhrases.SeenInTheTalk.In(language));
        });
        var mean = ratings.Average(r => (int)r.Score!.Value);
        return (ratings, (Recommendation)Math.Clamp((int)Math.Round(mean + (isGood ? 0.1 : -0.1)), 1, 4));
    }
}
