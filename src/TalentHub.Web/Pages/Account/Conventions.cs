using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Account;

/// <summary>The doors of the house stand open; what is behind them checks for itself. One's own account takes being signed in.</summary>
public sealed class AccountRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Form("/Account/SignIn", Right.Anonymous)
        .Post("/Account/SignIn", "Demo", Right.SetUp)
        .Form("/Account/SignOut", Right.Anonymous)
        .Form("/Account/Code", Right.Anonymous)
        .Form("/Account/Factor", Right.Anonymous)
        .Post("/Account/Factor", "Codes", Capability.UseTheApp, own: true)
        .Post("/Account/Factor", "Remove", Capability.UseTheApp, own: true)
        .Form("/Account/Forgot", Right.Anonymous)
        .Form("/Account/Join", Right.SignedLink)
        .Form("/Account/Reset", Right.SignedLink)
        .Form("/Account/Index", Capability.UseTheApp, own: true)
        .Form("/Account/Password", Capability.UseTheApp, own: true)
        .Form("/Account/View", Capability.UseTheApp, own: true)
        .Get("/Account/Looks", Capability.UseTheApp, own: true)
        .Get("/Account/Sessions", Capability.UseTheApp, own: true)
        .Post("/Account/Sessions", "End", Capability.UseTheApp, own: true)
        .Post("/Account/Sessions", "Others", Capability.UseTheApp, own: true);
}
