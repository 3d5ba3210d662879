using TalentHub.Domain.Access;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;

namespace TalentHub.Testing;

public static partial class A
{
    /// <summary>An application that was just received; walk it on with <see cref="Until"/>.</summary>
    public static JobApplication Application(long personId = 1, long requisitionId = 1, long? referrerId = null, DateTime? at = null) =>
        new(Actor.System, at ?? Noon, personId, requisitionId, Source.CareersSite, referrerId: referrerId);

    /// <summary>Facts under which every move is possible.</summary>
    public static ApplicationFacts ClearFacts(DateTime? now = null) => ApplicationFacts.Clear(now ?? Noon);

    /// <summary>Walks an application along the line to a state, by its own verbs.</summary>
    public static JobApplication Until(this JobApplication application, ApplicationState state, DateTime? at = null)
    {
        var now = at ?? Noon;
        var facts = ApplicationFacts.Clear(now);
        var system = Actor.System;
        (ApplicationState State, Action Move)[] line =
        [
            (ApplicationState.InReview, () => application.StartReview(facts, system, now)),
            (ApplicationState.Shortlisted, () => application.Shortlist(facts, system, now)),
            (ApplicationState.Interviewing, () => application.ToInterview(facts, system, now)),
            (ApplicationState.Deciding, () => application.ToDecision(facts, system, now)),
            (ApplicationState.OfferStage, () => application.DecideHire(facts, system, now)),
            (ApplicationState.ReadyToHire, () => application.Ready(facts, system, now)),
            (ApplicationState.Hired, () => application.Hire(facts, system, now)),
        ];
        switch (state)
        {
            case ApplicationState.Rejected:
                application.Reject(facts, system, now, new Reason("experience", null));
                return application;
            case ApplicationState.Withdrawn:
                application.Withdraw(facts, system, now, null);
                return application;
            case ApplicationState.Assessing:
                application.Until(ApplicationState.Shortlisted, at).SendAssessment(facts, system, now, "A task", DateOnly.FromDateTime(now).AddDays(7));
                return application;
        }

        foreach (var (next, move) in line)
        {
            if (application.State == state)
            {
                break;
            }

            if (next > application.State)
            {
                move();
            }
        }

        return application;
    }
}
