using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Timeline;
using TalentHub.Services.Access;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Offers;

namespace TalentHub.Web.Tests.Pages.People;

/// <summary>A reporting line alone opens no pay and no documents. Health data does not exist yet.</summary>
public sealed class ReportingLineTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task Neither_the_manager_nor_a_head_two_departments_up_sees_pay_or_papers_of_a_report()
    {
        var scene = await OfferScene.CreateAsync(factory, "Ada Reportee");
        var planId = await scene.AcceptedAsync();
        var boss = await factory.PersonAsync(name: "Bo Boss");
        var head = await factory.PersonAsync(name: "Hedda Head");
        var fileId = await factory.DbAsync(async db =>
        {
            var employment = new Employment(
                Actor.System, A.Noon, scene.CandidateId, factory.Company.DepartmentId, factory.Company.LocationId, "Engineer", null, null, boss.Id, DateOnly.FromDateTime(A.Noon), null);
            employment.Arrive(Actor.System, A.Noon);
            db.Employments.Add(employment);
            var file = new StoredFile(scene.CandidateId, FileKind.Resume, "ada.pdf", "application/pdf", 10, new string('a', 64), new string('b', 32), A.Noon);
            db.Files.Add(file);
            db.Notes.Add(new Note(scene.Recruiter.Actor, A.Noon, scene.CandidateId, scene.RequisitionId, null, EntryAudience.HiringTeam, "Asked for more than we pay."));
            var top = new Department("TOP", new Bilingual("Top", "总部"), null, head.Id);
            var middle = new Department("MID", new Bilingual("Middle", "中层"), null, null);
            db.Departments.AddRange(top, middle);
            await db.SaveChangesAsync();
            middle.MoveUnder(top.Id, []);
            (await db.Departments.SingleAsync(d => d.Id == factory.Company.DepartmentId)).MoveUnder(middle.Id, []);
            await db.SaveChangesAsync();
            return file.Id;
        });
        var pay = await factory.DbAsync(async db => (await db.Offers.Include(o => o.Versions).SingleAsync(o => o.Id == scene.OfferId)).Versions[0].BaseAnnual.MinorUnits / 100);
        string[] secrets = [pay.ToString("N0", CultureInfo.InvariantCulture), pay.ToString(CultureInfo.InvariantCulture), "Asked for more", "ada.pdf"];

        foreach (var who in new[] { boss, head })
        {
            var browser = factory.Browser(who);
            foreach (var closed in new[]
                     {
                         scene.OfferPath, scene.OfferPath + "?handler=Letter", scene.OfferPath + "/edit", $"/files/{fileId}", $"/candidates/{scene.CandidateId}", $"/applications/APP-{scene.ApplicationId}",
                         $"/debriefs/APP-{scene.ApplicationId}", $"/onboarding/ONB-{planId}", $"/onboarding/ONB-{planId}?handler=File&task=1",
                     })
            {
                Assert.True((await browser.GetAsync(closed)).Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{closed} opened");
            }

            foreach (var open in new[] { "/today", "/flow", "/offers", "/onboarding", "/demand/requisitions?state=all", "/people?q=Ada", "/search?q=Ada", $"/search?q=OFR-{scene.OfferId}" })
            {
                var page = await browser.GetAsync(open);
                Assert.All(secrets, secret => Assert.DoesNotContain(secret, page.Html, StringComparison.Ordinal));
                Assert.DoesNotContain($"OFR-{scene.OfferId}\"", page.Document.QuerySelectorAll("a[href^='/offers/']").Aggregate(string.Empty, (all, a) => open.StartsWith("/search", StringComparison.Ordinal) ? all : all + a.OuterHtml), StringComparison.Ordinal);
            }

            // And in the rows themselves, whatever page may come to show them.
            await using var scope = factory.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Set((await factory.Services.GetRequiredService<ActorLoader>().LoadAsync(who.AccountId, default))!.Actor);
            var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
            Assert.Equal(
                (0, 0, 0, 0, 0, 0),
                (await db.Offers.CountAsync(), await db.Files.CountAsync(), await db.Notes.CountAsync(), await db.Consents.CountAsync(),
                    await db.Timeline.CountAsync(e => e.PersonId == scene.CandidateId), await db.Applications.CountAsync()));
        }

        // The line itself is no secret: both find the report in the directory. And the job's hiring manager, who made the offer, sees it.
        Assert.Contains("Ada Reportee", (await factory.Browser(boss).GetAsync("/people?q=Ada")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(scene.Manager).GetAsync(scene.OfferPath)).Status);
    }
}
