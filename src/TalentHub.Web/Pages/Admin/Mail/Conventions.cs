using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Mail;

public sealed class MailRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Admin/Mail/Index", Capability.SeeMail)
        .Get("/Admin/Mail/Index", "Calendar", Right.Of(Capability.SeeMail))
        .Post("/Admin/Mail/Index", "Again", Capability.SeeMail);
}
