using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Search;

public sealed class SearchRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights.Get("/Search/Index", Capability.SearchEverything, own: true);
}
