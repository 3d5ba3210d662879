using TalentHub.Domain.Access;

namespace TalentHub.Web.Pages.Flow;

/// <summary>One machine of a stage, and where its records are listed.</summary>
/// <param name="List">Address of the list that takes <c>?state=</c>; null where there is none.</param>
/// <param name="Needs">Who may know how many there are.</param>
public sealed record LineMachine(string Name, string? List, Capability Needs);

/// <summary>One stage of the line from demand to retention.</summary>
public sealed record LineStage(string Letter, string Name, IReadOnlyList<LineMachine> Machines);

/// <summary>The nine stages in order. A stage without a machine has not been furnished yet and says so.</summary>
public static class Line
{
    public static readonly IReadOnlyList<LineStage> Stages =
    [
        new("A", "Talent demand", [new("requisition", "/demand/requisitions", Capability.SeeRequisitions), new("opening", null, Capability.SeeRequisitions)]),
        new("B", "Recruiting", [new("posting", "/postings", Capability.SeePostings)]),
        new("C", "Screening", [new("application", "/candidates", Capability.SeeCandidates), new("duplicate", null, Capability.ResolveDuplicates)]),
        new("D", "Interviews and offer", [new("interview", "/interviews", Capability.SeeInterviews), new("scorecard", null, Capability.OpenDebriefs), new("decision", null, Capability.OpenDebriefs), new("offer", "/offers", Capability.SeeOffers)]),
        new("E", "Onboarding", [new("onboarding", "/onboarding", Capability.SeeOnboarding), new("task", null, Capability.SeeOnboarding)]),
        new("F", "Career development", []),
        new("G", "Performance and promotion", []),
        new("H", "Compensation and benefits", []),
        new("I", "Retention", [new("employment", null, Capability.SeeAllOnboarding)]),
    ];

    public static LineMachine? Find(string machine) => Stages.SelectMany(s => s.Machines).FirstOrDefault(m => m.Name == machine);
}
