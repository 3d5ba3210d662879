using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Privacy;

/// <summary>Rights of the privacy desk.</summary>
public sealed class PrivacyRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Admin/Privacy/Find", Capability.HandlePrivacy)
        .Get("/Admin/Privacy/Person", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Person", "Export", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Person", "Hold", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Person", "Lift", Capability.HandlePrivacy)
        .Post("/Admin/Privacy/Person", "Erase", Capability.ErasePeople);
}
