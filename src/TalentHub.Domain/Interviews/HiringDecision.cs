using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Interviews;

/// <summary>Whether to hire one applicant: waits for the feedback, then the debrief, then two signatures for a yes or a reasoned no.</summary>
public sealed class HiringDecision : Stateful<HiringDecision, DecisionState, DecisionTrigger, DecisionFacts>, IOnTimeline
{
    private HiringDecision()
    {
    }

    public HiringDecision(Actor by, DateTime at, long applicationId, long requisitionId, long personId)
    {
        ApplicationId = applicationId;
        RequisitionId = requisitionId;
        PersonId = personId;
        Begin(by, at);
    }

    public long ApplicationId { get; private set; }

    public long RequisitionId { get; private set; }

    /// <summary>The candidate.</summary>
    public long PersonId { get; private set; }

    /// <summary>Which question stays open, when more signal was asked for; kept after it is answered.</summary>
    public string? OpenQuestion { get; private set; }

    /// <summary>What was decided, in the decider's words.</summary>
    public string? Reason { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    long? IOnTimeline.TimelinePersonId => PersonId;

    long? IOnTimeline.TimelineRequisitionId => RequisitionId;

    EntryAudience IOnTimeline.TimelineAudience => EntryAudience.HiringTeam;

    protected override Workflow<HiringDecision, DecisionState, DecisionTrigger, DecisionFacts> Table => DecisionFlow.Table;

    public void OpenDebrief(DecisionFacts facts, Actor by, DateTime at, Reason? reason = null)
    {
        Fire(DecisionTrigger.OpenDebrief, facts, by, at, reason);
        Raise(new DebriefOpened(this, by, at));
    }

    /// <summary>The hiring manager says yes. The caller keeps the signature; HR's own then fires <see cref="Hire"/>.</summary>
    public Signature SignHire(DecisionFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Fire(DecisionTrigger.SignHire, facts, by, at, reason);
        Reason = reason?.Text;
        return new Signature(DecisionFlow.Table.Name, Id, nameof(DecisionTrigger.Hire), by, at, reason?.Text);
    }

    public void WithdrawSignature(DecisionFacts facts, Actor by, DateTime at, Signature signature)
    {
        Fire(DecisionTrigger.WithdrawSignature, facts, by, at);
        signature.Withdraw(by, at);
        Reason = null;
    }

    /// <summary>HR says no to this yes: the manager's signature falls, and they decide anew, knowing why.</summary>
    public void SendBack(DecisionFacts facts, Actor by, DateTime at, Signature signature, Reason? reason)
    {
        Fire(DecisionTrigger.SendBack, facts, by, at, reason);
        signature.Void(at);
        Reason = null;
    }

    /// <summary>HR's signature: hired.</summary>
    public void Hire(DecisionFacts facts, Actor by, DateTime at, Reason? reason = null)
    {
        Fire(DecisionTrigger.Hire, facts, by, at, reason);
        DecidedAt = at;
        Raise(new DecisionHire(this, by, at));
    }

    public void NoHire(DecisionFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Fire(DecisionTrigger.NoHire, facts, by, at, reason);
        Require.That(
            facts.Yes <= facts.No || !string.IsNullOrWhiteSpace(reason?.Text), "Most scorecards say yes. Write down why it is a no.", nameof(Reason));
        Reason = reason?.Text;
        DecidedAt = at;
        Raise(new DecisionNoHire(this, by, at));
    }

    public void AskMore(DecisionFacts facts, Actor by, DateTime at, string? question)
    {
        var open = Require.Text(question, "Name the question that stays open.", Transition.ReasonLength, nameof(Reason));
        Fire(DecisionTrigger.AskMore, facts, by, at, open);
        OpenQuestion = open;
        Raise(new DecisionMoreSignal(this, by, at));
    }

    public void Plan(Actor by, DateTime at) => Fire(DecisionTrigger.Plan, new DecisionFacts(), by, at);

    public void Reconsider(DecisionFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Fire(DecisionTrigger.Reconsider, facts, by, at, reason);
        DecidedAt = null;
    }
}
