using TalentHub.Domain.Interviews;

namespace TalentHub.Services.Seeding;

/// <summary>The rounds of a job and who holds them: the recruiter first, people of the trade, the hiring manager last.</summary>
internal static class InterviewPanels
{
    public static InterviewPlan PlanOf(SampleWorld world, SampleJob job, DateTime at)
    {
        var plan = new InterviewPlan(job.Requisition.Id, at);
        var trade = Trade(world, job, at);
        foreach (var round in job.Family.Rounds)
        {
            List<long> named = round == job.Family.Rounds[0]
                ? [job.Recruiter.Id]
                : round == job.Family.Rounds[^1] ? [job.Manager.Id, .. world.Random.Some(trade, 1).ConvertAll(s => s.Id)]
                : [.. Chosen(world, job, trade).ConvertAll(s => s.Id)];
            plan.AddRound(new RoundDraft(
                round.Name, round.Aim, round.Minutes, round.Required, named, round.Kit,
                [.. job.Family.Attributes.Where(a => round.Attributes.Contains(a.Code)).Select(a => RatedAttribute.Of(a.Code, a.Name, a.Meaning, a.Anchors))]));
        }

        return plan;
    }

    /// <summary>The required rounds with those who are named for them.</summary>
    public static IEnumerable<(InterviewRound Round, List<StaffMember> Panel)> Of(SampleWorld world, SampleJob job, InterviewPlan plan) =>
        plan.Ordered.Where(r => r.IsRequired).Select(r => (r, r.InterviewerIds.ConvertAll(world.Person)));

    private static List<StaffMember> Chosen(SampleWorld world, SampleJob job, List<StaffMember> trade)
    {
        var some = world.Random.Some(trade, 3);
        var demo = world.Demo("Interviewer");
        return job.IsShowcase && !some.Contains(demo) ? [demo, .. some.Take(2)] : some;
    }

    private static List<StaffMember> Trade(SampleWorld world, SampleJob job, DateTime at)
    {
        var day = DateOnly.FromDateTime(at);
        var own = world.Staff.FindAll(s => s.Rank >= 4 && s.Starts <= day && s.LeavesAt is null && s != job.Manager
            && (s.Department == job.Department || s.Family == job.Family.Code) && s.Label is not ("Manager" or "Employee" or "Employee2"));
        return own.Count >= 3 ? own : world.Staff.FindAll(s => s.Rank >= 4 && s.LeavesAt is null && s.Starts <= day && s != job.Manager && s.Label is not ("Manager" or "Employee" or "Employee2"));
    }
}
