using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Seeding;

/// <summary>An offer through its versions, its chain and its answer. It stops wherever a number from the database is needed, until the next save.</summary>
internal sealed class OfferLife(SampleWorld world, Try one)
{
    private readonly Actor author = one.Job.Recruiter.As();

    public Offer Offer { get; private set; } = null!;

    public long? RescindSigner { get; private set; }

    public DateTime? RescindSignedAt { get; private set; }

    private OfferCourse Course => one.Course.Offer!;

    public Offer Draft()
    {
        Offer = new Offer(
            author, Course.Drafted, one.Application.Id, one.Who.Id, one.Job.Requisition.Id, one.Job.SeatRows[one.Seat].Id, TermsOf(1), Facts(Course.Drafted));
        return Offer;
    }

    /// <summary>Each step ends where the rows must be saved before going on.</summary>
    public IEnumerable<bool> Walk()
    {
        if (!Past(Course.Submitted))
        {
            yield break;
        }

        Submit(Course.Submitted);
        if (Past(Course.SentBack))
        {
            var head = SampleChains.HeadFor(world, one.Job.Department, one.Job.Recruiter);
            Offer.SendBack(head.As(Relation.DepartmentHead), Course.SentBack!.Value, Facts(Course.SentBack.Value), world.Random.Pick(world.Texts.SendBackComments).In(one.Job.Recruiter.Language));
            yield return true;
            var again = Course.SentBack.Value.AddHours(2);
            if (!Past(again))
            {
                yield break;
            }

            Offer.Write(author, again, TermsOf(2));
            Submit(again);
        }

        Approve(Course.Approved);
        if (one.Course.Fate == Fate.OfferCancelled)
        {
            if (Past(Course.Ended))
            {
                Offer.Cancel(author, Course.Ended!.Value, Facts(Course.Ended.Value), SamplePhrases.NeedIsGone.In(one.Job.Recruiter.Language));
            }

            yield break;
        }

        if (!Past(Course.Extended))
        {
            yield break;
        }

        Offer.Extend(author, Course.Extended, Facts(Course.Extended));
        Ask();
        if (Past(Course.Revised))
        {
            Offer.Revise(author, Course.Revised!.Value, Facts(Course.Revised.Value), SamplePhrases.LaterStart.In(one.Job.Recruiter.Language));
            yield return true;
            var again = Course.Revised.Value.AddMinutes(40);
            if (!Past(again))
            {
                yield break;
            }

            Offer.Write(author, again, TermsOf(3));
            Submit(again);
            Approve(Course.ApprovedAgain);
            if (!Past(Course.ExtendedAgain))
            {
                yield break;
            }

            Offer.Extend(author, Course.ExtendedAgain!.Value, Facts(Course.ExtendedAgain.Value));
        }

        Answer();
    }

    private void Ask()
    {
        if (Past(Course.Asked))
        {
            Offer.Ask(Actor.Candidate(one.Who.Id), Course.Asked!.Value, Facts(Course.Asked.Value), world.Random.Pick(world.Texts.OfferQuestions).In(one.Who.Language));
        }
    }

    private void Answer()
    {
        var candidate = Actor.Candidate(one.Who.Id);
        switch (one.Course.Fate)
        {
            case Fate.Declined when Past(Course.Answered):
                Offer.Decline(candidate, Course.Answered, Facts(Course.Answered), SamplePhrases.Declines.In(one.Who.Language));
                break;
            case Fate.Expired when Past(Course.Ended):
                Offer.Expire(Actor.System, Course.Ended!.Value, Facts(Course.Ended.Value));
                break;
            case Fate.Rescinded when Past(Course.Ended):
                var partners = world.Random.Some(world.With(Role.HR), 2);
                (RescindSigner, RescindSignedAt) = (partners[0].Id, Course.Ended!.Value.AddHours(-2));
                Offer.Rescind(partners[1].As(), Course.Ended.Value, Facts(Course.Ended.Value) with { RescissionSignedBy = partners[0].Id }, new Reason("budget", SamplePhrases.SeatLostBudget.In(one.Job.Manager.Language)));
                break;
            case Fate.Hired or Fate.Reneged or Fate.DidNotStart when Past(Course.Answered):
                Offer.Accept(candidate, Course.Answered, Facts(Course.Answered), one.Who.Name);
                if (one.Course.Fate != Fate.Hired && Past(Course.Ended))
                {
                    Offer.Renege(one.Course.Fate == Fate.Reneged ? author : Actor.System, Course.Ended!.Value, Facts(Course.Ended.Value), new Reason("other-offer", SamplePhrases.TookAnother.In(one.Job.Recruiter.Language)));
                }

                break;
        }
    }

    private void Submit(DateTime at) => Offer.Submit(
        author, at, Facts(at), SampleChains.Offer(world, one.Job.Department, one.Job.Level.Rank, one.Job.Recruiter, isException: false), null);

    private void Approve(List<DateTime> times)
    {
        foreach (var at in times.Where(t => Past(t)))
        {
            var waits = Offer.Approval!.Current!.Votes.Where(v => v.ApprovedAt is null).Select(v => v.ApproverId).ToList();
            var who = world.Person(world.Random.Pick(waits));
            Offer.Approve(who.As(Relation.DepartmentHead, Relation.Approver), at, Facts(at), null);
        }
    }

    private bool Past(DateTime? at) => one.Course.Past(at);

    private OfferFacts Facts(DateTime at) => new(
        at, Clock.DayIn(at, one.Job.Zone), InOfferStage: true, AnotherIsLive: false, SeatIsHeld: true, HasAddress: true, HasArrived: false,
        new Money(one.Job.Band.Minimum, one.Job.Band.Currency), new Money(one.Job.Band.Maximum, one.Job.Band.Currency), null, null);

    /// <summary>Somewhere in the band; each round of talks adds a little.</summary>
    private OfferTerms TermsOf(int version)
    {
        var random = world.Random;
        var band = one.Job.Band;
        var share = Offer is null ? random.Between(0.15, 0.75) : Math.Min(0.95, ((Offer.Current.BaseAnnual.MinorUnits - band.Minimum) / (double)(band.Maximum - band.Minimum)) + 0.08);
        var pay = (long)((band.Minimum + ((band.Maximum - band.Minimum) * share)) / 100_000) * 100_000;
        var units = one.Job.Level.Rank * one.Job.Level.Rank * 400L;
        var equity = one.Job.Level.Rank < 4 ? null : new EquityTerms(
            EquityInstrument.Options, units, new Money(one.Job.Currency == "CNY" ? 1_200 : 170, one.Job.Currency), 12, [new VestingLine(12, 0.25m), new VestingLine(36, 0.75m)]);
        return new OfferTerms(
            new Money(pay, band.Currency), new Money(pay * (one.Job.Level.Rank + 5) / 100, band.Currency),
            version > 1 || random.Chance(0.3) ? new Money(pay / 1_200_000 * 100_000, band.Currency) : null, equity, Course.StartsOn, Course.ExpiresOn, one.Job.Zone,
            [SamplePhrases.Clause], one.Who.Language);
    }
}
