using TalentHub.Domain.Access;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Timeline;

namespace TalentHub.Services.Seeding;

/// <summary>
/// Writes the history of some jobs at a time, in layers: what needs the number of something else comes after it was saved. Between the layers the context forgets
/// everything but the few rows that go on changing.
/// </summary>
internal sealed class SampleHistory(SampleWorld world, SampleResumes resumes)
{
    private readonly CandidatePool pool = new(world);
    private readonly SamplePostings postings = new(world);

    public CandidatePool Pool => pool;

    public JobApplicants Applicants => field ??= new JobApplicants(world, pool);

    /// <param name="jobs">Their requests have been made and are in the context.</param>
    /// <param name="open">All jobs so far, among which transfers find another one.</param>
    public async Task MakeAsync(IReadOnlyList<SampleJob> jobs, IReadOnlyList<SampleJob> open, CancellationToken ct)
    {
        var tries = new List<Try>();
        foreach (var job in jobs)
        {
            var finalists = Applicants.Finalists(job);
            postings.Make(job);
            tries.AddRange(finalists);
            if (job.IsShowcase)
            {
                tries.AddRange(new Showcase(world, Applicants, pool).Make(job, jobs));
            }

            tries.AddRange(Applicants.Others(job, Math.Max(0, job.Applicants - finalists.Count)));
        }

        if (jobs.FirstOrDefault(j => j.IsShowcase) is { } first)
        {
            postings.MakeOthers(first);
        }

        var rows = jobs.SelectMany(j => (IEnumerable<object>)[j.Requisition, .. j.SeatRows, .. j.Posting is null ? [] : new object[] { j.Posting }]).ToList();
        await world.SaveAsync(ct, rows);
        await PeopleAsync(tries, rows, ct);
        await ApplicationsAsync(tries, rows, ct);
        var (talks, decisions, offers) = await MeetAsync(tries, open, rows, ct);
        await DecideAsync(talks, decisions, offers, rows, ct);
        await new SampleEnds(world, postings).MakeAsync(jobs, tries, offers, ct);
        await world.SaveAsync(ct);
    }

    private async Task PeopleAsync(List<Try> tries, List<object> rows, CancellationToken ct)
    {
        var fresh = tries.Where(t => t.Who.Id == 0).DistinctBy(t => t.Who).Select(t => (t.Who, t.Job, Person: t.Who.ToPerson(t.Course.Applied, world.Random.Chance(0.85)))).ToList();
        world.Db.People.AddRange(fresh.Select(f => f.Person));
        await world.SaveAsync(ct, rows);
        foreach (var (who, job, person) in fresh)
        {
            who.Id = person.Id;
            job.Applied.Add(person.Id);
        }

        await resumes.MakeAsync(tries, ct);
        await world.SaveAsync(ct, rows);
    }

    private async Task ApplicationsAsync(List<Try> tries, List<object> rows, CancellationToken ct)
    {
        var life = new ApplicationLife(world);
        foreach (var one in tries)
        {
            world.Db.Applications.Add(life.Live(one));
            one.Who.FreeFrom = one.Application.EndedAt ?? DateTime.MaxValue;
            DecisionLife.AskMore(one);
        }

        await world.SaveAsync(ct, rows);
    }

    private async Task<(List<Talk> Talks, List<Decided> Decisions, List<OfferLife> Offers)> MeetAsync(
        List<Try> tries, IReadOnlyList<SampleJob> open, List<object> rows, CancellationToken ct)
    {
        var db = world.Db;
        var talks = new List<Talk>();
        var decisions = new List<Decided>();
        var offers = new List<OfferLife>();
        var (meetings, debriefs, transfers) = (new InterviewLife(world), new DecisionLife(world), new SampleTransfers(world));
        foreach (var one in tries)
        {
            db.Consents.AddRange(ConsentsOf(one));
            transfers.Make(one, open);
            if (one.Course.Past(one.Course.Interviews))
            {
                talks.AddRange(meetings.Make(one));
                decisions.Add(debriefs.Make(one));
                Note(one);
            }

            if (one.Seat >= 0 && one.Course.Offer is { } course && one.Course.Past(course.Drafted))
            {
                var offer = new OfferLife(world, one);
                db.Offers.Add(offer.Draft());
                offers.Add(offer);
            }
        }

        db.Interviews.AddRange(talks.Select(t => t.Interview));
        db.HiringDecisions.AddRange(decisions.Select(d => d.Decision));
        await world.SaveAsync(ct, rows);
        return (talks, decisions, offers);
    }

    private async Task DecideAsync(List<Talk> talks, List<Decided> decisions, List<OfferLife> offers, List<object> rows, CancellationToken ct)
    {
        var cards = new Cards(world);
        world.Db.Scorecards.AddRange(talks.SelectMany(cards.Make));
        world.Db.Signatures.AddRange(decisions.SelectMany(d => d.Signed()));
        await world.SaveAsync(ct, [.. rows, .. offers.Select(o => o.Offer)]);

        var walks = offers.Select(o => o.Walk().GetEnumerator()).ToList();
        while (walks.Count > 0)
        {
            // Those that need their rows written go on after the save.
            walks = walks.FindAll(w => w.MoveNext());
            await world.Db.SaveChangesAsync(ct);
        }

        var rescind = nameof(OfferTrigger.Rescind);
        world.Db.Signatures.AddRange(offers.Where(o => o.RescindSigner is not null).Select(o => new Domain.Workflows.Signature(
            OfferFlow.Table.Name, o.Offer.Id, rescind, new Actor(o.RescindSigner!.Value, ActorKind.Person, CapabilitySet.None), o.RescindSignedAt!.Value, null)));
        await world.SaveAsync(ct, rows);
    }

    private IEnumerable<Consent> ConsentsOf(Try one)
    {
        if (one.Application.ConsentAt is not { } at)
        {
            yield break;
        }

        yield return new Consent(one.Who.Id, Purpose.Application, LegalBasis.Consent, world.NoticeId, one.Who.Language, one.Application.Id, at);
        if (world.Random.Chance(0.3))
        {
            yield return new Consent(one.Who.Id, Purpose.TalentPool, LegalBasis.Consent, world.NoticeId, one.Who.Language, one.Application.Id, at);
        }
    }

    /// <summary>What a recruiter writes down after a call.</summary>
    private void Note(Try one)
    {
        if (!world.Random.Chance(0.4))
        {
            return;
        }

        var by = one.Job.Recruiter;
        var at = one.Course.Interviews!.Value.AddMinutes(-world.Random.Between(10, 90));
        var note = new Note(
            by.As(), at, one.Who.Id, one.Job.Requisition.Id, one.Application.Id, EntryAudience.HiringTeam, world.Random.Pick(world.Texts.Notes).In(by.Language));
        world.Db.Notes.Add(note);
        world.Db.Timeline.Add(new TimelineEntry(
            note.PersonId, at, EntryKind.Note, note.Audience, "wrote a note", note.AuthorId, ApplicationFlow.Table.Name, note.ApplicationId, note.RequisitionId, note.Text));
    }
}
