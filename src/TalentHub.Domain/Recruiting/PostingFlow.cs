using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.Recruiting.PostingState;
using static TalentHub.Domain.Recruiting.PostingTrigger;
using static TalentHub.Domain.Workflows.TimeLimit;

namespace TalentHub.Domain.Recruiting;

public enum PostingState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>HR reads it.</summary>
    InReview,

    /// <summary>Comments per field to mend.</summary>
    ReferredBack,

    /// <summary>Goes live on its date.</summary>
    Scheduled,

    /// <summary>On the careers site.</summary>
    Live,

    /// <summary>Taken off for now.</summary>
    Paused,

    /// <summary>No more applications.</summary>
    Closed,
}

public enum PostingTrigger
{
    Submit,
    ReferBack,
    Approve,
    GoLive,
    Pause,
    Resume,
    Close,
    Reopen,

    /// <summary>The closing is undone: by a person, or with the end of the request.</summary>
    Restore,
}

/// <summary>What a posting must know of its requisition, and the day at its place.</summary>
/// <param name="Today">The day in the zone of the job's place: dates of a posting begin and end there.</param>
/// <param name="IsConfidential">A confidential request is never shown to the public.</param>
public sealed record PostingFacts(bool RequisitionIsOpen, bool RequisitionIsHeld, DateOnly Today, bool IsConfidential = false);

/// <summary>The life of a posting on one page. Diagram: docs/states/posting.mmd.</summary>
public static class PostingFlow
{
    /// <summary>A closing can be undone for so many days.</summary>
    public const int UndoDays = 14;

    private const string Writer = "Whoever writes the posting";
    private const string OtherReviewers = "Another reviewer";
    private const string Demand = "HR, on the request";

    private static readonly Rule<Posting, PostingFacts> HasText = Rule<Posting, PostingFacts>.Block(
        "Write what the job is, what one does and what one brings, in at least one language.", (p, _, _) => p.Text.IsComplete, Writer);

    private static readonly Rule<Posting, PostingFacts> LanguagesAgree = Rule<Posting, PostingFacts>.Block(
        "A language has a title but no text, or a text but no title.", (p, _, _) => p.LanguagesAgree, Writer);

    private static readonly Rule<Posting, PostingFacts> HasPay = Rule<Posting, PostingFacts>.Block(
        "Give a salary range, or say why there is none.", (p, _, _) => p.SalaryMin is not null || p.SalaryWaiver is not null, Writer);

    private static readonly Rule<Posting, PostingFacts> HasClosing = Rule<Posting, PostingFacts>.Block(
        "Set a closing date that is still to come.", (p, f, _) => p.ClosesOn is { } day && day >= f.Today, Writer);

    private static readonly Rule<Posting, PostingFacts> NotTheirOwn = Rule<Posting, PostingFacts>.Block(
        "Whoever wrote a posting may not approve it.", (p, _, who) => !p.IsWriter(who.PersonId), OtherReviewers);

    private static readonly Rule<Posting, PostingFacts> RequisitionOpen = Rule<Posting, PostingFacts>.Block(
        "The request behind it is not open.", (_, f, _) => f.RequisitionIsOpen, Demand);

    private static readonly Rule<Posting, PostingFacts> NotHeld = Rule<Posting, PostingFacts>.Block(
        "The request behind it is on hold.", (_, f, _) => !f.RequisitionIsHeld, Demand);

    private static readonly Rule<Posting, PostingFacts> MayBePublic = Rule<Posting, PostingFacts>.Block(
        "The request is confidential: it can have an internal posting only.", (p, f, _) => p.Kind == PostingKind.Internal || !f.IsConfidential, Demand);

    private static readonly Rule<Posting, PostingFacts> DateReached = Rule<Posting, PostingFacts>.Block(
        "Its first day has not come.", (p, f, _) => p.OpensOn is not { } day || day <= f.Today, Writer);

    private static readonly Rule<Posting, PostingFacts> DateNotPassed = Rule<Posting, PostingFacts>.Block(
        "Its closing date has passed; reopen it as a draft instead.", (p, f, _) => p.ClosesOn is not { } day || day >= f.Today, Writer);

    private static readonly Rule<Posting, PostingFacts> InUndoWindow = Rule<Posting, PostingFacts>.Block(
        "It ended more than {days} days ago, so it can no longer be undone.",
        (p, f, _) => DateOnly.FromDateTime(p.StateSince).AddDays(UndoDays) >= f.Today, Writer, (_, _, _) => [("days", UndoDays)]);

    public static readonly Workflow<Posting, PostingState, PostingTrigger, PostingFacts> Table = new(
        name: "posting", start: Draft, ends: [Closed],
        good: [Live],
        turns:
        [
            (Draft, Writer, WorkingDays(5)),
            (InReview, "The reviewers", WorkingDays(2)),
            (ReferredBack, Writer, WorkingDays(3)),
            (Scheduled, "TalentHub itself", Until("Its first day: it goes live by itself.")),
            (Live, "TalentHub itself", Until("Its closing date: it closes by itself.")),
            (Paused, Writer, WorkingDays(10)),
        ],
        moves:
        [
            new(Submit, From: [Draft, ReferredBack], To: InReview, WritePostings, HasText, LanguagesAgree, HasPay, HasClosing, MayBePublic),
            new(ReferBack, From: [InReview], To: ReferredBack, ReviewPostings) { Reason = ReasonNeed.Required },
            new(Approve, From: [InReview], To: [Scheduled, Live], ReviewPostings, NotTheirOwn, RequisitionOpen, NotHeld, HasClosing, MayBePublic),
            new(GoLive, From: [Scheduled], To: Live, ActAsSystem, DateReached, RequisitionOpen, NotHeld, HasClosing),
            new(Pause, From: [Live], To: Paused, PausePostings) { Reason = ReasonNeed.Required },
            new(Resume, From: [Paused], To: Live, PausePostings, RequisitionOpen, NotHeld, HasClosing),
            new(Close, From: [Draft, InReview, ReferredBack, Scheduled, Live, Paused], To: Closed, PausePostings),
            new(Reopen, From: [Closed], To: Draft, WritePostings, RequisitionOpen) { Reopens = true, Reason = ReasonNeed.Required },
            new(Restore, From: [Closed], To: [Draft, InReview, ReferredBack, Scheduled, Live, Paused], PausePostings, RequisitionOpen, DateNotPassed, InUndoWindow) { ToEarlier = true },
        ]);

    /// <summary>States in which the text may still be changed.</summary>
    public static readonly PostingState[] Writable = [Draft, ReferredBack];

    /// <summary>States that end by themselves when the request ends.</summary>
    public static readonly PostingState[] Running = [Draft, InReview, ReferredBack, Scheduled, Live, Paused];
}
