using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Demand;

/// <summary>The moves of a request through its pages: sent back, rejected, held, closed, and taken back.</summary>
public sealed class RequisitionMovesTests(TalentHubFactory factory) : RequisitionTestsBase(factory)
{
    [Fact]
    public async Task Sending_back_needs_words_and_then_waits_for_the_requester()
    {
        var id = await SubmittedAsync();
        var head = Factory.Browser(Company.Head);
        var form = await head.GetAsync($"/demand/requisitions/REQ-{id}/send-back");

        var empty = await head.SubmitAsync(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal("Please say why.", empty.ErrorAt("Input.Reason"));
        await head.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Reason"] = "One seat is enough." });

        Assert.Equal(RequisitionState.ChangesRequested, await StateAsync(id));
        Assert.Contains($"Change REQ-{id}", (await Factory.Browser(Company.Manager).GetAsync("/today")).Text, StringComparison.Ordinal);
        var row = await Factory.DbAsync(db => db.Transitions.Where(t => t.Machine == "requisition" && t.SubjectId == id).OrderByDescending(t => t.Id).FirstAsync());
        Assert.Equal(("SendBack", "One seat is enough."), (row.Trigger, row.Reason));
    }

    [Fact]
    public async Task The_requester_cannot_approve_even_with_every_role_and_a_forged_post()
    {
        var boss = await Factory.PersonAsync(Role.HR);
        await Factory.DbAsync(async db =>
        {
            db.RoleGrants.Add(new TalentHub.Data.Accounts.RoleGrant { PersonId = boss.Id, Role = Role.Finance, GivenAt = A.Noon });
            await db.SaveChangesAsync();
        });
        var id = await SubmittedAsync(requester: boss);
        var browser = Factory.Browser(boss);
        var page = await browser.GetAsync($"/demand/requisitions/REQ-{id}");
        Assert.Contains("The person who asked for a hire may not approve it.", page.Text, StringComparison.Ordinal);

        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forged = await browser.PostAsync($"/demand/requisitions/REQ-{id}?handler=Approve", new Dictionary<string, string> { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.Equal(RequisitionState.InApproval, await StateAsync(id));
    }

    [Fact]
    public async Task A_rejection_cancels_the_seats_and_its_undo_brings_them_back()
    {
        var id = await SubmittedAsync();
        var head = Factory.Browser(Company.Head);
        await head.SubmitAsync(await head.GetAsync($"/demand/requisitions/REQ-{id}/rejection"), new Dictionary<string, string?> { ["Input.Reason"] = "Not this year." });
        Assert.Equal([OpeningState.Cancelled, OpeningState.Cancelled], await SeatsAsync(id));

        var hr = Factory.Browser(Company.Hr);
        var undone = await hr.SubmitAsync(await hr.GetAsync($"/demand/requisitions/REQ-{id}"), form: "form[action*=Undo]");

        Assert.Equal(HttpStatusCode.Redirect, undone.Status);
        Assert.Equal(RequisitionState.InApproval, await StateAsync(id));
        Assert.Equal([OpeningState.Planned, OpeningState.Planned], await SeatsAsync(id));
        Assert.Contains($"Approve REQ-{id}", (await head.GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_pauses_the_seats_and_resuming_returns()
    {
        var id = await OpenAsync();
        var head = Factory.Browser(Company.Head);
        var held = await head.SubmitAsync(
            await head.GetAsync($"/demand/requisitions/REQ-{id}/hold"),
            new Dictionary<string, string?> { ["Input.Reason"] = "Budget talks", ["Input.ReviewOn"] = "2026-04-01" });
        Assert.Equal(HttpStatusCode.Redirect, held.Status);
        var page = await head.FollowAsync(held);
        Assert.Contains("Budget talks", page.Text, StringComparison.Ordinal);
        Assert.Equal(RequisitionState.Open, await StateAsync(id));

        var resumed = await head.SubmitAsync(page, new Dictionary<string, string?> { ["Reason"] = "Agreed." }, form: "form[action*=Resume]");

        Assert.Equal(HttpStatusCode.Redirect, resumed.Status);
        Assert.Null(await Factory.DbAsync(db => db.Requisitions.Where(r => r.Id == id).Select(r => r.Hold).SingleAsync()));
    }

    [Fact]
    public async Task Closing_is_refused_while_someone_is_undecided_and_the_page_names_them()
    {
        var id = await OpenAsync();
        await Factory.DbAsync(async db =>
        {
            var person = new Person(PersonName.Parse("Cara Candidate"), "cara@example.com", null, "en", A.Noon);
            db.People.Add(person);
            await db.SaveChangesAsync();
            db.Applications.Add(A.Application(person.Id, id));
            await db.SaveChangesAsync();
        });
        var hr = Factory.Browser(Company.Hr);
        var page = await hr.GetAsync($"/demand/requisitions/REQ-{id}/closing");

        Assert.Contains("Cara Candidate", page.Text, StringComparison.Ordinal);
        var refused = await hr.SubmitAsync(page, new Dictionary<string, string?> { ["Input.Reason"] = "Priorities changed." });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Candidates still undecided: 1.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Priorities changed.", refused.Html, StringComparison.Ordinal);
        Assert.Equal(RequisitionState.Open, await StateAsync(id));
    }

    [Fact]
    public async Task A_job_without_candidates_closes_and_reopens_as_a_draft()
    {
        var id = await OpenAsync();
        var hr = Factory.Browser(Company.Hr);
        await hr.SubmitAsync(await hr.GetAsync($"/demand/requisitions/REQ-{id}/closing"), new Dictionary<string, string?> { ["Input.Reason"] = "Priorities changed." });
        Assert.Equal([OpeningState.Cancelled, OpeningState.Cancelled], await SeatsAsync(id));

        await hr.SubmitAsync(await hr.GetAsync($"/demand/requisitions/REQ-{id}/reopening"), new Dictionary<string, string?> { ["Input.Reason"] = "They changed again." });

        Assert.Equal(RequisitionState.Draft, await StateAsync(id));
    }

    [Fact]
    public async Task Undoing_a_closing_brings_back_job_seats_and_hold_and_recalls_its_mail_and_after_the_window_says_why_not()
    {
        var fresh = new TalentHubFactory();
        await using var _ = fresh;
        var house = await DemandCompany.SetUpAsync(fresh);
        var (id, hr) = (await ClosedAsync(fresh, house), fresh.Browser(house.Hr));
        var mails = await MailsAsync();
        Assert.Equal([house.Manager.Email, house.Recruiter.Email], mails.Select(m => m.To).Order(StringComparer.Ordinal));
        Assert.All(mails, m => Assert.Equal((MailState.Waiting, A.Noon.AddMinutes(30)), (m.State, m.NotBefore)));

        Assert.Equal(HttpStatusCode.Forbidden, (await fresh.Browser(house.Stranger).PostAsync($"/demand/requisitions/REQ-{id}?handler=Undo")).Status);
        await hr.SubmitAsync(await hr.GetAsync($"/demand/requisitions/REQ-{id}"), form: "form[action*=Undo]");

        var back = await fresh.DbAsync(db => db.Requisitions.SingleAsync(r => r.Id == id));
        Assert.Equal((RequisitionState.Open, "Budget talks"), (back.State, back.Hold?.Reason));
        Assert.All(await MailsAsync(), m => Assert.Equal(MailState.Recalled, m.State));
        Assert.All(await fresh.DbAsync(db => db.Openings.Where(o => o.RequisitionId == id).Select(o => o.State).ToListAsync()), s => Assert.Equal(OpeningState.Open, s));

        var other = await ClosedAsync(fresh, house);
        fresh.Clock.Advance(TimeSpan.FromDays(15));
        var page = await hr.GetAsync($"/demand/requisitions/REQ-{other}");
        Assert.Contains("It ended more than 14 days ago, so it can no longer be undone.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*=Undo]"));

        Task<List<OutboxMail>> MailsAsync() => fresh.DbAsync(db => db.Outbox.AsNoTracking().Where(m => m.Template == "ended-by-colleague" && m.SubjectId == id).ToListAsync());
    }

    private static async Task<long> ClosedAsync(TalentHubFactory factory, DemandCompany house)
    {
        var id = await factory.DbAsync(async db =>
        {
            var requisition = A.Requisition().RequestedBy(new Actor(house.Manager.Id, ActorKind.Person, RoleRights.Of(Role.Employee) | RoleRights.Of(Relation.Manager)))
                .With(t => t with { DepartmentId = factory.Company.DepartmentId, LocationId = factory.Company.LocationId }).Open();
            requisition.RunBy(house.Recruiter.Id);
            requisition.PutOnHold(A.RequisitionFacts(), house.Hr.Actor, A.Noon, "Budget talks", null);
            requisition.TakeEvents();
            db.Requisitions.Add(requisition);
            await db.SaveChangesAsync();
            var seat = new Opening(Actor.System, A.Noon, requisition.Id);
            seat.Approve(Actor.System, A.Noon);
            seat.Open(Actor.System, A.Noon);
            db.Openings.Add(seat);
            await db.SaveChangesAsync();
            return requisition.Id;
        });
        var hr = factory.Browser(house.Hr);
        await hr.SubmitAsync(await hr.GetAsync($"/demand/requisitions/REQ-{id}/closing"), new Dictionary<string, string?> { ["Input.Reason"] = "Priorities changed." });
        return id;
    }
}
