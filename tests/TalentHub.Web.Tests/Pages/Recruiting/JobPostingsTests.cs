using System.Net;
using TalentHub.Domain.Access;
using TalentHub.Domain.People;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Careers;

namespace TalentHub.Web.Tests.Pages.Recruiting;

public sealed class JobPostingsTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task A_job_shows_its_postings_and_what_each_source_has_brought()
    {
        var recruiter = await factory.PersonAsync(Role.Recruiter);
        var posting = await factory.LivePostingAsync("Counted engineer");
        await factory.DbAsync(async db =>
        {
            foreach (var (source, detail) in new[] { (Source.University, "Spring fair"), (Source.University, "Spring fair"), (Source.CareersSite, null) })
            {
                var person = new Person(new Domain.Common.PersonName("Some", "One"), null, null, "en", A.Noon);
                db.People.Add(person);
                await db.SaveChangesAsync();
                db.Applications.Add(new JobApplication(Actor.System, A.Noon, person.Id, posting.RequisitionId, source, detail, posting.Id));
            }

            await db.SaveChangesAsync();
        });

        var page = await factory.Browser(recruiter).GetAsync($"/jobs/REQ-{posting.RequisitionId}/postings");

        Assert.Contains("Counted engineer", page.Text, StringComparison.Ordinal);
        var row = page.Document.QuerySelectorAll("section.panel tbody tr")[0].Children.Select(c => c.TextContent.Trim());
        Assert.Equal(["University Spring fair", "2", "0", "0"], row);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/postings/new?requisition=REQ-{posting.RequisitionId}']"));
    }

    [Fact]
    public async Task A_job_that_is_not_there_is_not_found_and_an_employee_may_not_look()
    {
        var recruiter = await factory.PersonAsync(Role.Recruiter);
        var employee = await factory.PersonAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(recruiter).GetAsync("/jobs/REQ-999999/postings")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(employee).GetAsync("/jobs/REQ-1/postings")).Status);
    }
}
