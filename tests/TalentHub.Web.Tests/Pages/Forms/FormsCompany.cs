using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Testing;
using TalentHub.Web.Tests.Architecture;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Forms;

/// <summary>The sample company whose people all read Chinese, with signed links that open; what a form did can be put back.</summary>
public sealed class FormsCompany : SampleSightFactory
{
    public FormsCompany() => Kept = new KeptDatabase(this);

    public KeptDatabase Kept { get; }

    protected override bool TranslatesForSqlServer => false;

    /// <summary>By kind and state, the records of the sample.</summary>
    public Dictionary<string, Dictionary<long, string>> States { get; } = new(StringComparer.Ordinal);

    /// <summary>Addresses of candidates and hires, with their tokens.</summary>
    public List<string> Signed { get; } = [];

    public async Task<FormsCompany> ReadyAsync()
    {
        if (States.Count > 0)
        {
            return this;
        }

        await SpeakAsync("zh-CN");
        await StageAsync();
        await DbAsync(async db =>
        {
            States["requisition"] = await db.Requisitions.ToDictionaryAsync(r => r.Id, r => r.State.ToString());
            States["job"] = States["requisition"];
            States["plan"] = States["requisition"];
            States["application"] = await db.Applications.ToDictionaryAsync(a => a.Id, a => a.State.ToString());
            States["candidate"] = await db.Applications.Select(a => a.PersonId).Distinct().ToDictionaryAsync(p => p, _ => string.Empty);
            States["interview"] = await db.Interviews.ToDictionaryAsync(i => i.Id, i => i.State.ToString());
            States["offer"] = await db.Offers.ToDictionaryAsync(o => o.Id, o => o.State.ToString());
            States["onboarding"] = await db.OnboardingPlans.ToDictionaryAsync(o => o.Id, o => o.State.ToString());
            States["posting"] = await db.Postings.ToDictionaryAsync(p => p.Id, p => p.State.ToString());
        });
        Signed.AddRange(await LinksAsync());
        Kept.Keep();
        return this;
    }

    /// <summary>Everybody reads this language from now on.</summary>
    public async Task SpeakAsync(string language)
    {
        await DbAsync(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, language)));
        Forget();
    }

    /// <summary>What the sample holds only by chance, so that every form stands somewhere: applications ready to be shortlisted, interviews that have begun, rounds that were removed.</summary>
    private Task StageAsync() => DbAsync(async db =>
    {
        await db.Database.ExecuteSqlRawAsync(
            """
            DELETE FROM "CriterionMarks" WHERE "ApplicationId" IN (SELECT "Id" FROM "Applications" WHERE "State" = 'InReview');
            INSERT INTO "CriterionMarks" ("ApplicationId", "CriterionId", "Value", "MarkedBy", "MarkedAt")
            SELECT a."Id", c."Id", 'Met', 1, a."StateSince" FROM "Applications" a JOIN "Criteria" c ON c."RequisitionId" = a."RequisitionId" WHERE a."State" = 'InReview';
            """);
        await db.Interviews.Where(i => i.State == InterviewState.Confirmed)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.StartsAt, A.Noon.AddMinutes(-10)).SetProperty(i => i.EndsAt, A.Noon.AddMinutes(50)));
        foreach (var plan in await db.InterviewPlans.Where(p => db.Requisitions.Any(r => r.Id == p.RequisitionId && r.State == RequisitionState.Open)).ToListAsync())
        {
            plan.AddRound(new RoundDraft(new Bilingual("One more", "再加一轮"), new Bilingual("To see", "再看看"), 30, false, [], [], []));
            await db.SaveChangesAsync();
            plan.RemoveRound(plan.Rounds.Max(r => r.Id), isUsed: false, A.Noon);
        }

        await db.SaveChangesAsync();
    });

    protected override void Dispose(bool disposing)
    {
        Kept.Dispose();
        base.Dispose(disposing);
    }

    private Task<List<string>> LinksAsync() => DbAsync(async db =>
    {
        var made = new List<string>();
        var asked = OfEachState(await db.Interviews.Where(i => i.StartsAt == null || i.StartsAt > A.Noon).Select(i => new { i.ApplicationId, i.PersonId, i.State }).ToListAsync(), a => (a.ApplicationId, a.PersonId, a.State.ToString()))
            .Concat(OfEachState(await db.Offers.Select(o => new { o.ApplicationId, o.PersonId, o.State }).ToListAsync(), a => (a.ApplicationId, a.PersonId, a.State.ToString()))).ToList();
        foreach (var (begins, purpose, rows) in new (string, LinkPurpose, IEnumerable<(long Id, long PersonId)>)[]
        {
            ("/c/", LinkPurpose.CandidateStatus, asked.Concat(OfEachState(await db.Applications.Select(a => new { a.Id, a.PersonId, a.State }).ToListAsync(), a => (a.Id, a.PersonId, a.State.ToString())))),
            ("/o/", LinkPurpose.OfferAnswer, OfEachState(await db.Offers.Select(a => new { a.Id, a.PersonId, a.State }).ToListAsync(), a => (a.Id, a.PersonId, a.State.ToString()))),
            ("/w/", LinkPurpose.Preboarding, OfEachState(await db.OnboardingPlans.Select(a => new { a.Id, a.PersonId, a.State }).ToListAsync(), a => (a.Id, a.PersonId, a.State.ToString()))),
            ("/i/", LinkPurpose.InterviewAnswer, OfEachState(await db.Interviews.Select(a => new { a.Id, a.PersonId, a.State }).ToListAsync(), a => (a.Id, a.PersonId, a.State.ToString()))),
        })
        {
            foreach (var (id, person) in rows.Distinct())
            {
                db.SignedLinks.Add(SignedLink.Create(purpose, id, person, A.Noon, A.Noon.AddDays(60), out var token));
                made.Add(begins + token);
            }
        }

        await db.SaveChangesAsync();
        return made;
    });

    private static IEnumerable<(long Id, long PersonId)> OfEachState<T>(IEnumerable<T> rows, Func<T, (long Id, long PersonId, string State)> read) =>
        rows.Select(read).GroupBy(r => r.State).SelectMany(g => g.OrderByDescending(r => r.Id).Take(2)).Select(r => (r.Id, r.PersonId));
}
