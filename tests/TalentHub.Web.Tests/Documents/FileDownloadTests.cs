using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Careers;

namespace TalentHub.Web.Tests.Documents;

public sealed class FileDownloadTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task A_resume_comes_out_as_a_download_for_those_who_see_its_person_and_for_nobody_else()
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        await browser.SubmitAsync(
            await browser.GetAsync($"/careers/{posting.Number}/apply"),
            new Dictionary<string, string?> { ["Input.Name"] = "Ada", ["Input.Email"] = "ada@example.org", ["Input.Consent"] = "yes" },
            files: new Dictionary<string, (string, byte[])> { ["Input.File"] = ("简历 x.txt", Encoding.UTF8.GetBytes("the words")) });
        var id = await factory.DbAsync(db => db.Applications.Where(a => a.PostingId == posting.Id).Select(a => a.ResumeFileId!.Value).SingleAsync());
        var recruiter = await factory.PersonAsync(Role.Recruiter);
        var employee = await factory.PersonAsync();

        var answer = await factory.Browser(recruiter).Client.GetAsync(new Uri($"/files/{id}", UriKind.Relative));

        Assert.Equal("the words", await answer.Content.ReadAsStringAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(employee).GetAsync($"/files/{id}")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync($"/files/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(recruiter).GetAsync("/files/999999")).Status);
    }
}
