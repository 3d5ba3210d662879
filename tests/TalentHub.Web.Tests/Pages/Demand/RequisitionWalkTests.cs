using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Demand;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Demand;

/// <summary>The first step of the walk: from "we need someone" to an open job with two numbered seats.</summary>
public sealed class RequisitionWalkTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task A_request_for_two_is_filed_over_plan_with_a_reason_approved_by_two_and_opened_with_a_recruiter()
    {
        var company = await DemandCompany.SetUpAsync(factory);
        await DemandCompany.PlanAsync(factory, seats: 1, budget: 1_000_000_00);
        var manager = factory.Browser(company.Manager);

        // The role prefills title, skills and must-haves.
        var form = await manager.GetAsync(DemandCompany.NewPath);
        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Contains("Senior machine-learning engineer", form.Html, StringComparison.Ordinal);
        Assert.Contains("Works fluently with Python and PyTorch.", form.Html, StringComparison.Ordinal);

        // Over plan: kept as a draft, and the page says why it waits and asks for a reason.
        var filed = await manager.SubmitAsync(form, DemandCompany.Form(factory), button: ("next", "submit"));
        Assert.Equal(HttpStatusCode.Redirect, filed.Status);
        var id = await factory.DbAsync(db => db.Requisitions.MaxAsync(r => r.Id));
        Assert.Equal($"/demand/requisitions/REQ-{id}/submission", filed.Location);
        var submission = await manager.FollowAsync(filed);
        Assert.Contains("This goes over the department's plan: seats left 1, asked for 2.", submission.Text, StringComparison.Ordinal);
        Assert.Contains("Hanna Head", submission.Text, StringComparison.Ordinal);

        var without = await manager.SubmitAsync(submission);
        Assert.Equal(HttpStatusCode.Conflict, without.Status);
        var sent = await manager.SubmitAsync(submission, new Dictionary<string, string?> { ["Input.Reason"] = "The launch moved forward." });
        Assert.Equal($"/demand/requisitions/REQ-{id}", sent.Location);
        Assert.Equal(RequisitionState.InApproval, await StateAsync(id));

        // Two numbered seats, each with its own state; the chain's first step waits for the head.
        Assert.Equal([OpeningState.Planned, OpeningState.Planned], await SeatsAsync(id));
        Assert.Contains($"Approve REQ-{id}", (await factory.Browser(company.Head).GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Approve REQ-{id}", (await factory.Browser(company.Hr).GetAsync("/today")).Text, StringComparison.Ordinal);

        // The approver whose turn it is gets a mail, nobody else.
        var mails = await factory.DbAsync(db => db.Outbox.Where(m => m.Template == "approval-requested" && m.SubjectId == id).Select(m => m.To).ToListAsync());
        Assert.Equal([company.Head.Email], mails);

        // The requester holds no button and no right; the second approver is not yet asked.
        Assert.Null((await manager.GetAsync($"/demand/requisitions/REQ-{id}")).Document.QuerySelector("form[action*=Approve]"));
        var early = await factory.Browser(company.Hr).GetAsync($"/demand/requisitions/REQ-{id}");
        Assert.Contains("It waits for somebody else's approval. Can be lifted by: Hanna Head", early.Text, StringComparison.Ordinal);

        // Whoever decides reads beside the plan why it goes over.
        var head = factory.Browser(company.Head);
        var asked = await head.GetAsync($"/demand/requisitions/REQ-{id}");
        Assert.Equal("The launch moved forward.", asked.Document.QuerySelector("aside section:has(.facts) blockquote")?.TextContent);
        var first = await head.FollowAsync(await head.SubmitAsync(asked, form: "form[action*=Approve]"));
        Assert.Contains($"You have approved REQ-{id}; the next step is asked", first.Html, StringComparison.Ordinal);
        Assert.Equal(RequisitionState.InApproval, await StateAsync(id));
        await ApproveAsync(company.Hr, id);
        Assert.Equal(RequisitionState.Approved, await StateAsync(id));
        Assert.Equal([OpeningState.Approved, OpeningState.Approved], await SeatsAsync(id));

        // A recruiter finds it in Today and opens it.
        await DemandCompany.InterviewPlanAsync(factory, id);
        var recruiter = factory.Browser(company.Recruiter);
        Assert.Contains($"Open REQ-{id}", (await recruiter.GetAsync("/today")).Text, StringComparison.Ordinal);
        var opening = await recruiter.GetAsync($"/demand/requisitions/REQ-{id}/opening");
        var opened = await recruiter.SubmitAsync(opening);
        Assert.Equal($"/demand/requisitions/REQ-{id}", opened.Location);
        Assert.Equal(RequisitionState.Open, await StateAsync(id));
        Assert.Equal([OpeningState.Open, OpeningState.Open], await SeatsAsync(id));
        Assert.Equal(company.Recruiter.Id, await factory.DbAsync(db => db.Requisitions.Where(r => r.Id == id).Select(r => r.RecruiterId).SingleAsync()));

        var details = await recruiter.FollowAsync(opened);
        Assert.Contains("The launch moved forward.", details.Text, StringComparison.Ordinal);
        Assert.Contains("OPN-", details.Text, StringComparison.Ordinal);

        // What comes next is in the recruiter's Today, and gone once it is begun.
        var next = await recruiter.GetAsync("/today");
        var link = next.Document.QuerySelector($"a.todo-main[href='/postings/new?requisition=REQ-{id}']");
        Assert.Contains($"Write the posting for REQ-{id}", link!.TextContent, StringComparison.Ordinal);
        await recruiter.SubmitAsync(await recruiter.GetAsync(link.GetAttribute("href")!));
        Assert.DoesNotContain($"Write the posting for REQ-{id}", (await recruiter.GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    private async Task ApproveAsync(TestPerson who, long id)
    {
        var browser = factory.Browser(who);
        var page = await browser.GetAsync($"/demand/requisitions/REQ-{id}");
        var done = await browser.SubmitAsync(page, form: "form[action*=Approve]");
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
    }

    private Task<RequisitionState> StateAsync(long id) => factory.DbAsync(db => db.Requisitions.Where(r => r.Id == id).Select(r => r.State).SingleAsync());

    private Task<List<OpeningState>> SeatsAsync(long id) =>
        factory.DbAsync(db => db.Openings.Where(o => o.RequisitionId == id).OrderBy(o => o.Id).Select(o => o.State).ToListAsync());
}
