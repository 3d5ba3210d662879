using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Services.Demand;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>Changes a request while it is a draft or was sent back.</summary>
public sealed class EditModel(TalentHubDb db, CompanyChoices choices, HeadcountPlans plans, SubmitRequisition submit, CompanyCache company, TimeProvider clock)
    : RequisitionForm(db, choices, plans, submit, company, clock)
{
    private readonly TalentHubDb db = db;

    [FromRoute]
    public string Number { get; set; } = string.Empty;

    public Requisition Requisition { get; private set; } = null!;

    protected override long? RequestId => Requisition.KeyOf(Number);

    /// <summary>After a lost race: what it says now, where that is not what was typed.</summary>
    public IReadOnlyList<(string Label, string Value)> Theirs { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken ct)
    {
        Requisition ??= await FindAsync(ct);
        Shows(Requisition.Version);
        await base.LoadAsync(ct);
        Theirs = LostRace ? [.. Differences()] : [];
    }

    private Task<Requisition> FindAsync(CancellationToken ct) => db.Requisitions.AsNoTracking().SingleOrNotFoundAsync(r => r.Id == RequestId, ct);

    private IEnumerable<(string Label, string Value)> Differences()
    {
        var now = RequisitionInput.From(Requisition, Family);
        var fields = new (string Label, string? Now, string? Typed)[]
        {
            (T["Title in English"], now.TitleEn, Input.TitleEn),
            (T["Title in Chinese"], now.TitleZh, Input.TitleZh),
            (T["Level"], now.Level, Input.Level),
            (T["Department"], Named(Departments, now.DepartmentId), Named(Departments, Input.DepartmentId)),
            (T["Place"], Named(Places, now.LocationId), Named(Places, Input.LocationId)),
            (T["How many people"], now.Seats?.ToString(CultureInfo.CurrentCulture), Input.Seats?.ToString(CultureInfo.CurrentCulture)),
            (T["Start wanted"], now.TargetStart is { } start ? T.Date(start) : null, Input.TargetStart is { } typed ? T.Date(typed) : null),
            (T["Cost a year"], now.AnnualCost?.ToString("N0", CultureInfo.CurrentCulture), Input.AnnualCost?.ToString("N0", CultureInfo.CurrentCulture)),
            (T["Hiring manager"], Named(Managers, now.HiringManagerId), Named(Managers, Input.HiringManagerId)),
            (T["In your words"], now.Why, Input.Why),
            (T["Must-haves"], T.List(now.Written.Select(m => T.Of(new Bilingual(m.En, m.Zh)))), T.List(Input.Written.Select(m => T.Of(new Bilingual(m.En, m.Zh))))),
        };
        return fields.Where(f => (f.Now ?? string.Empty).Trim() != (f.Typed ?? string.Empty).Trim()).Select(f => (f.Label, string.IsNullOrWhiteSpace(f.Now) ? "–" : f.Now));
    }

    private static string? Named(IEnumerable<SelectListItem> items, long? id) => items.FirstOrDefault(i => i.Value == id?.ToString(CultureInfo.InvariantCulture))?.Text;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Requisition = await FindAsync(ct);
        if (!Requisition.IsEditable || !Requisition.MayBeWrittenBy(Me))
        {
            return LocalRedirect(Links.Requisition(Requisition.Id));
        }

        Input.Family = Requisition.RoleFamilyCode;
        Input = RequisitionInput.From(Requisition, await FindFamilyAsync(ct));
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? next, CancellationToken ct)
    {
        var requisition = await db.Requisitions.SingleOrNotFoundAsync(r => r.Id == RequestId, ct);
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        db.Expect(requisition, Version);
        requisition.Write(Me, await TermsAsync(ct));
        await db.SaveChangesAsync(ct);
        return await GoOnAsync(requisition, next, ct);
    }
}
