using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Privacy;

/// <summary>Rights of the privacy desk.</summary>
public sealed class PrivacyRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Admin/Privacy/Index", Capability.HandlePrivacy)
        .Get("/Admin/Privacy/Request", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Request", "Verify", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Request", "Start", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Request", "Finish", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Request", "Extend", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Request", "Refuse", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Person", "Request", Capability.HandlePrivacy)
        .Get("/Admin/Privacy/Retention", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Retention", string.Empty, Capability.ErasePeople)
        .Post("/Admin/Privacy/Retention", "Remove", Capability.ErasePeople)
        .Post("/Admin/Privacy/Retention", "Release", Capability.ErasePeople)
        .Get("/Admin/Privacy/Find", Capability.HandlePrivacy)
        .Get("/Admin/Privacy/Person", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Person", "Export", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Person", "Hold", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Person", "Lift", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Person", "Erase", Capability.ErasePeople);
}
