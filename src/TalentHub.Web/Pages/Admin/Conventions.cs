using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin;

public sealed class AdminRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Admin/Index", Capability.ManageCompany)
        .Form("/Admin/ViewAs", Capability.ManageUsers)
        .Form("/Admin/Wipe", Capability.ManageCompany);
}
