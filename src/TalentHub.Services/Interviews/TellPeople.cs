using TalentHub.Data;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Screening;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Interviews;

/// <summary>Candidate and interviewers hear of every change of their interview, with a calendar file that follows it.</summary>
public sealed class TellPeople(InterviewMail mail)
    : IReaction<InterviewBooked>, IReaction<InterviewMoved>, IReaction<InterviewDeclined>, IReaction<InterviewCancelled>, IReaction<InterviewAvailabilityAsked>
{
    public Task ReactAsync(InterviewBooked happened, TalentHubDb db, CancellationToken ct) => mail.InviteAsync(happened.Interview, null, ct);

    public async Task ReactAsync(InterviewMoved happened, TalentHubDb db, CancellationToken ct)
    {
        await mail.MovedAsync(happened.Interview, happened.Before, happened.Joined, ct);
        if (happened.Joined.Count > 0)
        {
            await mail.InviteAsync(happened.Interview, happened.Joined, ct);
        }

        if (happened.Left.Count > 0)
        {
            await mail.CancelAsync(happened.Interview, happened.Left, TimeSpan.Zero, ct);
        }
    }

    public Task ReactAsync(InterviewDeclined happened, TalentHubDb db, CancellationToken ct) => mail.CancelAsync(happened.Interview, null, TimeSpan.Zero, ct);

    /// <summary>When the end of the application cancels it, the candidate hears of that no sooner than of the end itself.</summary>
    public async Task ReactAsync(InterviewCancelled happened, TalentHubDb db, CancellationToken ct)
    {
        if (happened.HadTime)
        {
            await mail.CancelAsync(happened.Interview, null, happened.By.IsSystem ? JobApplication.RecallDelay : TimeSpan.Zero, ct);
        }
    }

    public Task ReactAsync(InterviewAvailabilityAsked happened, TalentHubDb db, CancellationToken ct) => mail.AskAvailabilityAsync(happened.Interview, ct);
}
