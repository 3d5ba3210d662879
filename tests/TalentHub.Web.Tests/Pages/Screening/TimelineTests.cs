using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Timeline;
using TalentHub.Services.Scheduling;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Interviews;
using TalentHub.Web.Tests.Pages.Offers;

namespace TalentHub.Web.Tests.Pages.Screening;

/// <summary>One person, one timeline: states, meetings, files, reviews, notes and mails stand on it, each for those who may see it.</summary>
public sealed class TimelineTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task Files_reviews_meetings_notes_and_mails_stand_on_it_for_the_team_and_for_nobody_else()
    {
        var scene = await InterviewScene.SetAsync(factory);
        await factory.DbAsync(async db =>
        {
            var criterion = new Criterion(scene.RequisitionId, 1, new Bilingual("Has trained a large model", "训练过大模型"));
            db.Criteria.Add(criterion);
            await db.SaveChangesAsync();
            var application = await db.Applications.Include(a => a.Marks).SingleAsync(a => a.Id == scene.ApplicationId);
            application.Mark(A.ClearFacts(), Actor.System with { PersonId = scene.Recruiter.Id }, A.Noon, criterion.Id, MarkValue.Met, "ran it");
            db.Files.Add(new StoredFile(scene.CandidateId, FileKind.Resume, "lin-resume.pdf", "application/pdf", 10, new string('c', 64), Guid.NewGuid().ToString("N"), A.Noon));
            db.Files.Add(new StoredFile(scene.CandidateId, FileKind.Onboarding, "passport.pdf", "application/pdf", 10, new string('d', 64), Guid.NewGuid().ToString("N"), A.Noon));
            db.Notes.Add(new Note(scene.Recruiter.Actor, A.Noon, scene.CandidateId, scene.RequisitionId, scene.ApplicationId, EntryAudience.HiringTeam, "Strong on evaluation."));
            db.Notes.Add(new Note(scene.HR.Actor, A.Noon, scene.CandidateId, scene.RequisitionId, null, EntryAudience.HR, "Only for HR."));
            db.Notes.Add(new Note(scene.Recruiter.Actor, A.Noon, scene.CandidateId, scene.RequisitionId, null, EntryAudience.Private, "Only mine."));
            await db.SaveChangesAsync();
        });
        var interview = await scene.BookAsync(scene.First);
        await scene.RunAsync("outbox");
        await scene.EndAsync();
        await scene.ScoreAsync(scene.First, interview, 4, 3, 3);
        await scene.RunAsync("outbox");

        var recruiter = await TimelineAsync(scene.Recruiter, scene.CandidateId);
        Assert.Contains("marked as met: Has trained a large model", recruiter, StringComparison.Ordinal);
        Assert.Contains("added the file lin-resume.pdf", recruiter, StringComparison.Ordinal);
        Assert.Contains("Ina First handed in the scorecard of", recruiter, StringComparison.Ordinal);
        Assert.Contains("Strong on evaluation.", recruiter, StringComparison.Ordinal);
        Assert.Contains("Only mine.", recruiter, StringComparison.Ordinal);
        Assert.Contains("is kept: no mail server is set", recruiter, StringComparison.Ordinal);
        Assert.Contains("Interviewing", recruiter, StringComparison.Ordinal);
        Assert.DoesNotContain("passport.pdf", recruiter, StringComparison.Ordinal);
        Assert.DoesNotContain("Only for HR.", recruiter, StringComparison.Ordinal);
        Assert.DoesNotContain("Wrote it and tested it.", recruiter, StringComparison.Ordinal);

        var manager = await TimelineAsync(scene.Manager, scene.CandidateId);
        Assert.Contains("handed in the scorecard of", manager, StringComparison.Ordinal);
        Assert.Contains("added the file lin-resume.pdf", manager, StringComparison.Ordinal);
        Assert.DoesNotContain("Only mine.", manager, StringComparison.Ordinal);
        Assert.DoesNotContain("Only for HR.", manager, StringComparison.Ordinal);

        var hr = await TimelineAsync(scene.HR, scene.CandidateId);
        Assert.Contains("Only for HR.", hr, StringComparison.Ordinal);
        Assert.Contains("added the file passport.pdf", hr, StringComparison.Ordinal);
        Assert.DoesNotContain("Only mine.", hr, StringComparison.Ordinal);

        // The interviewer knows the candidate from the interview's page; the record and its timeline are not theirs, nor another job's manager's.
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(scene.First).GetAsync($"/candidates/{scene.CandidateId}")).Status);
        var other = await InterviewScene.SetAsync(factory);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(other.Manager).GetAsync($"/candidates/{scene.CandidateId}")).Status);
    }

    [Fact]
    public async Task A_letter_about_pay_stands_on_it_for_those_who_see_pay()
    {
        var scene = await OfferScene.CreateAsync(factory, "Olive Offer");
        await scene.ExtendedAsync();
        await factory.ServiceAsync(async (IEnumerable<IJob> jobs) =>
        {
            await jobs.Single(j => j.Name == "outbox").RunAsync(CancellationToken.None);
            return true;
        });
        var subject = await factory.DbAsync(db => db.Outbox.Where(m => m.Template == "offer-extended" && m.PersonId == scene.CandidateId).Select(m => m.Subject).SingleAsync());

        Assert.Contains(subject, await TimelineAsync(scene.Recruiter, scene.CandidateId), StringComparison.Ordinal);
        Assert.Contains(subject, await TimelineAsync(scene.Manager, scene.CandidateId), StringComparison.Ordinal);
        Assert.DoesNotContain(subject, await TimelineAsync(await factory.PersonAsync(Role.Coordinator), scene.CandidateId), StringComparison.Ordinal);
    }

    private async Task<string> TimelineAsync(TestPerson who, long candidateId)
    {
        var page = await factory.Browser(who).GetAsync($"/candidates/{candidateId}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return string.Join(' ', page.Document.QuerySelector(".timeline")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
