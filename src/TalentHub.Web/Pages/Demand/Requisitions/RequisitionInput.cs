using FluentValidation;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Services;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>What is typed into the form of a request.</summary>
public sealed class RequisitionInput
{
    /// <summary>Empty rows offered below those that are filled.</summary>
    public const int SpareMustHaves = 2;

    public string? Family { get; set; }

    public string? Level { get; set; }

    public string? TitleEn { get; set; }

    public string? TitleZh { get; set; }

    public long? DepartmentId { get; set; }

    public long? LocationId { get; set; }

    public int? Seats { get; set; }

    public string? ReasonCode { get; set; }

    public string? Why { get; set; }

    /// <summary>In whole units of the company's currency; empty: the middle of the level's range times the seats.</summary>
    public decimal? AnnualCost { get; set; }

    public DateOnly? TargetStart { get; set; }

    public long? HiringManagerId { get; set; }

    public bool IsConfidential { get; set; }

    /// <summary>No seats yet: they are added while the job is open.</summary>
    public bool IsEvergreen { get; set; }

    public List<BilingualLine> MustHaves { get; set; } = [];

    public List<SkillLine> Skills { get; set; } = [];

    /// <summary>The values of a family and a level, before anybody has typed.</summary>
    public static RequisitionInput From(RoleFamily family, FamilyLevel level) => new()
    {
        Family = family.Code,
        Level = level.Code,
        TitleEn = level.Title.En,
        TitleZh = level.Title.Zh,
        Seats = 1,
        MustHaves = [.. family.MustHaves.Select(m => new BilingualLine { En = m.Text.En, Zh = m.Text.Zh })],
        Skills = [.. family.Skills.Select(s => new SkillLine { Name = s.Name.En, Asked = s.Required ? SkillAsked.Required : SkillAsked.Desired, Level = s.Level })],
    };

    public static RequisitionInput From(Requisition requisition, RoleFamily? family) => new()
    {
        Family = requisition.RoleFamilyCode,
        Level = requisition.LevelCode,
        TitleEn = requisition.Title.En,
        TitleZh = requisition.Title.Zh,
        DepartmentId = requisition.DepartmentId,
        LocationId = requisition.LocationId,
        Seats = requisition.Seats,
        ReasonCode = requisition.ReasonCode,
        Why = requisition.Why,
        AnnualCost = requisition.AnnualCost.MinorUnits == 0 ? null : requisition.AnnualCost.Amount,
        TargetStart = requisition.TargetStart,
        HiringManagerId = requisition.HiringManagerId,
        IsConfidential = requisition.IsConfidential,
        IsEvergreen = requisition.IsEvergreen,
        MustHaves = [.. requisition.MustHaves.Select(m => new BilingualLine { En = m.En, Zh = m.Zh })],
        Skills = [.. (family?.Skills.Select(s => s.Name) ?? []).Concat(requisition.Skills.Select(s => s.Name)).DistinctBy(n => n.En).Select(name => SkillLine.Of(name.En, requisition))],
    };

    public IEnumerable<BilingualLine> Written => MustHaves.Where(m => !string.IsNullOrWhiteSpace(m.En) || !string.IsNullOrWhiteSpace(m.Zh));
}

/// <summary>One text in both languages; either may be missing.</summary>
public sealed class BilingualLine
{
    public string? En { get; set; }

    public string? Zh { get; set; }
}

public enum SkillAsked
{
    No,
    Desired,
    Required,
}

/// <summary>A skill of the family's profile, and whether this job asks for it.</summary>
public sealed class SkillLine
{
    /// <summary>Its English name, by which it is found in the profile.</summary>
    public string? Name { get; set; }

    public SkillAsked Asked { get; set; }

    public int Level { get; set; } = 3;

    internal static SkillLine Of(string name, Requisition requisition) => requisition.Skills.Find(s => s.Name.En == name) is { } asked
        ? new SkillLine { Name = name, Asked = asked.Required ? SkillAsked.Required : SkillAsked.Desired, Level = asked.Level }
        : new SkillLine { Name = name };
}

/// <summary>The shape of the form; rules that other callers share are the domain's.</summary>
public sealed class RequisitionInputRules : AbstractValidator<RequisitionInput>
{
    /// <summary>A hundred people at ten million each; anything above is a slip of the key.</summary>
    private const decimal LargestCost = 1_000_000_000;

    public RequisitionInputRules(Text t, TimeProvider clock)
    {
        RuleFor(i => i.TargetStart).Within(t, () => DayRange.Ahead(clock.TodayIn(null)));
        RuleFor(i => i.Family).NotEmpty().WithMessage(_ => t["Choose a role family."]);
        RuleFor(i => i.Level).NotEmpty().WithMessage(_ => t["Choose a level."]);
        RuleFor(i => i.TitleEn).NotEmpty().When(i => string.IsNullOrWhiteSpace(i.TitleZh)).WithMessage(_ => t["Give the job a title."]);
        RuleFor(i => i.TitleEn).MaximumLength(Requisition.TitleLength);
        RuleFor(i => i.TitleZh).MaximumLength(Requisition.TitleLength);
        RuleFor(i => i.DepartmentId).NotNull().WithMessage(_ => t["Choose a department."]);
        RuleFor(i => i.LocationId).NotNull().WithMessage(_ => t["Choose a place."]);
        RuleFor(i => i.Seats).NotNull().When(i => !i.IsEvergreen).WithMessage(_ => t["Say how many people you want to hire."]);
        RuleFor(i => i.Seats).InclusiveBetween(0, Requisition.MaximumSeats).When(i => i.IsEvergreen).WithMessage(_ => t["Ask for 0 to {maximum} people.", ("maximum", Requisition.MaximumSeats)]);
        RuleFor(i => i.Seats).InclusiveBetween(1, Requisition.MaximumSeats).When(i => !i.IsEvergreen).WithMessage(_ => t["Ask for 1 to {maximum} people.", ("maximum", Requisition.MaximumSeats)]);
        RuleFor(i => i.ReasonCode).NotEmpty().WithMessage(_ => t["Choose why you need them."]);
        RuleFor(i => i.Why).MaximumLength(Requisition.WhyLength);
        RuleFor(i => i.AnnualCost).InclusiveBetween(0, LargestCost).WithMessage(_ => t["A yearly cost is between 0 and {maximum}.", ("maximum", t.Number((long)LargestCost))]);
        RuleFor(i => i.HiringManagerId).NotNull().WithMessage(_ => t["Choose the hiring manager."]);
        RuleFor(i => i.MustHaves).Must(m => m.Count <= 40).WithMessage(_ => t["Keep it to {maximum} must-haves: each one shuts people out.", ("maximum", Requisition.MaximumMustHaves)]);
        RuleForEach(i => i.Skills).ChildRules(skill => skill.RuleFor(s => s.Level).InclusiveBetween(1, 5).WithMessage(_ => t["A skill has a level of 1 to 5."]));
    }
}
