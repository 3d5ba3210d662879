using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Onboarding;

/// <summary>Rights of the onboarding pages. A plan's page opens to whoever has a task in it; what they see there is a matter of visibility.</summary>
public sealed class OnboardingRights : IFolderRights
{
    private const string Details = "/Onboarding/Details";
    private const string Preboarding = "/Onboarding/Preboarding";

    public void Declare(RightsTable rights) => rights
        .Get("/Onboarding/Index", Capability.SeeOnboarding, own: true)
        .Get(Details, Capability.DoTasks, own: true)
        .Get(Details, "File", Right.Of(Capability.RunOnboarding, own: true))
        .Get(Details, "Photo", Right.Of(Capability.RunOnboarding, own: true))
        .Post(Details, "Arrive", Capability.MarkArrival, own: true)
        .Post(Details, "DidNotStart", Capability.RunOnboarding, own: true)
        .Post(Details, "Confirm", Capability.RunOnboarding, own: true)
        .Post(Details, "Extend", Capability.RunOnboarding, own: true)
        .Post(Details, "End", Capability.RunOnboarding, own: true)
        .Post(Details, "Link", Capability.RunOnboarding, own: true)
        .Post(Details, "Start", Capability.RunOnboarding, own: true)
        .Post(Details, "Buddy", Capability.SeeOnboarding, own: true)
        .Post(Details, "Task", Capability.DoTasks, own: true)
        .Get(Preboarding, Right.SignedLink)
        .Get(Preboarding, "Photo", Right.SignedLink)
        .Post(Preboarding, "Details", Right.SignedLink)
        .Post(Preboarding, "Done", Right.SignedLink)
        .Post(Preboarding, "File", Right.SignedLink)
        .Get("/Onboarding/Templates/Index", Capability.RunOnboarding)
        .Post("/Onboarding/Templates/Index", "Retire", Capability.RunOnboarding)
        .Form("/Onboarding/Templates/Edit", Capability.RunOnboarding)
        .Get("/Onboarding/Holidays", Capability.RunOnboarding)
        .Post("/Onboarding/Holidays", "Add", Capability.RunOnboarding)
        .Post("/Onboarding/Holidays", "Remove", Capability.RunOnboarding);
}
