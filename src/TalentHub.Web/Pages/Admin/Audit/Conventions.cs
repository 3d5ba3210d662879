using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Audit;

public sealed class AuditRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Admin/Audit/Index", Capability.SeeAudit)
        .Get("/Admin/Audit/Index", "Export", Right.Of(Capability.SeeAudit));
}
