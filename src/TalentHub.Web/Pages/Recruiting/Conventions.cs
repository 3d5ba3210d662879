using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Recruiting;

/// <summary>Rights of the postings' pages.</summary>
public sealed class RecruitingRights : IFolderRights
{
    private const string Details = "/Recruiting/Postings/Details";

    public void Declare(RightsTable rights) => rights
        .Get("/Recruiting/Openings/Index", Capability.UseTheApp)
        .Form("/Recruiting/Openings/Details", Capability.UseTheApp, own: true)
        .Get("/Recruiting/Jobs/Postings", Capability.SeePostings, own: true)
        .Get("/Recruiting/Postings/Index", Capability.SeePostings, own: true)
        .Form("/Recruiting/Postings/New", Capability.WritePostings, own: true)
        .Form("/Recruiting/Postings/Edit", Capability.WritePostings, own: true)
        .Form("/Recruiting/Postings/Questions", Capability.WritePostings, own: true)
        .Form("/Recruiting/Postings/Review", Capability.ReviewPostings, own: true)
        .Get(Details, Capability.SeePostings, own: true)
        .Post(Details, "Submit", Capability.WritePostings, own: true)
        .Post(Details, "Approve", Capability.ReviewPostings, own: true)
        .Post(Details, "Pause", Capability.PausePostings, own: true)
        .Post(Details, "Resume", Capability.PausePostings, own: true)
        .Post(Details, "Close", Capability.PausePostings, own: true)
        .Post(Details, "Restore", Capability.PausePostings, own: true)
        .Post(Details, "Reopen", Capability.WritePostings, own: true)
        .Form("/Recruiting/Postings/Links", Capability.WritePostings, own: true)
        .Post("/Recruiting/Postings/Links", "Retire", Capability.WritePostings, own: true);
}
