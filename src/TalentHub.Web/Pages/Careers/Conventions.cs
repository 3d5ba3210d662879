using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Careers;

/// <summary>The public site, open to everyone, and the candidate's own page, opened by a signed link.</summary>
public sealed class CareersRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Careers/Index", Right.Anonymous)
        .Get("/Careers/Feed", Right.Anonymous)
        .Get("/Careers/Job", Right.Anonymous)
        .Get("/Careers/Privacy", Right.Anonymous)
        .Form("/Careers/Apply", Right.Anonymous)
        .Post("/Careers/Apply", "Read", Right.Anonymous)
        .Get("/Careers/Apply", "Reading", Right.Anonymous)
        .Post("/Careers/Apply", "Continue", Right.Anonymous)
        .Get("/Careers/Thanks", Right.Anonymous)
        .Form("/Careers/Link", Right.Anonymous)
        .Get("/Careers/Status", Right.SignedLink)
        .Get("/Careers/Status", "Calendar", Right.SignedLink)
        .Post("/Careers/Status", "Confirm", Right.SignedLink)
        .Post("/Careers/Status", "Ask", Right.SignedLink)
        .Post("/Careers/Status", "OtherTime", Right.SignedLink)
        .Post("/Careers/Status", "Offer", Right.SignedLink)
        .Post("/Careers/Status", "File", Right.SignedLink)
        .Post("/Careers/Status", "Withdraw", Right.SignedLink)
        .Post("/Careers/Status", "Link", Right.SignedLink);
}
