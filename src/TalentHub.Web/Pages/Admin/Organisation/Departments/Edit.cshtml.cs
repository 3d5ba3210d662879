using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services.Approvals;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Demand;

namespace TalentHub.Web.Pages.Admin.Organisation.Departments;

/// <summary>One department: its name in both languages, where it stands, who leads it.</summary>
public sealed class EditModel(TalentHubDb db, CompanyChoices choices, ApprovalChains chains) : FormPage
{
    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public long? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public List<SelectListItem> Parents { get; private set; } = [];

    public List<SelectListItem> People { get; private set; } = [];

    public sealed class InputModel
    {
        public string? Code { get; set; }

        public string? NameEn { get; set; }

        public string? NameZh { get; set; }

        public long? ParentId { get; set; }

        public long? HeadId { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Code).NotEmpty().WithMessage(_ => t["Write a short code."]);
            RuleFor(i => i.Code).MaximumLength(Department.CodeLength).WithMessage(_ => t["This is too long: at most {maximum} characters.", ("maximum", Department.CodeLength)]);
            RuleFor(i => i.NameEn).NotEmpty().When(i => string.IsNullOrWhiteSpace(i.NameZh)).WithMessage(_ => t["Write it in at least one language."]);
            RuleFor(i => i.NameEn).MaximumLength(200).WithMessage(_ => t["This is too long: at most {maximum} characters.", ("maximum", 200)]);
            RuleFor(i => i.NameZh).MaximumLength(200).WithMessage(_ => t["This is too long: at most {maximum} characters.", ("maximum", 200)]);
        }
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Parents = [.. (await choices.DepartmentsAsync(ct)).Where(d => d.Value != Id?.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        People = await choices.EmployeesAsync(ct);
        Shows(Id is null ? Guid.Empty : (await db.Departments.AsNoTracking().SingleOrNotFoundAsync(d => d.Id == Id, ct)).Version);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Id is not null)
        {
            var department = await db.Departments.AsNoTracking().SingleOrNotFoundAsync(d => d.Id == Id, ct);
            Input = new InputModel { Code = department.Code, NameEn = department.Name.En, NameZh = department.Name.Zh, ParentId = department.ParentId, HeadId = department.HeadId };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var name = new Bilingual(Input.NameEn, Input.NameZh);
        var line = Input.ParentId is { } parent ? (await chains.LineAsync(parent, ct)).ConvertAll(d => d.Id) : [];
        Require.That(Input.ParentId is null || line.Count > 0, "Choose a department.", "ParentId");
        Require.That(
            Input.HeadId is null || await db.Employments.AnyAsync(e => e.PersonId == Input.HeadId && EmploymentFlow.Employed.Contains(e.State), ct),
            "Choose somebody who works here.", "HeadId");
        var code = Input.Code!.Trim();
        Require.That(!await db.Departments.AnyAsync(d => d.Code == code && d.Id != Id, ct), "Another department has this code.", "Code");
        if (Id is null)
        {
            db.Departments.Add(new Department(code, name, Input.ParentId, Input.HeadId));
        }
        else
        {
            var department = await db.Departments.SingleOrNotFoundAsync(d => d.Id == Id, ct);
            db.Expect(department, Version);
            department.Rename(code, name);
            department.MoveUnder(Input.ParentId, line);
            department.LedBy(Input.HeadId);
        }

        await db.SaveChangesAsync(ct);
        return Done(new Sentence("{name} is saved", ("name", name)), "/admin/departments");
    }
}
