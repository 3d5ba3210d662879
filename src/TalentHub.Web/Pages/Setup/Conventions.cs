using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Setup;

/// <summary>Open only while the installation is empty: the pages check, and answer 404 afterwards.</summary>
public sealed class SetupRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Setup/Index", Right.SetUp)
        .Post("/Setup/Index", "Sample", Right.SetUp)
        .Form("/Setup/Company", Right.SetUp)
        .Get("/Setup/Loading", Right.SetUp)
        .Get("/Setup/Steps", Capability.ManageCompany);
}
