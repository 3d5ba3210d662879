using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Testing;
using TalentHub.Web.Pages.Screening.Candidates;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Screening;

public sealed class SightTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task The_short_words_of_the_lists_find_exactly_what_the_filter_leaves_for_everybody()
    {
        const string name = "Lovelace";
        var open = await ScreeningScene.MakeAsync(factory);
        var secret = await ScreeningScene.MakeAsync(factory, confidential: true);
        await open.ApplicationAsync();
        await secret.ApplicationAsync();
        var viewers = Enum.GetValues<Role>().Select(role => A.Person(role)).ToList();
        viewers.AddRange([open.Recruiter.Actor, secret.Recruiter.Actor, Actor.System, Actor.Visitor, Actor.Candidate(1)]);
        viewers.AddRange(new[] { open.Manager, secret.Manager }.Select(m => m.Actor with { Rights = m.Actor.Rights | RoleRights.Of(Relation.HiringManager) }));

        foreach (var viewer in viewers)
        {
            await using var scope = factory.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(viewer);
            var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();

            var filtered = await db.Applications.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync();
            var inView = await (await db.ApplicationsInViewAsync(CancellationToken.None)).OrderBy(a => a.Application.Id).Select(a => a.Application.Id).ToListAsync();

            Assert.Equal(filtered, inView);
            foreach (var filter in new CandidateFilter[] { new(), new() { Sort = CandidateSort.Waiting }, new() { Sort = CandidateSort.Name }, new() { Q = name }, new() { Q = name, Sort = CandidateSort.Name } })
            {
                var listed = await db.CandidatesAsync(filter, CancellationToken.None, size: 1000);
                Assert.Equal(filtered, listed.Rows.Select(r => r.Id).Order());
            }

            foreach (var job in await db.JobScopes.ToListAsync())
            {
                var any = await db.Applications.AnyAsync(a => a.RequisitionId == job.Id);
                Assert.Equal(any, db.SeesCandidatesOf(job.HiringManagerId, job.RecruiterId, job.IsConfidential));
            }
        }
    }
}
