using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening;

/// <summary>Rights of screening's pages. Which rows are seen is a matter of visibility; what a move needs beyond this, of the machine.</summary>
public sealed class ScreeningRights : IFolderRights
{
    public void Declare(RightsTable rights)
    {
        rights
            .Get("/Screening/Jobs/Index", Capability.SeeCandidates, own: true)
            .Get("/Screening/Jobs/Details", Capability.SeeCandidates, own: true)
            .Get("/Screening/Jobs/Details", "Column", Right.Of(Capability.SeeCandidates, own: true))
            .Post("/Screening/Jobs/Details", "Move", Capability.ScreenApplications, own: true)
            .Get("/Screening/Candidates/Index", Capability.SeeCandidates, own: true)
            .Get("/Screening/Candidates/Details", Capability.SeeCandidates, own: true)
            .Post("/Screening/Candidates/Details", "Spelling", Capability.AddCandidates)
            .Post("/Screening/Candidates/Details", "Note", Capability.WriteNotes, own: true)
            .Form("/Screening/Candidates/New", Capability.AddCandidates)
            .Get("/Screening/Duplicates/Index", Capability.ResolveDuplicates)
            .Get("/Screening/Duplicates/Details", Capability.ResolveDuplicates)
            .Post("/Screening/Duplicates/Details", "Merge", Capability.ResolveDuplicates)
            .Post("/Screening/Duplicates/Details", "Unmerge", Capability.ResolveDuplicates)
            .Post("/Screening/Duplicates/Details", "NotSame", Capability.ResolveDuplicates);

        const string review = "/Screening/Applications/Details";
        rights.Get(review, Capability.SeeCandidates, own: true)
            .Post(review, "Mark", Capability.ScreenApplications, own: true)
            .Post(review, "StartReview", Capability.ScreenApplications, own: true)
            .Post(review, "Shortlist", Capability.ScreenApplications, own: true)
            .Post(review, "ToInterview", Capability.ScreenApplications, own: true)
            .Post(review, "ToDecision", Capability.ScreenApplications, own: true)
            .Post(review, "MoreSignal", Capability.DecideHires, own: true)
            .Post(review, "Resume", Capability.HoldApplications, own: true)
            .Post(review, "Note", Capability.WriteNotes, own: true)
            .Form("/Screening/Applications/Rejection", Capability.RejectApplications, own: true)
            .Form("/Screening/Applications/Proposal", Capability.RejectApplications, own: true)
            .Form("/Screening/Applications/Hold", Capability.HoldApplications, own: true)
            .Form("/Screening/Applications/Transfer", Capability.TransferApplications)
            .Form("/Screening/Applications/Withdrawal", Capability.WithdrawApplications)
            .Form("/Screening/Applications/Assessment", Capability.ScreenApplications, own: true)
            .Post("/Screening/Applications/Assessment", "Grade", Capability.ScreenApplications, own: true)
            .Form("/Screening/Applications/Restoration", Capability.RestoreApplications)
            .Post("/Screening/Applications/Restoration", "Undo", Capability.RestoreApplications);
    }
}
