using TalentHub.Domain.Common;

namespace TalentHub.Domain.Onboarding;

/// <summary>For which hire a template is looked for.</summary>
/// <param name="Departments">The department and its ancestors.</param>
public sealed record HireProfile(IReadOnlyCollection<long> Departments, string? RoleFamily, int LevelRank, long LocationId);

/// <summary>
/// The tasks that a hire of some kind brings: for which department, role family, level and place, and what is done by whom and when. The fitting
/// template with the most conditions wins; among equals the one made last.
/// </summary>
public sealed class OnboardingTemplate : Entity
{
    public const int MaximumTasks = 60;
    public const int NameLength = 200;
    public const int HelpLength = 1000;

    private readonly List<TemplateTask> tasks = [];

    private OnboardingTemplate() => Name = new Bilingual("-", "-");

    public OnboardingTemplate(Bilingual name, long? departmentId, string? roleFamily, int? fromLevel, long? locationId, IEnumerable<TemplateTask> tasks)
    {
        Name = name;
        DepartmentId = departmentId;
        RoleFamily = roleFamily;
        FromLevel = fromLevel;
        LocationId = locationId;
        Write(tasks);
    }

    public Bilingual Name { get; private set; }

    public long? DepartmentId { get; private set; }

    public string? RoleFamily { get; private set; }

    public int? FromLevel { get; private set; }

    public long? LocationId { get; private set; }

    public bool IsRetired { get; private set; }

    public IReadOnlyList<TemplateTask> Tasks => tasks;

    public int Conditions =>
        (DepartmentId is null ? 0 : 1) + (RoleFamily is null ? 0 : 1) + (FromLevel is null ? 0 : 1) + (LocationId is null ? 0 : 1);

    public static OnboardingTemplate? Choose(IEnumerable<OnboardingTemplate> templates, HireProfile hire) =>
        templates.Where(t => t.Fits(hire)).OrderByDescending(t => t.Conditions).ThenByDescending(t => t.Id).FirstOrDefault();

    public bool Fits(HireProfile hire) =>
        !IsRetired
        && (DepartmentId is not { } department || hire.Departments.Contains(department))
        && (RoleFamily is null || RoleFamily == hire.RoleFamily)
        && (FromLevel is not { } level || hire.LevelRank >= level)
        && (LocationId is not { } place || place == hire.LocationId);

    public void Rename(Bilingual name, long? departmentId, string? roleFamily, int? fromLevel, long? locationId)
    {
        Name = name;
        DepartmentId = departmentId;
        RoleFamily = roleFamily;
        FromLevel = fromLevel;
        LocationId = locationId;
    }

    /// <summary>Running plans keep the tasks they were made with.</summary>
    public void Write(IEnumerable<TemplateTask> wanted)
    {
        var list = wanted.ToList();
        Require.That(
            list.Count is > 0 and <= MaximumTasks, new Sentence("A template has one to {maximum} tasks.", ("maximum", MaximumTasks)), "Tasks");
        tasks.Clear();
        tasks.AddRange(list);
    }

    public void Retire() => IsRetired = true;

    public void Revive() => IsRetired = false;
}

/// <summary>One task of a template.</summary>
public sealed class TemplateTask
{
    public const int MaximumOffset = 260;

    private TemplateTask() => Title = new Bilingual("-", "-");

    /// <param name="offset">Working days after day one; below zero: before it.</param>
    public TemplateTask(int order, Bilingual title, Bilingual? help, TaskOwner owner, int offset, TaskBlocks blocks = TaskBlocks.Nothing, TaskKind kind = TaskKind.Plain)
    {
        Require.That(Math.Abs(offset) <= MaximumOffset, new Sentence("A task is due at most {maximum} working days from day one.", ("maximum", MaximumOffset)), "Offset");
        kind.RequireOwner(owner);
        Require.That(blocks == TaskBlocks.Nothing || offset <= 0, "A task that blocks day one is due by day one.", "Offset");
        Order = order;
        Title = title;
        Help = help;
        Owner = owner;
        Offset = offset;
        Blocks = blocks;
        Kind = kind;
    }

    public long Id { get; private set; }

    public int Order { get; private set; }

    public Bilingual Title { get; private set; }

    public Bilingual? Help { get; private set; }

    public TaskOwner Owner { get; private set; }

    /// <summary>Working days after day one; below zero: before it.</summary>
    public int Offset { get; private set; }

    public TaskBlocks Blocks { get; private set; }

    public TaskKind Kind { get; private set; }
}
