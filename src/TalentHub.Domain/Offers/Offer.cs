using System.Globalization;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Offers;

/// <summary>
/// Terms for one candidate, one seat. Its versions are kept; what is approved is what is sent; the candidate answers before it expires.
/// </summary>
public sealed class Offer : Stateful<Offer, OfferState, OfferTrigger, OfferFacts>, IOnTimeline
{
    public const int NoteLength = 2000;
    public const int MaximumQuestions = 30;

    private readonly List<OfferVersion> versions = [];
    private readonly List<OfferQuestion> questions = [];

    private Offer()
    {
    }

    /// <summary>Drafts an offer. Wants the seat: <see cref="OfferDrafted"/> reserves it in the same save.</summary>
    /// <exception cref="DomainException">The application is not at the offer, there is another live offer, or the terms cannot be promised.</exception>
    public Offer(Actor by, DateTime at, long applicationId, long personId, long requisitionId, long openingId, OfferTerms terms, OfferFacts facts)
    {
        Require.That(by.May(Capability.WriteOffers), "You do not hold the right to do this.");
        Require.That(facts.InOfferStage, "An offer is made when the decision is to hire.");
        Require.That(!facts.AnotherIsLive, "This person has another offer that is still open.");
        Require.That(facts.SeatIsHeld, "Choose a seat that is open.", "OpeningId");
        ApplicationId = applicationId;
        PersonId = personId;
        RequisitionId = requisitionId;
        OpeningId = openingId;
        AuthorId = by.PersonId;
        versions.Add(new OfferVersion(1, terms, by, at));
        ExpiresAt = Current.ExpiresAt;
        Begin(by, at, "Draft");
        Raise(new OfferDrafted(this, by, at));
    }

    public string Number => NumberOf(Id);

    public long ApplicationId { get; private set; }

    public long PersonId { get; private set; }

    public long RequisitionId { get; private set; }

    public long OpeningId { get; private set; }

    /// <summary>Who wrote the terms last: never among their approvers.</summary>
    public long AuthorId { get; private set; }

    public IReadOnlyList<OfferVersion> Versions => versions;

    public OfferVersion Current => versions.MaxBy(v => v.Number)!;

    /// <summary>The version that counts: read where versions are not loaded.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>The walk through the chain that runs, or ran last.</summary>
    public ApprovalRun? Approval { get; private set; }

    public int? ApprovedVersion { get; private set; }

    public DateTime? ExtendedAt { get; private set; }

