using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Demand;

/// <summary>The seats under a request: asked for, refused, filled, cancelled.</summary>
public sealed class RequisitionSeatsTests(TalentHubFactory factory) : RequisitionTestsBase(factory)
{
    [Fact]
    public async Task An_evergreen_job_takes_applications_without_a_seat_and_an_offer_waits_for_one_that_was_approved()
    {
        var manager = Factory.Browser(Company.Manager);
        await manager.SubmitAsync(
            await manager.GetAsync(DemandCompany.NewPath),
            DemandCompany.Form(Factory, ("Input.IsEvergreen", "true"), ("Input.Seats", "0"), ("Input.TitleEn", "Evergreen researcher"), ("Input.AnnualCost", null)), button: ("next", "submit"));
        var id = await Factory.DbAsync(db => db.Requisitions.MaxAsync(r => r.Id));
        if (await StateAsync(id) == RequisitionState.Draft)
        {
            await manager.SubmitAsync(await manager.GetAsync($"/demand/requisitions/REQ-{id}/submission"), new Dictionary<string, string?> { ["Input.Reason"] = "All year round." });
        }

        await OpenedAsync(id);
        Assert.Empty(await SeatsAsync(id));

        // Somebody applies; the decision to hire finds no seat, and says so.
        var facts = await Factory.DbAsync(async db =>
        {
            var person = new Person(PersonName.Parse("Eve Green"), $"eve{id}@example.org", null, "en", A.Noon);
            db.People.Add(person);
            await db.SaveChangesAsync();
            var application = A.Application(person.Id, id);
            db.Applications.Add(application);
            await db.SaveChangesAsync();
            return application;
        });
        var known = await Factory.ServiceAsync<TalentHub.Services.Screening.ApplicationFactsLoader, Domain.Screening.ApplicationFacts>(l => l.LoadAsync(facts, CancellationToken.None));
        Assert.Equal((true, 0), (known.RequisitionOpen, known.OpenSeats));

        // Asked for by the manager, approved by the same chain, numbered and open.
        var asked = await manager.SubmitAsync(
            await manager.GetAsync($"/demand/requisitions/REQ-{id}/seats"),
            new Dictionary<string, string?> { ["Input.Seats"] = "2", ["Input.AnnualCost"] = "400000", ["Input.Reason"] = "Two strong people." });
        Assert.Equal($"/demand/requisitions/REQ-{id}", asked.Location);
        Assert.Contains("further seats: 2", (await manager.GetAsync($"/demand/requisitions/REQ-{id}")).Text, StringComparison.Ordinal);
        Assert.Contains($"Approve further seats for REQ-{id}", (await Factory.Browser(Company.Head).GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.Null((await manager.GetAsync($"/demand/requisitions/REQ-{id}")).Document.QuerySelector("form[action*=GrantSeats]"));
        Assert.Empty(await SeatsAsync(id));
        foreach (var approver in new[] { Company.Head, Company.Hr })
        {
            var browser = Factory.Browser(approver);
            await browser.SubmitAsync(await browser.GetAsync($"/demand/requisitions/REQ-{id}"), form: "form[action*=GrantSeats]");
        }

        Assert.Equal([OpeningState.Open, OpeningState.Open], await SeatsAsync(id));
        Assert.Equal(2, (await Factory.ServiceAsync<TalentHub.Services.Screening.ApplicationFactsLoader, Domain.Screening.ApplicationFacts>(l => l.LoadAsync(facts, CancellationToken.None))).OpenSeats);
        Assert.Equal(HttpStatusCode.Forbidden, (await Factory.Browser(Company.Stranger).GetAsync($"/demand/requisitions/REQ-{id}/seats")).Status);
        var empty = await manager.SubmitAsync(await manager.GetAsync($"/demand/requisitions/REQ-{id}/seats"), new Dictionary<string, string?> { ["Input.AnnualCost"] = "1" });
        Assert.Equal("Say how many people you want to hire.", empty.ErrorAt("Input.Seats"));
        Assert.Contains("常年招聘", (await Factory.Browser(await Factory.PersonAsync(Role.HR, "王芳", "zh-CN")).GetAsync($"/demand/requisitions/REQ-{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seats_that_are_refused_are_told_to_who_asked_and_the_job_goes_on()
    {
        var id = await OpenAsync(t => t with { IsEvergreen = true, Seats = 0, AnnualCost = new Money(0, "USD") });
        var manager = Factory.Browser(Company.Manager);
        await manager.SubmitAsync(
            await manager.GetAsync($"/demand/requisitions/REQ-{id}/seats"),
            new Dictionary<string, string?> { ["Input.Seats"] = "1", ["Input.AnnualCost"] = "0", ["Input.Reason"] = "One more." });
        var head = Factory.Browser(Company.Head);

        var form = await head.GetAsync($"/demand/requisitions/REQ-{id}/seats/refusal");
        Assert.Equal("Please say why.", (await head.SubmitAsync(form)).ErrorAt("Input.Reason"));
        await head.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Reason"] = "Not this quarter." });

        Assert.Equal(RequisitionState.Open, await StateAsync(id));
        Assert.Empty(await SeatsAsync(id));
        var mail = await Factory.DbAsync(db => db.Outbox.SingleAsync(m => m.Template == "sent-back" && m.SubjectId == id));
        Assert.Equal(Company.Manager.Email, mail.To);
        Assert.Contains("Not this quarter.", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_filled_seat_fills_the_request()
    {
        var id = await OpenAsync();

        await Factory.DbAsync(async db =>
        {
            foreach (var seat in await db.Openings.Where(o => o.RequisitionId == id).ToListAsync())
            {
                seat.Reserve(default, Actor.System, A.Noon, 1);
                seat.Fill(Actor.System, A.Noon, 1);
            }

            await db.SaveChangesAsync();
        });

        Assert.Equal(RequisitionState.Filled, await StateAsync(id));
    }

    [Fact]
    public async Task HR_cancels_one_seat_with_a_reason_and_nobody_else_does()
    {
        var id = await OpenAsync();
        var seat = await Factory.DbAsync(db => db.Openings.Where(o => o.RequisitionId == id).Select(o => o.Id).MinAsync());
        var path = $"/demand/requisitions/REQ-{id}/seats/OPN-{seat}/cancellation";
        Assert.Equal(HttpStatusCode.Forbidden, (await Factory.Browser(Company.Recruiter).GetAsync(path)).Status);
        var hr = Factory.Browser(Company.Hr);
        var form = await hr.GetAsync(path);

        Assert.Equal("Please say why.", (await hr.SubmitAsync(form)).ErrorAt("Input.Reason"));
        await hr.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Reason"] = "One is enough." });
        var again = await hr.SubmitAsync(await hr.GetAsync(path), new Dictionary<string, string?> { ["Input.Reason"] = "Again." });

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal([OpeningState.Cancelled, OpeningState.Open], await SeatsAsync(id));
        Assert.Equal(HttpStatusCode.NotFound, (await hr.GetAsync($"/demand/requisitions/REQ-{id + 1}/seats/OPN-{seat}/cancellation")).Status);
    }
}
