using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Content;
using TalentHub.Domain.Common;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Onboarding.Templates;

/// <summary>One template: for whom, and which tasks. A new one begins as a copy of the standard list.</summary>
public sealed class EditModel(TalentHubDb db) : FormPage
{
    /// <summary>Lines for tasks to come.</summary>
    private const int Spare = 4;

    /// <summary>"new", or the template's number.</summary>
    [FromRoute]
    public string Id { get; set; } = "new";

    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public IReadOnlyList<Location> Locations { get; private set; } = [];

    public IReadOnlyList<(string Code, Bilingual Name)> Families { get; private set; } = [];

    public bool IsNew => Id == "new";

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Departments = await db.Departments.AsNoTracking().OrderBy(d => d.Code).ToListAsync(ct);
        Locations = await db.Locations.AsNoTracking().OrderBy(l => l.Id).ToListAsync(ct);
        Families = [.. (await db.RoleFamilies.AsNoTracking().Select(f => new { f.Code, f.Name }).ToListAsync(ct)).Select(f => (f.Code, f.Name))];
        var key = IsNew ? 0 : Key();
        var template = IsNew ? ShippedContent.OnboardingTemplate.ToTemplate() : await db.OnboardingTemplates.AsNoTracking().SingleOrNotFoundAsync(t => t.Id == key, ct);
        if (HttpMethods.IsGet(Request.Method))
        {
            Input = TemplateInput.From(template);
        }

        while (Input.Tasks.Count < OnboardingTemplate.MaximumTasks && Input.Tasks.Count(t => t.IsEmpty) < Spare)
        {
            Input.Tasks.Add(new TaskLine());
        }

        Shows(template.Version);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!await IsValidAsync(Input, ct)
            | !IsOffered("Input.DepartmentId", Chosen(Input.DepartmentId), Departments.Select(d => d.Id))
            | !IsOffered("Input.LocationId", Chosen(Input.LocationId), Locations.Select(l => l.Id))
            | !IsOffered("Input.RoleFamily", Input.RoleFamily is { Length: > 0 } code ? [code] : [], Families.Select(f => f.Code)))
        {
            return await InvalidAsync(ct);
        }

        var name = new Bilingual(Input.NameEn, Input.NameZh);
        var family = string.IsNullOrEmpty(Input.RoleFamily) ? null : Input.RoleFamily;
        var tasks = Input.ToTasks();
        if (IsNew)
        {
            db.OnboardingTemplates.Add(new OnboardingTemplate(name, Input.DepartmentId, family, Input.FromLevel, Input.LocationId, tasks));
        }
        else
        {
            var key = Key();
            var template = await db.OnboardingTemplates.SingleOrNotFoundAsync(t => t.Id == key, ct);
            db.Expect(template, Version);
            template.Rename(name, Input.DepartmentId, family, Input.FromLevel, Input.LocationId);
            template.Write(tasks);
            db.Entry(template).Property(nameof(Entity.Version)).IsModified = true;
        }

        await db.SaveChangesAsync(ct);
        return Done("The template is saved; running plans keep their tasks.", "/onboarding/templates");
    }

    private static long[] Chosen(long? id) => id is { } one ? [one] : [];

    private long Key() => long.TryParse(Id, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var key) ? key : throw new NotFoundException();
}

/// <summary>A template as it is typed.</summary>
public sealed class TemplateInput
{
    public string? NameEn { get; set; }

    public string? NameZh { get; set; }

    public long? DepartmentId { get; set; }

    public string? RoleFamily { get; set; }

    public int? FromLevel { get; set; }

    public long? LocationId { get; set; }

    public List<TaskLine> Tasks { get; set; } = [];

