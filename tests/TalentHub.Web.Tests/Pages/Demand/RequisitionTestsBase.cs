using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Demand;

/// <summary>What the tests of a request share: a house, and ways to bring a request to where a test begins.</summary>
public abstract class RequisitionTestsBase(TalentHubFactory factory) : IClassFixture<TalentHubFactory>, IAsyncLifetime
{
    protected TalentHubFactory Factory { get; } = factory;

    /// <summary>The house and the people in it.</summary>
    private protected DemandCompany Company { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Company = await DemandCompany.SetUpAsync(Factory);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected Task<long> FileAsync(Func<RequisitionTerms, RequisitionTerms>? change = null, TestPerson? requester = null) => Factory.DbAsync(async db =>
    {
        var by = requester ?? Company.Manager;
        var requisition = A.Requisition().RequestedBy(by.Actor)
            .With(t => t with { DepartmentId = Factory.Company.DepartmentId, LocationId = Factory.Company.LocationId })
            .With(change ?? (t => t)).Draft();
        db.Requisitions.Add(requisition);
        await db.SaveChangesAsync();
        return requisition.Id;
    });

    protected async Task<long> SubmittedAsync(TestPerson? requester = null, Func<RequisitionTerms, RequisitionTerms>? change = null)
    {
        var id = await FileAsync(change, requester);
        var browser = Factory.Browser(requester ?? Company.Manager);
        var sent = await browser.SubmitAsync(await browser.GetAsync($"/demand/requisitions/REQ-{id}/submission"), new Dictionary<string, string?> { ["Input.Reason"] = "Needed." });
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        return id;
    }

    protected async Task<long> ApprovedAsync(Func<RequisitionTerms, RequisitionTerms>? change = null)
    {
        var id = await SubmittedAsync(change: change);
        await ApproveAllAsync(id);
        return id;
    }

    protected async Task ApproveAllAsync(long id)
    {
        foreach (var approver in new[] { Company.Head, Company.Hr })
        {
            var browser = Factory.Browser(approver);
            var page = await browser.GetAsync($"/demand/requisitions/REQ-{id}");
            await browser.SubmitAsync(page, form: "form[action*=Approve]");
        }
    }

    protected async Task<long> OpenAsync(Func<RequisitionTerms, RequisitionTerms>? change = null)
    {
        var id = await SubmittedAsync(change: change);
        await OpenedAsync(id);
        return id;
    }

    protected async Task OpenedAsync(long id)
    {
        await ApproveAllAsync(id);
        await DemandCompany.InterviewPlanAsync(Factory, id);
        var recruiter = Factory.Browser(Company.Recruiter);
        await recruiter.SubmitAsync(await recruiter.GetAsync($"/demand/requisitions/REQ-{id}/opening"));
        Assert.Equal(RequisitionState.Open, await StateAsync(id));
    }

    protected Task<RequisitionState> StateAsync(long id) => Factory.DbAsync(db => db.Requisitions.Where(r => r.Id == id).Select(r => r.State).SingleAsync());

    protected Task<List<OpeningState>> SeatsAsync(long id) =>
        Factory.DbAsync(db => db.Openings.Where(o => o.RequisitionId == id).OrderBy(o => o.Id).Select(o => o.State).ToListAsync());
}
