namespace TalentHub.Domain.Screening;

/// <summary>What a candidate reads on the status page, in plain words.</summary>
public enum CandidateStage
{
    Received,
    BeingReviewed,
    Interviews,
    FinalDecision,
    Offer,
    Welcome,

    /// <summary>We said no, or the application went on elsewhere.</summary>
    Closed,
    Withdrawn,
}

/// <summary>From where an application stands to what its candidate may know.</summary>
public static class CandidateStages
{
    /// <param name="endedFrom">Where it stood before a rejection.</param>
    /// <param name="offerIsOut">An offer that is only being prepared is not told.</param>
    /// <param name="told">The rejection's message has left; until then the page says what it said before.</param>
    public static CandidateStage Of(ApplicationState state, ApplicationState? endedFrom, bool offerIsOut, bool told) => state switch
    {
        ApplicationState.Received => CandidateStage.Received,
        ApplicationState.InReview or ApplicationState.Shortlisted or ApplicationState.Assessing => CandidateStage.BeingReviewed,
        ApplicationState.Interviewing => CandidateStage.Interviews,
        ApplicationState.Deciding => CandidateStage.FinalDecision,
        ApplicationState.OfferStage => offerIsOut ? CandidateStage.Offer : CandidateStage.FinalDecision,
        ApplicationState.ReadyToHire or ApplicationState.Hired => CandidateStage.Welcome,
        ApplicationState.Rejected when !told && endedFrom is { } from && from != ApplicationState.Rejected => Of(from, null, offerIsOut, told),
        ApplicationState.Rejected or ApplicationState.Transferred => CandidateStage.Closed,
        ApplicationState.Withdrawn => CandidateStage.Withdrawn,
    };

    /// <summary>As above for a loaded application: a rejection counts as told once its message could no longer be recalled.</summary>
    public static CandidateStage ForCandidate(this JobApplication application, bool offerIsOut, DateTime now) =>
        Of(application.State, application.EndedFrom, offerIsOut, now - application.StateSince >= JobApplication.RecallDelay);
}
