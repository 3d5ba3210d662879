using System.Globalization;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Demand;

/// <summary>A request to hire: which role, how many, where, why, at what cost. Once open, it is the job.</summary>
public sealed class Requisition : Stateful<Requisition, RequisitionState, RequisitionTrigger, RequisitionFacts>
{
    public const string Prefix = "REQ-";
    public const int TitleLength = 200;
    public const int WhyLength = 2000;
    public const int CodeLength = 60;
    public const int MaximumSeats = 100;
    public const int MaximumMustHaves = 12;
    public const int MustHaveLength = 300;
    public const int MaximumSkills = 40;

    private Requisition()
    {
        Title = new Bilingual("-", "-");
        AnnualCost = new Money(0, "USD");
    }

    public Requisition(Actor by, DateTime at, RequisitionTerms terms)
    {
        RequestedBy = by.OnBehalfOf ?? by.PersonId;
        Title = terms.Title;
        AnnualCost = terms.AnnualCost;
        CreatedAt = at;
        Set(terms);
        Begin(by, at);
    }

    public Bilingual Title { get; private set; }

    /// <summary>Code of the role family; its texts, rounds and questions are copied from there.</summary>
    public string RoleFamilyCode { get; private set; } = string.Empty;

    public string LevelCode { get; private set; } = string.Empty;

    public int LevelRank { get; private set; }

    public long DepartmentId { get; private set; }

    public long LocationId { get; private set; }

    /// <summary>How many people are asked for. Each has an <see cref="Opening"/> of its own once it is sent for approval.</summary>
    public int Seats { get; private set; }

    public string ReasonCode { get; private set; } = string.Empty;

    public string? Why { get; private set; }

    /// <summary>For all seats together, a year, in the company's currency.</summary>
    public Money AnnualCost { get; private set; }

    public DateOnly? TargetStart { get; private set; }

    public long RequestedBy { get; private set; }

    public long HiringManagerId { get; private set; }

    /// <summary>Who runs the hiring; named when it is opened.</summary>
    public long? RecruiterId { get; private set; }

