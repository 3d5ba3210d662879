using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages;

/// <summary>Rights of the pages that belong to no stage.</summary>
public sealed class RootRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Index", Right.Anonymous)
        .Get("/Error", Right.Anonymous)
        .Post("/Error", string.Empty, Right.Anonymous)
        .Get("/Today/Index", Capability.UseTheApp, own: true);
}
