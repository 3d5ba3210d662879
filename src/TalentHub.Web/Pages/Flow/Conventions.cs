using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Flow;

public sealed class FlowRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Flow/Index", Capability.SeeFlow, own: true)
        .Get("/Machines/Index", Capability.SeeMachines, own: true)
        .Get("/Machines/Details", Capability.SeeMachines, own: true);
}
