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

    public IReadOnlyList<Location> Places { get; private set; } = [];

    public IReadOnlyList<(string Code, Bilingual Name)> Families { get; private set; } = [];

    public bool IsNew => Id == "new";

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Departments = await db.Departments.AsNoTracking().OrderBy(d => d.Code).ToListAsync(ct);
        Places = await db.Locations.AsNoTracking().OrderBy(l => l.Id).ToListAsync(ct);
        Families = [.. (await db.RoleFamilies.AsNoTracking().Select(f => new { f.Code, f.Name }).ToListAsync(ct)).Select(f => (f.Code, f.Name))];
        var template = IsNew ? ShippedContent.OnboardingTemplate.ToTemplate() : await db.OnboardingTemplates.AsNoTracking().SingleOrNotFoundAsync(t => t.Id == Key(), ct);
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
        var name = new Bilingual(Require.AtMost(Input.NameEn, 200, "NameEn"), Require.AtMost(Input.NameZh, 200, "NameZh"));
        var family = string.IsNullOrEmpty(Input.RoleFamily) ? null : Input.RoleFamily;
        var tasks = Input.ToTasks();
        if (IsNew)
        {
            db.OnboardingTemplates.Add(new OnboardingTemplate(name, Input.DepartmentId, family, Input.FromLevel, Input.LocationId, tasks));
        }
        else
        {
            var template = await db.OnboardingTemplates.SingleOrNotFoundAsync(t => t.Id == Key(), ct);
            db.Expect(template, Version);
            template.Rename(name, Input.DepartmentId, family, Input.FromLevel, Input.LocationId);
            template.Write(tasks);
            db.Entry(template).Property(nameof(Entity.Version)).IsModified = true;
        }

        await db.SaveChangesAsync(ct);
        return Done("The template is saved; running plans keep their tasks.", "/onboarding/templates");
    }

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
            new Bilingual(Require.AtMost(t.TitleEn, 200, "Tasks"), Require.AtMost(t.TitleZh, 200, "Tasks")),
            string.IsNullOrWhiteSpace(t.HelpEn) && string.IsNullOrWhiteSpace(t.HelpZh)
                ? null
                : new Bilingual(Require.AtMost(t.HelpEn, 1000, "Tasks"), Require.AtMost(t.HelpZh, 1000, "Tasks")),
            t.Owner, t.Offset ?? 0, t.Blocks, t.Kind)),
    ];
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
