using TalentHub.Data.Content;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Seeding;

/// <summary>An application that goes on in another job.</summary>
internal sealed class SampleTransfers(SampleWorld world)
{
    public void Make(Try one, IReadOnlyList<SampleJob> open)
    {
        var (course, application) = (one.Course, one.Application);
        if (course.Fate != Fate.Transferred || !course.Past(course.End) || !application.IsActive)
        {
            return;
        }

        var at = course.End!.Value;
        var target = open.FirstOrDefault(j => j != one.Job && j.Criteria.Count > 0 && j.LiveAt < at && j.Until > at && !j.Applied.Contains(one.Who.Id) && !j.IsConfidential);
        var by = one.Job.Recruiter;
        world.Db.Attach(application);
        if (target is null)
        {
            // Nothing else was open for them then: they end with the job, as everybody whom it did not take.
            application.Reject(ApplicationLife.Facts(one.Job, application, at), by.As(), at, new Reason("other-chosen", null));
            return;
        }

        target.Applied.Add(one.Who.Id);
        var next = application.Transfer(
            ApplicationLife.Facts(one.Job, application, at) with { TargetOpen = true }, by.As(), at, target.Requisition.Id,
            SamplePhrases.BetterThere.In(by.Language));
        world.Db.Applications.Add(next);

        // The other team reads it like any other one, and most often says no.
        var review = world.Time.After(at, 0.3, 2, target.Zone);
        var verdict = world.Time.After(review, 0.1, 2, target.Zone);
        if (review < world.Now)
        {
            next.StartReview(ApplicationLife.Facts(target, next, review), target.Recruiter.As(), review);
        }

        if (verdict < world.Now)
        {
            next.Reject(ApplicationLife.Facts(target, next, verdict), target.Recruiter.As(), verdict, new Reason("experience", null));
        }

        one.Who.FreeFrom = next.EndedAt ?? DateTime.MaxValue;
    }
}
