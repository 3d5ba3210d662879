using System.Globalization;
using TalentHub.Domain.Access;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Interviews;

/// <summary>Which side did not come.</summary>
public enum NoShowSide
{
    Candidate,
    Interviewer,
}

/// <summary>One booked conversation of one application, in one round of the plan.</summary>
public sealed class Interview : Stateful<Interview, InterviewState, InterviewTrigger, InterviewFacts>, IOnTimeline
{
    public const int PlaceLength = 200;
    public const int LinkLength = 500;
    public const int AvailabilityLength = 2000;
    public const int MaximumPanel = 8;

    private readonly List<PanelMember> panel = [];

    private Interview() => RoundName = new Bilingual("-", "-");

    public Interview(Actor by, DateTime at, long applicationId, long requisitionId, long personId, InterviewRound round)
    {
        ApplicationId = applicationId;
        RequisitionId = requisitionId;
        PersonId = personId;
        RoundId = round.Id;
        RoundOrder = round.Order;
        RoundName = round.Name;
        IsRequired = round.IsRequired;
        Minutes = round.Minutes;
        Attributes = [.. round.Attributes];
        Kit = [.. round.Kit];
        Begin(by, at);
    }

    public long ApplicationId { get; private set; }

    public long RequisitionId { get; private set; }

    /// <summary>The candidate.</summary>
    public long PersonId { get; private set; }

    public long RoundId { get; private set; }

    public int RoundOrder { get; private set; }

    /// <summary>As the round was called when this was planned.</summary>
    public Bilingual RoundName { get; private set; }

    /// <summary>The debrief waits for it.</summary>
    public bool IsRequired { get; private set; }

    /// <summary>As long as the round lasts.</summary>
    public int Minutes { get; private set; }

    public List<KitQuestion> Kit { get; private set; } = [];

    public List<RatedAttribute> Attributes { get; private set; } = [];

    /// <summary>UTC; null while it has no time.</summary>
    public DateTime? StartsAt { get; private set; }

    public DateTime? EndsAt { get; private set; }

    /// <summary>IANA name of the candidate's zone, in which they are told the time.</summary>
    public string? CandidateZone { get; private set; }

    /// <summary>A room or an address.</summary>
    public string? Place { get; private set; }

    /// <summary>A video call, https only.</summary>
    public string? Link { get; private set; }

    /// <summary>SEQUENCE of the calendar file: grows with every change that calendars must learn of.</summary>
    public int Sequence { get; private set; }

    public IReadOnlyList<PanelMember> Panel => panel;

    public DateTime? CandidateConfirmedAt { get; private set; }

    /// <summary>When the candidate can meet, in their words, after we asked.</summary>
    public string? Availability { get; private set; }

    public NoShowSide? AbsentSide { get; private set; }

    /// <summary>When the reminder before it went out; moving it clears this.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>Interviewers whose scorecard is neither handed in nor waived.</summary>
    public int MissingCards => panel.Count(p => p.CardInAt is null);

    public static string NumberOf(long id) => string.Create(CultureInfo.InvariantCulture, $"INT-{id}");

    /// <summary>The same for the whole life of the interview, so that calendars move it rather than add another.</summary>
    public string CalendarUid => string.Create(CultureInfo.InvariantCulture, $"interview-{Id}@talenthub");

    long? IOnTimeline.TimelinePersonId => PersonId;

    long? IOnTimeline.TimelineRequisitionId => RequisitionId;

    EntryAudience IOnTimeline.TimelineAudience => EntryAudience.HiringTeam;

    protected override Workflow<Interview, InterviewState, InterviewTrigger, InterviewFacts> Table => InterviewFlow.Table;

    /// <summary>Is this the candidate or one of the interviewers?</summary>
    public bool IsInvited(long personId) => personId == PersonId || IsOnPanel(personId);

    public bool IsOnPanel(long personId)
    {
        foreach (var member in panel)
        {
            if (member.PersonId == personId)
            {
                return true;
            }
        }

        return false;
    }

    public void AskAvailability(InterviewFacts facts, Actor by, DateTime at)
    {
        Fire(InterviewTrigger.AskAvailability, facts, by, at);
        Raise(new InterviewAvailabilityAsked(this, by, at));
    }

    /// <summary>The candidate's answer to that; someone books from it.</summary>
    public void GiveAvailability(InterviewFacts facts, Actor by, DateTime at, string? text)
    {
        var answer = Require.Text(text, "Write when you can meet.", AvailabilityLength, "Availability");
        Fire(InterviewTrigger.GiveAvailability, facts, by, at);
        Availability = answer;
    }

    public void Book(InterviewFacts facts, Actor by, DateTime at, Slot slot, Reason? reason = null)
    {
        slot.Check(at);
        Fire(InterviewTrigger.Book, facts, by, at, reason);
        Take(slot);
        Raise(new InterviewBooked(this, by, at));
    }

