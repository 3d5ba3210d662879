using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Recruiting;

namespace TalentHub.Data;

/// <summary>Who sees postings, files, consents and signed links.</summary>
public abstract partial class TalentHubDb
{
    private bool IsColleague => Viewer.May(Capability.UseTheApp);

    private bool SeesPostings => Viewer.May(Capability.SeePostings);

    private bool SeesCandidateFiles => Viewer.May(Capability.SeeCandidates);

    /// <summary>
    /// What is live is read by those it is written for; the rest by those who see the request behind it. A file is seen by those who see an application of its person, a letter about pay by those of them who see pay;
    /// one that nobody has sent yet, and the rows of signed links, by the system only.
    /// </summary>
    private void RecruitingVisibility(ModelBuilder builder)
    {
        builder.Entity<Posting>().HasQueryFilter("Visible", p =>
            ViewerIsSystem
            || (p.State == PostingState.Live && (p.Kind == PostingKind.External || IsColleague))
            || (SeesPostings && Requisitions.Any(r => r.Id == p.RequisitionId)));

        builder.Entity<StoredFile>().HasQueryFilter("Visible", f =>
            ViewerIsSystem
            || (SeesCandidateFiles && f.PersonId != null && ((f.Kind != FileKind.Onboarding && f.Kind != FileKind.Photo) || IsHR)
                && (f.Kind != FileKind.OfferLetter || SeesAllPay) && Applications.Any(a => a.PersonId == f.PersonId)));

        builder.Entity<Consent>().HasQueryFilter("Visible", c => ViewerIsSystem || (SeesCandidateFiles && Applications.Any(a => a.PersonId == c.PersonId)));

        builder.Entity<SignedLink>().HasQueryFilter("Visible", l => ViewerIsSystem);
    }
}
