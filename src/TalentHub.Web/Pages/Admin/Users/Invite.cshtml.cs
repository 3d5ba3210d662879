using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services.Accounts;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Users;

/// <summary>A colleague gets an account: person, employment, roles, and a link by mail (or shown once where no mail leaves).</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InviteModel(TalentHubDb db, Invitations invitations) : FormPage
{
    /// <summary>Chosen from the start, when one comes from the list of what is missing.</summary>
    [FromQuery]
    public Role? Role { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Managers { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Languages { get; } = [new("English", "en"), new("简体中文", "zh-CN")];

    /// <summary>The link, shown this once where no mail leaves.</summary>
    public Invitation? Made { get; private set; }

    public Task OnGetAsync(CancellationToken ct)
    {
        Input.Language = T.Language;
        Input.Roles = Role is { } role ? [role] : [];
        return LoadAsync(ct);
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        Departments = [.. (await db.Departments.AsNoTracking().OrderBy(d => d.Code).Select(d => new { d.Id, d.Name }).ToListAsync(ct)).Select(d => Item(T.Of(d.Name), d.Id))];
        Places = [.. (await db.Locations.AsNoTracking().OrderBy(l => l.Id).Select(l => new { l.Id, l.Name }).ToListAsync(ct)).Select(l => Item(T.Of(l.Name), l.Id))];
        Managers = [.. (await db.People.AsNoTracking()
            .Where(p => db.Employments.Any(e => e.PersonId == p.Id && EmploymentFlow.Employed.Contains(e.State)))
            .OrderBy(p => p.SortName).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Name }).ToListAsync(ct)).Select(p => Item(T.Name(p.Name), p.Id))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var made = await invitations.AddAsync(
            new Colleague(Input.Name!, Input.Email!, Input.Title!, Input.Roles, Input.DepartmentId!.Value, Input.LocationId!.Value, Input.ManagerId, Input.Language!, Input.HeadsDepartment, Input.LatinName), Me, ct);
        if (made.IsMailed)
        {
            return Done("The invitation is on its way.", "/admin/users");
        }

        Made = made;
        return Page();
    }

    private static SelectListItem Item(string text, long id) => new(text, id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public sealed class InputModel
    {
        public string? Name { get; set; }

        public string? LatinName { get; set; }

        public string? Email { get; set; }

        public string? Title { get; set; }

        public List<Role> Roles { get; set; } = [];

        public long? DepartmentId { get; set; }

        public long? LocationId { get; set; }

        public long? ManagerId { get; set; }

        public string? Language { get; set; }

        public bool HeadsDepartment { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Name).NotEmpty().WithMessage(_ => t["Write a name."]).MaximumLength(PersonName.PartLength);
            RuleFor(i => i.LatinName).SpellsName(t);
            RuleFor(i => i.Email).Must(EmailAddress.IsValid).WithMessage(_ => t["This is not an e-mail address."]);
            RuleFor(i => i.Title).NotEmpty().WithMessage(_ => t["Write a title."]).MaximumLength(Employment.TitleLength);
            RuleFor(i => i.DepartmentId).NotNull().WithMessage(_ => t["Choose a department."]);
            RuleFor(i => i.LocationId).NotNull().WithMessage(_ => t["Choose a place."]);
            RuleFor(i => i.Language).Must(l => l is "en" or "zh-CN").WithMessage(_ => t["Choose a language."]);
            RuleForEach(i => i.Roles).IsInEnum();
        }
    }
}
