using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Screening;

/// <summary>
/// One person's try for one job. The person's own data stand on the person; what was said on this form stands here and is never changed by a later one.
/// </summary>
public sealed class JobApplication : Stateful<JobApplication, ApplicationState, ApplicationTrigger, ApplicationFacts>, IOnTimeline
{
    public const int SourceDetailLength = 200;
    public const int LetterLength = 4000;
    public const int AssessmentLength = 1000;
    public const int PassageLength = 500;

    /// <summary>An end can be taken back this long, or while the job is open.</summary>
    public static readonly TimeSpan RestoreWindow = TimeSpan.FromDays(14);

    /// <summary>A rejection's mail waits this long, so that it can be recalled.</summary>
    public static readonly TimeSpan RecallDelay = TimeSpan.FromMinutes(30);

    private readonly List<CriterionMark> marks = [];

    private JobApplication() => Answers = [];

    /// <summary>Received: by the public form, by a member of staff, or from a transfer.</summary>
    /// <param name="noticeVersionId">The privacy notice that the person agreed to, or that staff informed them of.</param>
    public JobApplication(
        Actor by, DateTime at, long personId, long requisitionId, Source source, string? sourceDetail = null, long? postingId = null,
        long? resumeFileId = null, IEnumerable<GivenAnswer>? answers = null, string? letter = null, long? noticeVersionId = null, DateTime? consentAt = null,
        long? referrerId = null)
    {
        Require.That(
            by.Kind != ActorKind.Candidate || (noticeVersionId is not null && consentAt is not null),
            "Agree to the privacy notice, so that we may read your application.", "Consent");
        PersonId = personId;
        RequisitionId = requisitionId;
        PostingId = postingId;
        Source = source;
        SourceDetail = Require.AtMost(sourceDetail, SourceDetailLength, "Source");
        ResumeFileId = resumeFileId;
        Answers = [.. answers ?? []];
        Letter = Require.AtMost(letter, LetterLength, "Letter");
        NoticeVersionId = noticeVersionId;
        ConsentAt = consentAt;
        ReferrerId = referrerId;
        AppliedAt = at;
        Begin(by, at, "Receive");
        Raise(new ApplicationReceived(this, by, at));
    }

    public long PersonId { get; private set; }

    public long RequisitionId { get; private set; }

    /// <summary>The posting that it answered; null when staff entered it.</summary>
    public long? PostingId { get; private set; }

    public Source Source { get; private set; }

    /// <summary>The code of the link, the name of the board or agency.</summary>
    public string? SourceDetail { get; private set; }

    /// <summary>The employee who referred them; never their reviewer.</summary>
    public long? ReferrerId { get; private set; }

    public long? ResumeFileId { get; private set; }

    /// <summary>What was asked on the form and what they answered, as it stood on that day.</summary>
    public List<GivenAnswer> Answers { get; private set; }

    /// <summary>Their covering letter.</summary>
    public string? Letter { get; private set; }

    /// <summary>The privacy notice as it was shown.</summary>
    public long? NoticeVersionId { get; private set; }

    public DateTime? ConsentAt { get; private set; }

    public DateTime AppliedAt { get; private set; }

    /// <summary>A pause beside the state. Kept through an end, so that restoring returns to exactly what was.</summary>
    public Hold? Hold { get; private set; }

    /// <summary>The code from the company's list, while it stands at Rejected.</summary>
    public string? RejectionReason { get; private set; }

    /// <summary>Where it stood before its end; null while it runs.</summary>
    public ApplicationState? EndedFrom { get; private set; }

    /// <summary>When it came to its end, hired included; null while it runs. Lists of what runs go by it.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The hiring manager's wish that the recruiter sends a rejection.</summary>
    public RejectionProposal? Proposal { get; private set; }

    /// <summary>The application from which it goes on.</summary>
    public long? TransferredFromId { get; private set; }

    public string? AssessmentTask { get; private set; }

    public DateOnly? AssessmentDueOn { get; private set; }

    /// <summary>What the graders found; null until then.</summary>
    public string? AssessmentResult { get; private set; }

    /// <summary>One mark per must-have of the job.</summary>
    public IReadOnlyList<CriterionMark> Marks => marks;