    public static TemplateInput From(OnboardingTemplate template) => new()
    {
        NameEn = template.Name.En,
        NameZh = template.Name.Zh,
        DepartmentId = template.DepartmentId,
        RoleFamily = template.RoleFamily,
        FromLevel = template.FromLevel,
        LocationId = template.LocationId,
        Tasks = [.. template.Tasks.OrderBy(t => t.Order).Select(t => new TaskLine
        {
            TitleEn = t.Title.En, TitleZh = t.Title.Zh, HelpEn = t.Help?.En, HelpZh = t.Help?.Zh, Owner = t.Owner, Offset = t.Offset, Blocks = t.Blocks, Kind = t.Kind,
        })],
    };

    /// <summary>The lines that say something, in the order of their due day.</summary>
    public IReadOnlyList<TemplateTask> ToTasks() =>
    [
        .. Tasks.Where(t => !t.IsEmpty).OrderBy(t => t.Offset ?? 0).Select((t, at) => new TemplateTask(
            at + 1,
            new Bilingual(t.TitleEn, t.TitleZh),
            string.IsNullOrWhiteSpace(t.HelpEn) && string.IsNullOrWhiteSpace(t.HelpZh)
                ? null
                : new Bilingual(t.HelpEn, t.HelpZh),
            t.Owner, t.Offset ?? 0, t.Blocks, t.Kind)),
    ];
}

public sealed class TemplateRules : AbstractValidator<TemplateInput>
{
    public TemplateRules(Text t)
    {
        RuleFor(i => i.NameEn).Must((i, _) => !string.IsNullOrWhiteSpace(i.NameEn + i.NameZh)).WithMessage(_ => t["Write it in at least one language."]);
        RuleFor(i => i.NameEn).MaximumLength(OnboardingTemplate.NameLength);
        RuleFor(i => i.NameZh).MaximumLength(OnboardingTemplate.NameLength);
        RuleFor(i => i.FromLevel).InclusiveBetween(1, 20).WithMessage(_ => t["A level is a number from 1 to 20."]);
        RuleFor(i => i.Tasks).Must(tasks => tasks.Count(l => !l.IsEmpty) is > 0 and <= OnboardingTemplate.MaximumTasks)
            .WithMessage(_ => t["A template has one to {maximum} tasks.", ("maximum", OnboardingTemplate.MaximumTasks)]);
        RuleForEach(i => i.Tasks).ChildRules(line =>
        {
            line.RuleFor(l => l.TitleEn).MaximumLength(OnboardingTemplate.NameLength);
            line.RuleFor(l => l.TitleZh).MaximumLength(OnboardingTemplate.NameLength);
            line.RuleFor(l => l.HelpEn).MaximumLength(OnboardingTemplate.HelpLength);
            line.RuleFor(l => l.HelpZh).MaximumLength(OnboardingTemplate.HelpLength);
            line.RuleFor(l => l.Offset).InclusiveBetween(-TemplateTask.MaximumOffset, TemplateTask.MaximumOffset)
                .WithMessage(_ => t["A task is due at most {maximum} working days from day one.", ("maximum", TemplateTask.MaximumOffset)]);
            line.RuleFor(l => l.Offset).Must((l, offset) => l.IsEmpty || l.Blocks == TaskBlocks.Nothing || (offset ?? 0) <= 0).WithMessage(_ => t["A task that blocks day one is due by day one."]);
            line.RuleFor(l => l.Owner).Must((l, owner) => l.IsEmpty || l.Kind.Mistake(owner) is null).WithMessage(l => t.Of(l.Kind.Mistake(l.Owner)!));
        });
    }
}

/// <summary>One task as it is typed; without a title it is no task.</summary>
public sealed class TaskLine
{
    public string? TitleEn { get; set; }

    public string? TitleZh { get; set; }

    public string? HelpEn { get; set; }

    public string? HelpZh { get; set; }

    public TaskOwner Owner { get; set; } = TaskOwner.HR;

    public int? Offset { get; set; }

    public TaskBlocks Blocks { get; set; }

    public TaskKind Kind { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(TitleEn) && string.IsNullOrWhiteSpace(TitleZh);
}
