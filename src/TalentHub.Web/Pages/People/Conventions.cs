using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.People;

public sealed class PeopleRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights.Get("/People/Index", Capability.SeePeople);
}