    public bool IsActive => !ApplicationFlow.Table.Ends.Contains(State);

    long? IOnTimeline.TimelinePersonId => PersonId;

    long? IOnTimeline.TimelineRequisitionId => RequisitionId;

    EntryAudience IOnTimeline.TimelineAudience => EntryAudience.HiringTeam;

    protected override Workflow<JobApplication, ApplicationState, ApplicationTrigger, ApplicationFacts> Table => ApplicationFlow.Table;

    /// <summary>How people speak of it: APP-27.</summary>
    public static string NumberOf(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"APP-{id}");

    public void StartReview(ApplicationFacts facts, Actor by, DateTime at) => Fire(ApplicationTrigger.StartReview, facts, by, at);

    /// <summary>Says of one must-have whether this application shows it, and where. The first mark starts the review.</summary>
    public void Mark(ApplicationFacts facts, Actor by, DateTime at, long criterionId, MarkValue value, string? passage)
    {
        if (State == ApplicationState.Received)
        {
            StartReview(facts, by, at);
        }

        Require.That(IsActive, "This application has ended; its marks stay as they are.");
        Require.That(by.May(Capability.ScreenApplications) && ApplicationRules.IsTeam(facts, by), "You do not hold the right to do this.");
        marks.RemoveAll(m => m.CriterionId == criterionId);
        marks.Add(new CriterionMark(criterionId, value, passage, by, at));
        Raise(new CriterionMarked(this, criterionId, value, by, at));
    }

    public void Shortlist(ApplicationFacts facts, Actor by, DateTime at, Reason? reason = null)
    {
        Fire(ApplicationTrigger.Shortlist, facts, by, at, reason);
        Raise(new ApplicationShortlisted(this, by, at));
    }

    /// <param name="dueOn">The last day, in the candidate's own zone.</param>
    public void SendAssessment(ApplicationFacts facts, Actor by, DateTime at, string? task, DateOnly? dueOn)
    {
        var text = Require.Text(task, "Say what they should do.", AssessmentLength, "Task");
        Require.That(dueOn > DateOnly.FromDateTime(at), "Give them at least until tomorrow.", "DueOn");
        Fire(ApplicationTrigger.SendAssessment, facts, by, at);
        AssessmentTask = text;
        AssessmentDueOn = Require.Within(DayRange.Sensible, dueOn, "DueOn");
        AssessmentResult = null;
        Raise(new AssessmentSent(this, by, at));
    }

    /// <summary>Records what the graders found, while the assessment is out.</summary>
    public void GradeAssessment(ApplicationFacts facts, Actor by, string? result)
    {
        Require.That(State == ApplicationState.Assessing, "No assessment is out.");
        Require.That(Can(ApplicationTrigger.ToInterview, facts, by).Answer != Answer.NotHeld, "You do not hold the right to do this.");
        AssessmentResult = Require.Text(result, "Say what they found.", AssessmentLength, "Result");
    }

    public void ToInterview(ApplicationFacts facts, Actor by, DateTime at, Reason? reason = null)
    {
        Fire(ApplicationTrigger.ToInterview, facts, by, at, reason);
        Raise(new ApplicationMoved(this, by, at));
    }

    public void ToDecision(ApplicationFacts facts, Actor by, DateTime at) => Fire(ApplicationTrigger.ToDecision, facts, by, at);

    /// <param name="question">Which question stays open.</param>
    public void MoreSignal(ApplicationFacts facts, Actor by, DateTime at, Reason? question)
    {
        Fire(ApplicationTrigger.MoreSignal, facts, by, at, question);
        Proposal = null;
    }

    /// <summary>Follows the debrief's signed “hire”.</summary>
    public void DecideHire(ApplicationFacts facts, Actor by, DateTime at)
    {
        Fire(ApplicationTrigger.DecideHire, facts, by, at);
        Proposal = null;
        Raise(new ApplicationToOffer(this, by, at));
    }

    public void Ready(ApplicationFacts facts, Actor by, DateTime at) => Fire(ApplicationTrigger.Ready, facts, by, at);

    /// <summary>The first day has come; called by Arrive, in the transaction that makes the employment.</summary>
    public void Hire(ApplicationFacts facts, Actor by, DateTime at)
    {
        Fire(ApplicationTrigger.Hire, facts, by, at);
        EndedAt = at;
        Raise(new ApplicationHired(this, by, at));
    }

