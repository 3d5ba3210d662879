using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Seeding;

/// <summary>A decision with the signatures under it, which can be written once it has its number.</summary>
internal sealed record Decided(HiringDecision Decision, List<(Actor By, DateTime At, string? Note)> Signatures)
{
    public IEnumerable<Signature> Signed() =>
        Signatures.Select(s => new Signature(DecisionFlow.Table.Name, Decision.Id, nameof(DecisionTrigger.Hire), s.By, s.At, s.Note));
}

/// <summary>The debrief: opened by the recruiter, decided by the hiring manager, signed by HR.</summary>
internal sealed class DecisionLife(SampleWorld world)
{
    public Decided Make(Try one)
    {
        var (job, course) = (one.Job, one.Course);
        var decision = new HiringDecision(Actor.System, course.Interviews!.Value, one.Application.Id, job.Requisition.Id, one.Who.Id);
        var signatures = new List<(Actor, DateTime, string?)>();
        var manager = job.Manager.As(Relation.HiringManager);
        var cards = course.Rounds.Sum(r => r.Cards.Count);
        var facts = new DecisionFacts(job.Manager.Id, Yes: course.Fate == Fate.NoHire ? cards / 3 : cards, No: course.Fate == Fate.NoHire ? cards - (cards / 3) : 0);
        if (!course.Past(course.Debrief))
        {
            return new Decided(decision, signatures);
        }

        decision.OpenDebrief(facts, job.Recruiter.As(), course.Debrief!.Value);
        if (!course.Past(course.ManagerSays))
        {
            return new Decided(decision, signatures);
        }

        var at = course.ManagerSays!.Value;
        if (course.AsksMore)
        {
            decision.AskMore(facts, manager, at, SamplePhrases.MoreOnDesign.In(job.Manager.Language));
            return new Decided(decision, signatures);
        }

        if (course.Fate == Fate.NoHire)
        {
            decision.NoHire(facts, manager, at, world.Random.Pick(world.Texts.NoHireReasons).In(job.Manager.Language));
            return new Decided(decision, signatures);
        }

        var why = world.Random.Pick(world.Texts.HireReasons).In(job.Manager.Language);
        decision.SignHire(facts, manager, at, why);
        signatures.Add((manager, at, why));
        if (course.Past(course.HrSigns))
        {
            var hr = world.Random.Pick(world.With(Role.HR)).As();
            decision.Hire(facts with { SignedBy = job.Manager.Id }, hr, course.HrSigns!.Value);
            signatures.Add((hr, course.HrSigns.Value, null));
        }

        return new Decided(decision, signatures);
    }

    /// <summary>A question stays open: back to the interviews.</summary>
    public static void AskMore(Try one)
    {
        if (one.Course.AsksMore && one.Course.Past(one.Course.ManagerSays) && one.Application.State == ApplicationState.Deciding)
        {
            var at = one.Course.ManagerSays!.Value;
            one.Application.MoreSignal(ApplicationLife.Facts(one.Job, one.Application, at), Actor.System, at, SamplePhrases.MoreOnDesign.In(one.Job.Manager.Language));
        }
    }
}
