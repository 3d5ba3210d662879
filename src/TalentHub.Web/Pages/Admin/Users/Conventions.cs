using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Users;

public sealed class UsersRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Admin/Users/Index", Capability.ManageUsers)
        .Form("/Admin/Users/Invite", Capability.ManageUsers)
        .Get("/Admin/Users/Details", Capability.ManageUsers)
        .Post("/Admin/Users/Details", "Roles", Capability.ManageUsers)
        .Post("/Admin/Users/Details", "Enabled", Capability.ManageUsers)
        .Post("/Admin/Users/Details", "SignOut", Capability.ManageUsers)
        .Post("/Admin/Users/Details", "Factor", Capability.ManageUsers)
        .Post("/Admin/Users/Details", "Invite", Capability.ManageUsers);
}