    /// <summary>The hiring manager asks the recruiter to send a no.</summary>
    public void ProposeRejection(ApplicationFacts facts, Actor by, DateTime at, string? reasonCode, string? note)
    {
        var proposal = new RejectionProposal(by, at, reasonCode, note);
        Fire(ApplicationTrigger.ProposeRejection, facts, by, at, Reason.From(proposal.ReasonCode, proposal.Note), State);
        Proposal = proposal;
    }

    /// <param name="reason">With a code from the company's list: it picks the message.</param>
    public void Reject(ApplicationFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Require.That(reason?.Code is not null, "Choose a reason.", "ReasonCode");
        var from = State;
        Fire(ApplicationTrigger.Reject, facts, by, at, reason);
        RejectionReason = reason!.Code;
        End(from, at);
        Raise(new ApplicationRejected(this, by, at));
    }

    public void Withdraw(ApplicationFacts facts, Actor by, DateTime at, Reason? reason)
    {
        var from = State;
        Fire(ApplicationTrigger.Withdraw, facts, by, at, reason);
        End(from, at);
        Raise(new ApplicationWithdrawn(this, by, at));
    }

    /// <param name="candidateSaidNo">Declined or reneged ends the application; expired or rescinded brings it back to the decision.</param>
    public void OfferEnded(ApplicationFacts facts, Actor by, DateTime at, bool candidateSaidNo, Reason? reason = null)
    {
        var from = State;
        Fire(ApplicationTrigger.OfferEnded, facts, by, at, reason, candidateSaidNo ? ApplicationState.Withdrawn : ApplicationState.Deciding);
        if (candidateSaidNo)
        {
            End(from, at);
            Raise(new ApplicationWithdrawn(this, by, at));
        }
    }

    /// <summary>Ends here and goes on as a new application for another job, with the same answers and résumé.</summary>
    public JobApplication Transfer(ApplicationFacts facts, Actor by, DateTime at, long targetRequisitionId, Reason? reason)
    {
        Require.That(targetRequisitionId != RequisitionId, "Choose another job.", "Target");
        Require.That(facts.TargetOpen is not null, "Choose the job to which it goes.", "Target");
        var from = State;
        Fire(ApplicationTrigger.Transfer, facts, by, at, reason);
        End(from, at);
        var next = new JobApplication(
            by, at, PersonId, targetRequisitionId, Source, SourceDetail, null, ResumeFileId, Answers, Letter, NoticeVersionId, ConsentAt, ReferrerId)
        {
            TransferredFromId = Id,
        };
        Raise(new ApplicationTransferred(this, next, by, at));
        return next;
    }

    public void PutOnHold(ApplicationFacts facts, Actor by, DateTime at, string? reason, DateOnly? reviewOn)
    {
        var hold = new Hold(by, at, reason, reviewOn);
        Require.That(reviewOn is null || reviewOn > DateOnly.FromDateTime(at), "Look again on a later day.", "ReviewOn");
        Fire(ApplicationTrigger.PutOnHold, facts, by, at, hold.Reason, State);
        Hold = hold;
    }

    public void Resume(ApplicationFacts facts, Actor by, DateTime at)
    {
        Fire(ApplicationTrigger.Resume, facts, by, at, null, State);
        Hold = null;
    }

    /// <summary>Takes an end back: to exactly the state before it.</summary>
    /// <param name="last">The transition that ended it.</param>
    public void Restore(ApplicationFacts facts, Actor by, DateTime at, Reason? reason, Transition last)
    {
        var verdict = Can(ApplicationTrigger.Restore, facts, by);
        Fire(ApplicationTrigger.Restore, facts, by, at, reason, verdict.IsPossible ? EarlierOf(last) : null, undoes: last);
        var was = RejectionReason;
        RejectionReason = null;
        EndedFrom = null;
        EndedAt = null;
        Proposal = null;
        Raise(new ApplicationRestored(this, was is not null, by, at));
    }

    private void End(ApplicationState from, DateTime at)
    {
        EndedFrom = from;
        EndedAt = at;
    }
}
