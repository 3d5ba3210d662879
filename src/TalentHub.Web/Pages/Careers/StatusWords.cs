using TalentHub.Domain.Screening;

namespace TalentHub.Web.Pages.Careers;

/// <summary>Where an application stands in plain words, and what comes next: keys of their translations.</summary>
public static class StatusWords
{
    public static (string Now, string Next) Of(CandidateStage stage) => stage switch
    {
        CandidateStage.Received => ("Received", "A person will read it, usually within five working days."),
        CandidateStage.BeingReviewed => ("Being reviewed", "Someone who knows the job reads it. You hear from us either way, usually within two weeks."),
        CandidateStage.Interviews => ("Interviews", "We would like to talk with you. Each appointment comes by mail with a calendar file."),
        CandidateStage.FinalDecision => ("Final decision", "The interviews are over and those who met you decide. This takes about a week."),
        CandidateStage.Offer => ("Offer", "Our offer is with you: its link came by mail."),
        CandidateStage.Welcome => ("Welcome", "You have said yes. What comes before your first day stands on the page that we sent you by mail."),
        CandidateStage.Closed => ("Closed", "We do not go on with this application. Thank you for the time that you gave us."),
        CandidateStage.Withdrawn => ("Withdrawn", "You have taken it back. You can apply again at any time."),
    };
}
