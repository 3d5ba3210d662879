using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Privacy;

/// <summary>From the candidate's own page to an answer.</summary>
public sealed class PrivacyRequestPagesTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task A_candidate_asks_on_their_own_page_and_the_desk_finds_it_in_Today_and_answers()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync("Aska Asking", ApplicationState.Rejected);
        var candidate = factory.Browser();
        var path = "/c/" + await LinkAsync(application);
        var sent = await candidate.SubmitAsync(await candidate.GetAsync(path), new Dictionary<string, string?> { ["AskKind"] = "Access" }, "form[action*=Ask]");
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var again = await candidate.SubmitAsync(await candidate.GetAsync(path), new Dictionary<string, string?> { ["AskKind"] = "Access" }, "form[action*=Ask]");
        Assert.Contains("You have asked for this already", again.Text, StringComparison.Ordinal);

        var hr = factory.Browser(await factory.PersonAsync(Role.HR));
        var request = await factory.DbAsync(db => db.PrivacyRequests.SingleAsync(r => r.PersonId == application.PersonId));
        Assert.Equal(new DateOnly(2026, 4, 3), request.DueOn);
        Assert.Contains($"Check who asks in the privacy request {request.Number}", (await hr.GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.Contains("Aska Asking", (await hr.GetAsync("/admin/privacy")).Text, StringComparison.Ordinal);

        var at = $"/admin/privacy/{request.Number}";
        await hr.SubmitAsync(await hr.GetAsync(at), form: "form[action*=Verify]");
        await hr.SubmitAsync(await hr.GetAsync(at), form: "form[action*=Start]");
        var early = await hr.GetAsync(at);
        Assert.Contains("Nothing was given out since the request came.", early.Text, StringComparison.Ordinal);
        await hr.SubmitAsync(await hr.GetAsync($"/admin/privacy/people/{application.PersonId}"), form: "form[action*=Export]");
        await hr.SubmitAsync(await hr.GetAsync(at), form: "form[action*=Finish]");

        Assert.Equal(PrivacyRequestState.Done, (await factory.DbAsync(db => db.PrivacyRequests.SingleAsync(r => r.Id == request.Id))).State);
        Assert.DoesNotContain(request.Number, (await hr.GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.Contains(request.Number, (await hr.GetAsync("/admin/privacy?closed=true")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_asks_why_and_only_the_desk_sees_requests()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync("Rea Refused", ApplicationState.Rejected);
        var hr = factory.Browser(await factory.PersonAsync(Role.HR, language: "zh-CN"));
        var person = $"/admin/privacy/people/{application.PersonId}";
        var wrong = await hr.SubmitAsync(await hr.GetAsync(person), new Dictionary<string, string?> { ["Asking.Kind"] = "Correction" }, "form[action*=Request]");
        Assert.Equal("请说明需要更正的内容。", wrong.ErrorAt("Asking.Words"));
        await hr.SubmitAsync(wrong, new Dictionary<string, string?> { ["Asking.Kind"] = "Correction", ["Asking.Words"] = "My name has an é." }, "form[action*=Request]");
        var request = await factory.DbAsync(db => db.PrivacyRequests.SingleAsync(r => r.PersonId == application.PersonId));
        var at = $"/admin/privacy/{request.Number}";

        await hr.SubmitAsync(await hr.GetAsync(at), new Dictionary<string, string?> { ["Reason"] = "Not they." }, "form[action*=Refuse]");

        Assert.Equal(PrivacyRequestState.Refused, (await factory.DbAsync(db => db.PrivacyRequests.SingleAsync(r => r.Id == request.Id))).State);
        Assert.Contains("Not they.", (await hr.GetAsync(at)).Text, StringComparison.Ordinal);
        var recruiter = factory.Browser(scene.Recruiter);
        Assert.Equal(HttpStatusCode.Forbidden, (await recruiter.GetAsync(at)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await recruiter.GetAsync("/admin/privacy")).Status);
    }

    private Task<string> LinkAsync(JobApplication application) => factory.DbAsync(async db =>
    {
        db.SignedLinks.Add(SignedLink.Create(LinkPurpose.CandidateStatus, application.Id, application.PersonId, A.Noon, A.Noon.AddDays(30), out var token));
        await db.SaveChangesAsync();
        return token;
    });
}