    public void MoveTo(InterviewFacts facts, Actor by, DateTime at, Slot slot, Reason? reason)
    {
        slot.Check(at);
        var people = panel.ConvertAll(p => p.PersonId);
        var before = StartsAt!.Value;
        Fire(InterviewTrigger.Move, facts, by, at, reason);
        Take(slot);
        Raise(new InterviewMoved(
            this, before, [.. people.Where(p => !IsOnPanel(p))], [.. panel.Select(p => p.PersonId).Where(p => !people.Contains(p))], by, at));
    }

    /// <summary>Someone says yes. With the last yes it is confirmed.</summary>
    /// <param name="onBehalfOf">Whose answer a recruiter records; null for one's own.</param>
    public void Confirm(InterviewFacts facts, Actor by, DateTime at, long? onBehalfOf = null)
    {
        var who = onBehalfOf ?? by.PersonId;
        var last = (CandidateConfirmedAt is not null || who == PersonId) && panel.TrueForAll(p => p.ConfirmedAt is not null || p.PersonId == who);
        Fire(InterviewTrigger.Confirm, facts, by, at, to: last ? InterviewState.Confirmed : InterviewState.Scheduled);
        Require.That(IsInvited(who) && (who == by.PersonId || by.May(Capability.ScheduleInterviews)), "Only those who are invited can answer.");
        if (who == PersonId)
        {
            CandidateConfirmedAt = at;
        }

        panel.Find(p => p.PersonId == who)?.Confirm(at);
    }

    public void Decline(InterviewFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Fire(InterviewTrigger.Decline, facts, by, at, reason);
        Sequence++;
        Raise(new InterviewDeclined(this, by, at));
    }

    public void End(InterviewFacts facts, Actor by, DateTime at)
    {
        Fire(InterviewTrigger.End, facts, by, at);
        Raise(new InterviewEnded(this, by, at));
    }

    public void AllIn(InterviewFacts facts, Actor by, DateTime at)
    {
        Fire(InterviewTrigger.AllIn, facts, by, at);
        Raise(new InterviewFeedbackComplete(this, facts.LastRequired, by, at));
    }

    public void ReopenFeedback(InterviewFacts facts, Actor by, DateTime at) => Fire(InterviewTrigger.FeedbackReopened, facts, by, at);

    public void RecordNoShow(InterviewFacts facts, Actor by, DateTime at, NoShowSide side, Reason? reason)
    {
        Fire(InterviewTrigger.RecordNoShow, facts, by, at, reason);
        AbsentSide = side;
    }

    public void BookAgain(InterviewFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Fire(InterviewTrigger.BookAgain, facts, by, at, reason);
        AbsentSide = null;
    }

    public void Cancel(InterviewFacts facts, Actor by, DateTime at, Reason? reason)
    {
        var hadTime = Array.IndexOf(InterviewFlow.Ahead, State) >= 0;
        Fire(InterviewTrigger.Cancel, facts, by, at, reason);
        Sequence++;
        Raise(new InterviewCancelled(this, hadTime, by, at));
    }

    /// <summary>Someone's scorecard is in (or not needed any more): they may now read the others'.</summary>
    public void CardIn(long interviewerId, DateTime at) => panel.Find(p => p.PersonId == interviewerId)?.CardIn(at);

    /// <summary>It was taken back to be amended: they read no others' until it is in again.</summary>
    public void CardOut(long interviewerId) => panel.Find(p => p.PersonId == interviewerId)?.CardOut();

    public void Reminded(DateTime at) => RemindedAt = at;

    private void Take(Slot slot)
    {
        var moved = StartsAt is not null;
        StartsAt = slot.StartsAt;
        EndsAt = slot.EndsAt;
        Minutes = (int)(slot.EndsAt - slot.StartsAt).TotalMinutes;
        CandidateZone = slot.CandidateZone;
        Place = slot.Place;
        Link = slot.Link;
        panel.RemoveAll(p => !slot.InterviewerIds.Contains(p.PersonId));
        panel.AddRange(slot.InterviewerIds.Where(id => !IsOnPanel(id)).Select(id => new PanelMember(id)).ToList());
        panel.ForEach(p => p.Ask());
        CandidateConfirmedAt = null;
        RemindedAt = null;
        Sequence += moved ? 1 : 0;
    }
}

/// <summary>One interviewer of one interview.</summary>
public sealed class PanelMember
{
    private PanelMember()
    {
    }

    internal PanelMember(long personId) => PersonId = personId;

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    /// <summary>When they said yes; null while they have not.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>When their scorecard came in or was waived; null while it is missing.</summary>
    public DateTime? CardInAt { get; private set; }

    internal void Confirm(DateTime at) => ConfirmedAt = at;

    internal void CardIn(DateTime at) => CardInAt = at;

    internal void CardOut() => CardInAt = null;

    internal void Ask() => ConfirmedAt = null;
}
