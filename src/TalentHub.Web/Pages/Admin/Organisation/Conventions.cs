using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Organisation;

/// <summary>The company's own data: its parts and places, its chains and reasons, and what it hires for.</summary>
public sealed class OrganisationRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Admin/Organisation/Departments/Index", Capability.ManageCompany)
        .Form("/Admin/Organisation/Departments/Edit", Capability.ManageCompany)
        .Post("/Admin/Organisation/Departments/Edit", "TakeBack", Capability.ManageCompany)
        .Get("/Admin/Organisation/Companies/Index", Capability.ManageCompany)
        .Form("/Admin/Organisation/Companies/Edit", Capability.ManageCompany)
        .Get("/Admin/Organisation/CostCentres/Index", Capability.ManageCompany)
        .Form("/Admin/Organisation/CostCentres/Edit", Capability.ManageCompany)
        .Post("/Admin/Organisation/CostCentres/Edit", "TakeBack", Capability.ManageCompany)
        .Get("/Admin/Organisation/Places/Index", Capability.ManageCompany)
        .Form("/Admin/Organisation/Places/Edit", Capability.ManageCompany)
        .Get("/Admin/Organisation/Chains/Index", Capability.ManageCompany)
        .Post("/Admin/Organisation/Chains/Index", "Retire", Capability.ManageCompany)
        .Form("/Admin/Organisation/Chains/New", Capability.ManageCompany)
        .Get("/Admin/Organisation/Reasons/Index", Capability.ManageCompany)
        .Post("/Admin/Organisation/Reasons/Index", "Retire", Capability.ManageCompany)
        .Form("/Admin/Organisation/Reasons/Edit", Capability.ManageCompany)
        .Get("/Admin/Organisation/RoleFamilies/Index", Capability.ManageRoleFamilies)
        .Get("/Admin/Organisation/RoleFamilies/Details", Capability.ManageRoleFamilies)
        .Form("/Admin/Organisation/RoleFamilies/Edit", Capability.ManageRoleFamilies);
}
