using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Operations;

/// <summary>Who sees how the installation runs; sending mails again is the right of the mail page.</summary>
public sealed class OperationsRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Admin/Operations/Index", Capability.SeeOperations)
        .Post("/Admin/Operations/Index", "Run", Capability.SeeOperations)
        .Post("/Admin/Operations/Index", "Again", Capability.SeeMail)
        .Post("/Admin/Operations/Index", "AllAgain", Capability.SeeMail);
}
