using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Recruiting;

namespace TalentHub.Services.Seeding;

/// <summary>The postings of open jobs: written by the recruiter, read by HR, live; on the jobs of a visitor also one in every other state.</summary>
internal sealed class SamplePostings(SampleWorld world)
{
    private SampleRandom Random => world.Random;

    /// <summary>Adds the posting that people answer, live since <see cref="SampleJob.LiveAt"/>.</summary>
    public void Make(SampleJob job)
    {
        var hr = Random.Pick(world.With(Role.HR)).As();
        var kind = job.IsConfidential ? PostingKind.Internal : PostingKind.External;
        var last = job.Until < world.Now ? job.Until : world.Now.AddDays(Random.Between(12, 45));
        var draftedAt = job.OpenedAt.AddMinutes(Random.Between(20, 300));
        var posting = Draft(job, kind, draftedAt, null, DateOnly.FromDateTime(last).AddDays(1));
        var submittedAt = draftedAt.AddMinutes(Random.Between(30, 200));
        posting.Submit(job.Recruiter.As(), submittedAt, Facts(submittedAt));
        if (Random.Chance(0.12))
        {
            submittedAt = ReferBack(job, posting, hr, submittedAt);
        }

        job.LiveAt = world.Time.After(submittedAt, 0.1, 0.9, job.Zone);
        job.LiveAt = job.LiveAt < world.Now ? job.LiveAt : submittedAt.AddMinutes(20);
        posting.Approve(hr, job.LiveAt, Facts(job.LiveAt));
        job.Posting = posting;
        world.Db.Postings.Add(posting);
    }

    /// <summary>The first job of a visitor has postings that wait for something.</summary>
    public void MakeOthers(SampleJob job)
    {
        var hr = Random.Pick(world.With(Role.HR)).As();
        var at = world.Now.AddDays(-2).AddHours(-3);
        var last = DateOnly.FromDateTime(world.Now).AddDays(30);
        var draft = Draft(job, PostingKind.Internal, at, null, last);
        var inReview = Draft(job, PostingKind.External, at, null, last);
        inReview.Submit(job.Recruiter.As(), at.AddHours(1), Facts(at));
        var back = Draft(job, PostingKind.External, at, null, last);
        back.Submit(job.Recruiter.As(), at.AddHours(1), Facts(at));
        back.ReferBack(hr, at.AddHours(4), Facts(at), [new ReviewComment("Offering", SamplePhrases.PeopleWhoMove.In(job.Recruiter.Language)), new ReviewComment("Title", SamplePhrases.Rockstar.In(job.Recruiter.Language))]);
        var scheduled = Draft(job, PostingKind.External, at, DateOnly.FromDateTime(world.Now).AddDays(4), last);
        scheduled.Submit(job.Recruiter.As(), at.AddHours(1), Facts(at));
        scheduled.Approve(hr, at.AddHours(5), Facts(at));
        var paused = Draft(job, PostingKind.External, at.AddDays(-20), null, last);
        paused.Submit(job.Recruiter.As(), at.AddDays(-19), Facts(at.AddDays(-19)));
        paused.Approve(hr, at.AddDays(-18), Facts(at.AddDays(-18)));
        paused.Pause(job.Recruiter.As(), at, Facts(at), new Reason("many", null));
        world.Db.Postings.AddRange(draft, inReview, back, scheduled, paused);
    }

    /// <summary>Hiring is over, or its last day has passed.</summary>
    public void Close(SampleJob job, DateTime at)
    {
        if (job.Posting is { } posting && PostingFlow.Running.Contains(posting.State))
        {
            posting.Close(Actor.System, at, Facts(at), "The request has ended.");
        }
    }

    public void Pause(SampleJob job, DateTime at) => job.Posting!.Pause(Actor.System, at, Facts(at), "The request is on hold.");

    private DateTime ReferBack(SampleJob job, Posting posting, Actor hr, DateTime at)
    {
        var back = world.Time.After(at, 0.05, 0.4, job.Zone);
        posting.ReferBack(hr, back, Facts(back), [new ReviewComment("About", SamplePhrases.TeamSize.In(job.Recruiter.Language))]);
        posting.Submit(job.Recruiter.As(), back.AddHours(2), Facts(back));
        return back.AddHours(2);
    }

    private static PostingFacts Facts(DateTime at) => new(RequisitionIsOpen: true, RequisitionIsHeld: false, DateOnly.FromDateTime(at));

    private static Posting Draft(SampleJob job, PostingKind kind, DateTime at, DateOnly? opensOn, DateOnly closesOn)
    {
        var by = job.Recruiter.As();
        var posting = new Posting(by, at, job.Requisition.Id, kind, job.Requisition.Title);
        posting.Write(by, job.Requisition.Title, DraftPosting.TextOf(job.Family.Posting, job.Requisition.Title));
        posting.Ask(by, job.Family.Questions.Select(DraftPosting.QuestionOf));
        posting.Pay(by, new Money(job.Band.Minimum, job.Band.Currency), new Money(job.Band.Maximum, job.Band.Currency), null);
        posting.Runs(by, opensOn, closesOn);
        return posting;
    }
}
