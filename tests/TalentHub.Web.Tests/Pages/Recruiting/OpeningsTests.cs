using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Careers;

namespace TalentHub.Web.Tests.Pages.Recruiting;

public sealed class OpeningsTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task Colleagues_read_internal_postings_and_strangers_do_not()
    {
        var posting = await InternalAsync("Inside engineer");
        var employee = await factory.PersonAsync();

        Assert.Contains("Inside engineer", (await factory.Browser(employee).GetAsync("/openings")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(employee).GetAsync($"/openings/{posting.Number}")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await factory.Browser().GetAsync($"/openings/{posting.Number}")).Status);
    }

    [Fact]
    public async Task A_colleague_applies_on_their_own_record_and_once_only()
    {
        var posting = await InternalAsync("Move engineer", A.YesNo());
        var employee = await factory.PersonAsync();
        var browser = factory.Browser(employee);
        var form = await browser.GetAsync($"/openings/{posting.Number}");

        var missing = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Letter"] = "I know the team" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.Equal("I know the team", missing.Document.GetElementById("Input_Letter")!.TextContent);

        await browser.SubmitAsync(missing, new Dictionary<string, string?> { ["Input.Answers[visa]"] = "yes" });

        var application = await factory.DbAsync(db => db.Applications.SingleAsync(a => a.PostingId == posting.Id));
        Assert.Equal((employee.Id, Source.Internal, "I know the team"), (application.PersonId, application.Source, application.Letter));
        Assert.Contains("You applied on", (await browser.GetAsync($"/openings/{posting.Number}")).Text, StringComparison.Ordinal);
        var again = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Answers[visa]"] = "yes", ["__once"] = Guid.NewGuid().ToString("N") });
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
    }

    private async Task<Posting> InternalAsync(string title, params PostingQuestion[] questions)
    {
        var requisition = await factory.OpenRequisitionAsync(title);
        return await factory.DbAsync(async db =>
        {
            var writer = A.Person(Role.Recruiter);
            var posting = new Posting(writer, A.Noon, requisition.Id, PostingKind.Internal, new Bilingual(title, "内部"));
            posting.Write(writer, posting.Title, A.PostingText());
            posting.Pay(writer, null, null, "Later.");
            posting.Ask(writer, questions);
            posting.Runs(writer, null, DateOnly.FromDateTime(A.Noon).AddDays(9));
            posting.Live();
            db.Postings.Add(posting);
            await db.SaveChangesAsync();
            return posting;
        });
    }
}