    /// <summary>Seen by the people it names and by HR only.</summary>
    public bool IsConfidential { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>When hiring began; days open count from here.</summary>
    public DateTime? OpenedAt { get; private set; }

    public Hold? Hold { get; private set; }

    /// <summary>The pause in which it was when it ended, so that undoing returns to exactly what was.</summary>
    public Hold? HoldBeforeEnd { get; private set; }

    /// <summary>Hires all year round: it may stand without a seat, and takes further ones while it is open.</summary>
    public bool IsEvergreen { get; private set; }

    /// <summary>Further seats that wait for their approval; null for none.</summary>
    public SeatRequest? SeatRequest { get; private set; }

    /// <summary>The running or last round of approval. Earlier rounds stay in the table of runs.</summary>
    public ApprovalRun? Approval { get; private set; }

    /// <summary>What every candidate is marked against.</summary>
    public List<Bilingual> MustHaves { get; private set; } = [];

    public List<RequiredSkill> Skills { get; private set; } = [];

    public string Number => NumberOf(Id);

    public bool IsEditable => RequisitionFlow.Editable.Contains(State);

    protected override Workflow<Requisition, RequisitionState, RequisitionTrigger, RequisitionFacts> Table => RequisitionFlow.Table;

    public static string NumberOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{id}");

    /// <summary>The key in "REQ-1042"; null if it is none.</summary>
    public static long? KeyOf(string? number) =>
        number is not null
        && number.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && long.TryParse(number.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    /// <summary>The year whose plan it draws on: that of the start, else the present one.</summary>
    public int PlanYear(DateTime now) => TargetStart?.Year ?? now.Year;

    /// <summary>Changes what is asked for, while it is still being written.</summary>
    public void Write(Actor by, RequisitionTerms terms)
    {
        Require.That(IsEditable, "It can be changed only while it is a draft or was sent back.");
        Require.That(MayBeWrittenBy(by), "Only the person who asked, the hiring manager or HR can change it.");
        Set(terms);
    }

    public bool MayBeWrittenBy(Actor by) =>
        by.May(Capability.FileRequisitions)
        && (by.PersonId == RequestedBy || by.PersonId == HiringManagerId || by.May(Capability.CloseRequisitions));

    /// <param name="chain">The steps of the fitting policy, with their people.</param>
    /// <param name="reason">Needed when the plan warns.</param>
    public void Submit(RequisitionFacts facts, Actor by, DateTime at, IEnumerable<ApprovalStepPlan> chain, Reason? reason = null)
    {
        Fire(RequisitionTrigger.Submit, facts, by, at, reason);
        Approval = new ApprovalRun(Table.Name, Id, RequestedBy, at, chain);
        Raise(new RequisitionSubmitted(this, by, at));
    }

    /// <summary>One approver's yes. The last one that is needed approves the request; earlier ones leave it where it stands.</summary>
    public void Approve(RequisitionFacts facts, Actor by, DateTime at, Reason? note = null)
    {
        var last = Approval?.WouldComplete(by.OnBehalfOf ?? by.PersonId) == true;
        Fire(RequisitionTrigger.Approve, facts, by, at, note, to: last ? RequisitionState.Approved : RequisitionState.InApproval);
        Approval!.Approve(by, at, note?.Text);
        Raise(last ? new RequisitionApproved(this, by, at) : new RequisitionStepApproved(this, by, at));
    }

    public void SendBack(RequisitionFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Fire(RequisitionTrigger.SendBack, facts, by, at, reason);
        Raise(new RequisitionSentBack(this, by, at, reason!.Text ?? string.Empty));
    }

    public void Reject(RequisitionFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Fire(RequisitionTrigger.Reject, facts, by, at, reason);
        Raise(new RequisitionRejected(this, by, at, reason!.Text ?? string.Empty));
    }

    /// <summary>Hiring begins, run by a recruiter.</summary>
    public void Open(RequisitionFacts facts, Actor by, DateTime at, long? recruiterId)
    {
        Fire(RequisitionTrigger.Open, facts, by, at);
        RunBy(recruiterId);
        OpenedAt ??= at;
        Raise(new RequisitionOpened(this, by, at));
    }

    /// <summary>Hands the hiring to a recruiter, at any time.</summary>
    public void RunBy(long? recruiterId)
    {
        Require.That(recruiterId is > 0, "Choose the recruiter who runs the hiring.", "RecruiterId");
        if (RecruiterId != recruiterId)
        {
            RecruiterId = recruiterId;
            Raise(new RequisitionHandedOver(this));
        }
    }

    public void PutOnHold(RequisitionFacts facts, Actor by, DateTime at, string? reason, DateOnly? reviewOn)
    {
        Fire(RequisitionTrigger.PutOnHold, facts, by, at, reason);
        Hold = new Hold(by, at, reason, reviewOn);
        Raise(new RequisitionHeld(this, by, at));
    }

    public void Resume(RequisitionFacts facts, Actor by, DateTime at, Reason? reason = null)
    {
        Fire(RequisitionTrigger.Resume, facts, by, at, reason);
        Hold = null;
        Raise(new RequisitionResumed(this, by, at));
    }

    /// <summary>Made by the product once every seat is filled or cancelled.</summary>
    public void Fill(RequisitionFacts facts, Actor by, DateTime at)
    {
        Fire(RequisitionTrigger.Fill, facts, by, at);
        End(RequisitionEnd.Filled, by, at);
    }

    /// <summary>Asks for further seats of an evergreen job; the chain that fits their cost says yes or no.</summary>
    public void AskForSeats(RequisitionFacts facts, Actor by, DateTime at, int seats, long annualCost, IEnumerable<ApprovalStepPlan> chain, Reason? reason = null)
    {
        var asked = new SeatRequest(by, at, seats, annualCost);
        Require.That(
            Seats + seats <= MaximumSeats, new Sentence("A job has at most {maximum} seats; this one has {seats}.", ("maximum", MaximumSeats), ("seats", Seats)), "Seats");
        Fire(RequisitionTrigger.AskForSeats, facts with { SeatsAsked = seats, CostAsked = annualCost }, by, at, reason);
        SeatRequest = asked;
        Approval = new ApprovalRun(Table.Name, Id, asked.AskedBy, at, chain);
        Raise(new SeatsAsked(this, by, at));
    }

    /// <summary>One approver's yes to further seats. The last one that is needed adds them: numbered, approved and open.</summary>
    public void GrantSeats(RequisitionFacts facts, Actor by, DateTime at, Reason? note = null)
    {
        Fire(RequisitionTrigger.GrantSeats, facts, by, at, note);
        var granted = SeatRequest!;
        if (!Approval!.Approve(by, at, note?.Text))
        {
            Raise(new RequisitionStepApproved(this, by, at));
            return;
        }

        Seats += granted.Seats;
        AnnualCost = new Money(AnnualCost.MinorUnits + granted.AnnualCost, AnnualCost.Currency);
        SeatRequest = null;
        Raise(new SeatsGranted(this, granted.Seats, by, at));
    }

    public void RefuseSeats(RequisitionFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Fire(RequisitionTrigger.RefuseSeats, facts, by, at, reason);
        var asked = SeatRequest!;
        SeatRequest = null;
        Raise(new SeatsRefused(this, asked.AskedBy, by, at, reason!.Text ?? string.Empty));
    }

    public void CloseUnfilled(RequisitionFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Fire(RequisitionTrigger.CloseUnfilled, facts, by, at, reason);
        End(RequisitionEnd.Closed, by, at);
    }

    public void Cancel(RequisitionFacts facts, Actor by, DateTime at, Reason? reason = null)
    {
        Fire(RequisitionTrigger.Cancel, facts, by, at, reason);
        End(RequisitionEnd.Cancelled, by, at);
    }

    public void Reopen(RequisitionFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Fire(RequisitionTrigger.Reopen, facts, by, at, reason);
        HoldBeforeEnd = null;
        Raise(new RequisitionReopened(this, by, at));
    }

    /// <summary>Takes a rejection or a closing back, to exactly where it stood.</summary>
    /// <param name="last">The row that ended it.</param>
    public void Undo(RequisitionFacts facts, Actor by, DateTime at, Transition last, Reason? reason = null)
    {
        var endedAt = StateSince;
        var verdict = Can(RequisitionTrigger.Undo, facts, by);
        Fire(RequisitionTrigger.Undo, facts, by, at, reason, to: verdict.IsPossible ? EarlierOf(last) : null, undoes: last);
        Hold = HoldBeforeEnd;
        HoldBeforeEnd = null;
        Raise(new RequisitionRestored(this, endedAt, by, at));
    }

    private void End(RequisitionEnd how, Actor by, DateTime at)
    {
        HoldBeforeEnd = Hold;
        Hold = null;
        SeatRequest = null;
        Raise(new RequisitionEnded(this, how, by, at));
    }

    private void Set(RequisitionTerms terms)
    {
        Require.AtMost(terms.Title.En, TitleLength, "TitleEn");
        Require.AtMost(terms.Title.Zh, TitleLength, "TitleZh");
        Require.That(
            terms.Seats <= MaximumSeats && terms.Seats >= (terms.IsEvergreen ? 0 : 1),
            new Sentence("Ask for 1 to {maximum} people.", ("maximum", MaximumSeats)),
            "Seats");
        Require.That(terms.AnnualCost.MinorUnits >= 0, "The yearly cost cannot be negative.", "AnnualCost");
        Require.That(
            terms.MustHaves.Count <= MaximumMustHaves,
            new Sentence("Keep it to {maximum} must-haves: each one shuts people out.", ("maximum", MaximumMustHaves)),
            "MustHaves");
        Require.That(
            terms.MustHaves.All(m => m.En.Length <= MustHaveLength && m.Zh.Length <= MustHaveLength),
            new Sentence("This is too long: at most {maximum} characters.", ("maximum", MustHaveLength)),
            "MustHaves");
        Require.That(terms.Skills.Count <= MaximumSkills && terms.Skills.All(s => s.Level is >= 1 and <= 5), "A skill has a level of 1 to 5.", "Skills");
        Title = terms.Title;
        RoleFamilyCode = terms.RoleFamilyCode;
        LevelCode = terms.LevelCode;
        LevelRank = terms.LevelRank;
        DepartmentId = terms.DepartmentId;
        LocationId = terms.LocationId;
        Seats = terms.Seats;
        ReasonCode = terms.ReasonCode;
        Why = Require.AtMost(terms.Why, WhyLength, "Why");
        AnnualCost = terms.AnnualCost;
        TargetStart = Require.Within(DayRange.Sensible, terms.TargetStart, "TargetStart");
        HiringManagerId = terms.HiringManagerId;
        IsConfidential = terms.IsConfidential;
        IsEvergreen = terms.IsEvergreen;
        MustHaves = [.. terms.MustHaves];
        Skills = [.. terms.Skills];
    }
}