    /// <summary>When we reminded the candidate that it expires.</summary>
    public DateTime? WarnedAt { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The name that the candidate typed to accept.</summary>
    public string? SignedName { get; private set; }

    /// <summary>Why they declined, or how the recruiter who recorded the answer knows it.</summary>
    public string? AnswerNote { get; private set; }

    /// <summary>Who recorded the answer for the candidate; null when they answered themselves.</summary>
    public long? AnswerRecordedBy { get; private set; }

    public IReadOnlyList<OfferQuestion> Questions => questions;

    long? IOnTimeline.TimelinePersonId => PersonId;

    long? IOnTimeline.TimelineRequisitionId => RequisitionId;

    EntryAudience IOnTimeline.TimelineAudience => EntryAudience.Pay;

    protected override Workflow<Offer, OfferState, OfferTrigger, OfferFacts> Table => OfferFlow.Table;

    public static string NumberOf(long id) => string.Create(CultureInfo.InvariantCulture, $"OFR-{id}");

    /// <summary>Writes the terms: into the present version while nobody was asked for it, else into the next.</summary>
    public void Write(Actor by, DateTime at, OfferTerms terms)
    {
        Require.That(by.May(Capability.WriteOffers), "You do not hold the right to do this.");
        Require.That(OfferFlow.Editable.Contains(State), "The terms can be written while the offer is a draft or was sent back.");
        if (Current.FrozenAt is null)
        {
            Current.Write(terms, by, at);
        }
        else
        {
            versions.Add(new OfferVersion(Current.Number + 1, terms, by, at));
        }

        AuthorId = by.PersonId;
        ExpiresAt = Current.ExpiresAt;
    }

    /// <param name="chain">The steps that the policy asks for.</param>
    /// <param name="reason">Explains an exception: outside the band, far from peers.</param>
    public void Submit(Actor by, DateTime at, OfferFacts facts, IEnumerable<ApprovalStepPlan> chain, Reason? reason)
    {
        var run = new ApprovalRun(OfferFlow.Table.Name, Id, AuthorId, at, chain);
        Fire(OfferTrigger.Submit, facts, by, at, reason);
        Approval = run;
        ApprovedVersion = null;
        Current.Freeze(at);
    }

    public void Approve(Actor by, DateTime at, OfferFacts facts, string? note)
    {
        var last = Approval?.WouldComplete(by.OnBehalfOf ?? by.PersonId) == true;
        Fire(OfferTrigger.Approve, facts, by, at, note, last ? OfferState.Approved : OfferState.InApproval);
        Approval!.Approve(by, at, note);
        if (last)
        {
            ApprovedVersion = Current.Number;
            Raise(new OfferApproved(this, by, at));
        }
    }

    public void SendBack(Actor by, DateTime at, OfferFacts facts, string? reason)
    {
        Fire(OfferTrigger.SendBack, facts, by, at, Require.Text(reason, "Say what should change.", Transition.ReasonLength, "Reason"));
        Raise(new OfferSentBack(this, by, at));
    }

    public void Extend(Actor by, DateTime at, OfferFacts facts)
    {
        Fire(OfferTrigger.Extend, facts, by, at);
        ExtendedAt = at;
        WarnedAt = null;
        Raise(new OfferExtended(this, by, at));
    }

    /// <summary>The candidate asks: what they want to know stands beside the offer until one of us answers.</summary>
    public void Ask(Actor by, DateTime at, OfferFacts facts, string? text)
    {
        Require.That(OfferFlow.AwaitingCandidate.Contains(State), "This offer is closed: nothing can be asked about it here any more.");
        Require.That(questions.Count < MaximumQuestions, "There are many questions already: please write to the recruiter.");
        var question = new OfferQuestion(text, at);
        Fire(OfferTrigger.Negotiate, facts, by, at);
        questions.Add(question);
        Raise(new OfferQuestioned(this, question, by, at));
    }

    public void Reply(Actor by, DateTime at, OfferFacts facts, long questionId, string? text)
    {
        var question = questions.Find(q => q.Id == questionId) ?? throw new DomainException("This question is not there any more.");
        Fire(OfferTrigger.Reply, facts, by, at);
        question.Reply(text, by, at);
        Raise(new OfferQuestionAnswered(this, question, by, at));
    }

    /// <summary>Opens talks without a question: the recruiter heard it on the phone.</summary>
    public void Negotiate(Actor by, DateTime at, OfferFacts facts, Reason? reason) => Fire(OfferTrigger.Negotiate, facts, by, at, reason);

    public void Revise(Actor by, DateTime at, OfferFacts facts, Reason? reason)
    {
        Fire(OfferTrigger.Revise, facts, by, at, reason);
        ApprovedVersion = null;
        Raise(new OfferRevised(this, by, at));
    }

    /// <param name="signedName">The name that the candidate typed.</param>
    public void Accept(Actor by, DateTime at, OfferFacts facts, string? signedName)
    {
        var name = by.Kind == ActorKind.Candidate ? Require.Text(signedName, "Type your name to accept.", 200, "SignedName") : null;
        Fire(OfferTrigger.Accept, facts, by, at);
        SignedName = name;
        AnsweredAt = at;
        Raise(new OfferAccepted(this, by, at));
    }

    public void Decline(Actor by, DateTime at, OfferFacts facts, string? reason)
    {
        var note = Require.AtMost(reason, NoteLength, "Reason");
        Fire(OfferTrigger.Decline, facts, by, at, note);
        AnsweredAt = at;
        AnswerNote = note;
        Raise(new OfferEnded(this, OfferEnd.Declined, by, at));
    }

    /// <summary>The recruiter writes down what the candidate said elsewhere.</summary>
    /// <param name="proof">How they know: the call, the mail, the signed paper.</param>
    public void RecordAnswer(Actor by, DateTime at, OfferFacts facts, bool accepted, string? proof)
    {
        var note = Require.Text(proof, "Say how you know: the call, the mail, the signed paper.", NoteLength, "Reason");
        if (accepted)
        {
            Fire(OfferTrigger.Accept, facts, by, at, note);
            Raise(new OfferAccepted(this, by, at));
        }
        else
        {
            Fire(OfferTrigger.Decline, facts, by, at, note);
            Raise(new OfferEnded(this, OfferEnd.Declined, by, at));
        }

        AnsweredAt = at;
        AnswerNote = note;
        AnswerRecordedBy = by.PersonId;
    }

    /// <summary>We told the candidate that the end is near.</summary>
    public void Warn(DateTime at) => WarnedAt ??= at;

    public void Expire(Actor by, DateTime at, OfferFacts facts)
    {
        Fire(OfferTrigger.Expire, facts, by, at);
        Raise(new OfferEnded(this, OfferEnd.Expired, by, at));
    }

    public void Cancel(Actor by, DateTime at, OfferFacts facts, Reason? reason)
    {
        Fire(OfferTrigger.Cancel, facts, by, at, reason);
        Raise(new OfferEnded(this, OfferEnd.Cancelled, by, at));
    }

    /// <summary>The second HR partner's name takes the offer back; the first one's is a <see cref="Signature"/>.</summary>
    /// <param name="reason">Why, and what the law says to it.</param>
    public void Rescind(Actor by, DateTime at, OfferFacts facts, Reason? reason)
    {
        Fire(OfferTrigger.Rescind, facts, by, at, reason);
        Raise(new OfferEnded(this, OfferEnd.Rescinded, by, at));
    }

    public void Renege(Actor by, DateTime at, OfferFacts facts, Reason? reason)
    {
        Fire(OfferTrigger.Renege, facts, by, at, reason);
        Raise(new OfferEnded(this, OfferEnd.Reneged, by, at));
    }
}
