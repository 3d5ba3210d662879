using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Offers;

/// <summary>Rights of the offers' pages. Who sees which offer is a matter of visibility: pay is read by few.</summary>
public sealed class OfferRights : IFolderRights
{
    private const string Details = "/Offers/Details";
    private const string Answer = "/Offers/Answer";

    public void Declare(RightsTable rights) => rights
        .Get("/Offers/Index", Capability.SeeOffers, own: true)
        .Form("/Offers/New", Capability.WriteOffers, own: true)
        .Form("/Offers/Edit", Capability.WriteOffers, own: true)
        .Get(Details, Capability.SeeOffers, own: true)
        .Get(Details, "Letter", Right.Of(Capability.SeeOffers, own: true))
        .Post(Details, "Submit", Capability.WriteOffers, own: true)
        .Post(Details, "Approve", Capability.ApproveOffers, own: true)
        .Post(Details, "SendBack", Capability.ApproveOffers, own: true)
        .Post(Details, "Extend", Capability.ExtendOffers, own: true)
        .Post(Details, "Negotiate", Capability.ExtendOffers, own: true)
        .Post(Details, "Reply", Capability.ExtendOffers, own: true)
        .Post(Details, "Revise", Capability.WriteOffers, own: true)
        .Post(Details, "Accept", Capability.AnswerOffers, own: true)
        .Post(Details, "Decline", Capability.AnswerOffers, own: true)
        .Post(Details, "Cancel", Capability.CancelOffers, own: true)
        .Post(Details, "Rescind", Capability.RescindOffers, own: true)
        .Post(Details, "Unsign", Capability.RescindOffers, own: true)
        .Post(Details, "Renege", Capability.CancelOffers, own: true)
        .Get(Answer, Right.SignedLink)
        .Get(Answer, "Letter", Right.SignedLink)
        .Post(Answer, "Accept", Right.SignedLink)
        .Post(Answer, "Decline", Right.SignedLink)
        .Post(Answer, "Ask", Right.SignedLink);
}
