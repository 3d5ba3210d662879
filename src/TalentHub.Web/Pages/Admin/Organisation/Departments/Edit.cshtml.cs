using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services.Organisation;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Demand;

namespace TalentHub.Web.Pages.Admin.Organisation.Departments;

/// <summary>One department: its name in both languages, where it stands, who leads it, where its costs are counted, each from a day on.</summary>
public sealed class EditModel(TalentHubDb db, CompanyChoices choices, DatedOrganisation organisation) : FormPage
{
    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public long? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public List<SelectListItem> Parents { get; private set; } = [];

    public List<SelectListItem> People { get; private set; } = [];

    public List<SelectListItem> CostCentres { get; private set; } = [];

    /// <summary>Its lines, newest first; none while nobody has dated anything.</summary>
    public IReadOnlyList<DepartmentChange> History { get; private set; } = [];

    public Dictionary<long, string> Heads { get; private set; } = [];

    public DateOnly Today { get; private set; }

    private Department? department;

    [BindProperty]
    public DateOnly? TakenFrom { get; set; }

    public sealed class InputModel
    {
        public string? Code { get; set; }

        public string? NameEn { get; set; }

        public string? NameZh { get; set; }

        public long? ParentId { get; set; }

        public long? HeadId { get; set; }

        public long? CostCentreId { get; set; }

        /// <summary>Empty: from today on.</summary>
        public DateOnly? From { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Code).NotEmpty().WithMessage(_ => t["Write a short code."]);
            RuleFor(i => i.Code).MaximumLength(Department.CodeLength);
            RuleFor(i => i.NameEn).NotEmpty().When(i => string.IsNullOrWhiteSpace(i.NameZh)).WithMessage(_ => t["Write it in at least one language."]);
            RuleFor(i => i.NameEn).MaximumLength(200);
            RuleFor(i => i.NameZh).MaximumLength(200);
        }
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        var all = await db.Departments.AsNoTracking().OrderBy(d => d.Code).ToListAsync(ct);
        department = Id is null ? null : all.Find(d => d.Id == Id) ?? throw new NotFoundException();
        Parents = [.. all.Where(d => d.Id != Id)
            .Select(d => new SelectListItem(T.Of(d.Name), d.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
        People = await choices.EmployeesAsync(ct);
        Today = await organisation.TodayAsync(ct);
        CostCentres = [.. (await organisation.CostCentresOnAsync(Today, ct)).Where(c => !c.Terms.IsClosed || c.Id == Input.CostCentreId)
            .Select(c => new SelectListItem($"{c.Code} · {T.Of(c.Terms.Name)}", c.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
        History = Id is null ? [] : await db.DepartmentChanges.AsNoTracking().Where(c => c.DepartmentId == Id).OrderByDescending(c => c.From).ToListAsync(ct);
        Heads = await choices.NamesAsync(History.Select(c => c.HeadId), ct);
        Shows(department?.Version ?? Guid.Empty);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input.From = Today;
        if (department is not null)
        {
            Input = new InputModel { From = Today, Code = department.Code, NameEn = department.Name.En, NameZh = department.Name.Zh, ParentId = department.ParentId, HeadId = department.HeadId, CostCentreId = department.CostCentreId };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var name = new Bilingual(Input.NameEn, Input.NameZh);
        Require.That(Input.ParentId is null || (Input.ParentId != Id && await db.Departments.AnyAsync(d => d.Id == Input.ParentId, ct)), Input.ParentId == Id ? "A department cannot stand below itself." : "Choose a department.", "ParentId");
        Require.That(Input.CostCentreId is null || await db.CostCentres.AnyAsync(c => c.Id == Input.CostCentreId, ct), "Choose a cost centre.", "CostCentreId");
        var from = Input.From ?? await organisation.TodayAsync(ct);
        Require.That(
            Input.HeadId is null || await db.Employments.AnyAsync(e => e.PersonId == Input.HeadId && EmploymentFlow.Employed.Contains(e.State), ct),
            "Choose somebody who works here.", "HeadId");
        var code = Input.Code!.Trim();
        Require.That(!await db.Departments.AnyAsync(d => d.Code == code && d.Id != Id, ct), "Another department has this code.", "Code");
        var terms = new DepartmentTerms(name, Input.ParentId, Input.HeadId, Input.CostCentreId);
        var changed = Id is null ? new Department(code, name, Input.ParentId, Input.HeadId) : await db.Departments.SingleOrNotFoundAsync(d => d.Id == Id, ct);
        if (Id is not null)
        {
            db.Expect(changed, Version);
            changed.Rename(code, changed.Name);
        }

        await organisation.ChangeAsync(changed, from, terms, Me, ct);
        return Done(new Sentence("{name} is saved", ("name", name)), "/admin/departments");
    }

    /// <summary>A change that has not come yet is not made after all.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct)
    {
        var id = (await db.Departments.AsNoTracking().SingleOrNotFoundAsync(d => d.Id == Id, ct)).Id;
        Require.That(TakenFrom is not null, "Choose a day that people can mean.");
        await organisation.TakeBackAsync(id, TakenFrom!.Value, ct);
        return Done("Taken back: it will stay as it is.", $"/admin/departments/edit?id={id}");
    }

    public string? NameOf(long? departmentId) => departmentId is { } id ? Parents.Find(p => p.Value == id.ToString(System.Globalization.CultureInfo.InvariantCulture))?.Text : null;

    public string? CentreOf(long? costCentreId) => costCentreId is { } id ? CostCentres.Find(c => c.Value == id.ToString(System.Globalization.CultureInfo.InvariantCulture))?.Text : null;
}
