using FluentValidation;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Organisation.RoleFamilies;

/// <summary>The texts of a role family as they are typed: one line an item, the languages side by side.</summary>
public sealed class FamilyInput
{
    public const int LongText = 4000;

    public string? NameEn { get; set; }

    public string? NameZh { get; set; }

    public string? SummaryEn { get; set; }

    public string? SummaryZh { get; set; }

    public string? AboutEn { get; set; }

    public string? AboutZh { get; set; }

    public string? DoingEn { get; set; }

    public string? DoingZh { get; set; }

    public string? BringingEn { get; set; }

    public string? BringingZh { get; set; }

    public string? OfferingEn { get; set; }

    public string? OfferingZh { get; set; }

    public string? MustHavesEn { get; set; }

    public string? MustHavesZh { get; set; }

    public List<PayInput> Pay { get; set; } = [];

    public static FamilyInput From(RoleFamily family) => new()
    {
        NameEn = family.Name.En, NameZh = family.Name.Zh, SummaryEn = family.Summary.En, SummaryZh = family.Summary.Zh,
        AboutEn = family.Posting.About.En, AboutZh = family.Posting.About.Zh,
        DoingEn = Lines(family.Posting.Doing, b => b.En), DoingZh = Lines(family.Posting.Doing, b => b.Zh),
        BringingEn = Lines(family.Posting.Bringing, b => b.En), BringingZh = Lines(family.Posting.Bringing, b => b.Zh),
        OfferingEn = Lines(family.Posting.Offering, b => b.En), OfferingZh = Lines(family.Posting.Offering, b => b.Zh),
        MustHavesEn = Lines(family.MustHaves.Select(m => m.Text), b => b.En), MustHavesZh = Lines(family.MustHaves.Select(m => m.Text), b => b.Zh),
        Pay = [.. family.Levels.SelectMany(l => l.AnnualBase.Select(p => new PayInput
        {
            Level = l.Code, Currency = p.Currency, Minimum = new Money(p.Minimum, p.Currency).Amount, Maximum = new Money(p.Maximum, p.Currency).Amount,
        }))],
    };

    public FamilyPosting Posting() => new(new Bilingual(AboutEn, AboutZh), Pairs(DoingEn, DoingZh), Pairs(BringingEn, BringingZh), Pairs(OfferingEn, OfferingZh));

    /// <summary>Codes stand where a text stands: the first keeps the first code, new ones get the next.</summary>
    public IEnumerable<FamilyCriterion> MustHaves(RoleFamily family) => Pairs(MustHavesEn, MustHavesZh)
        .Select((text, i) => new FamilyCriterion(i < family.MustHaves.Count ? family.MustHaves[i].Code : $"must-{i + 1}", text));

    private static string Lines(IEnumerable<Bilingual> texts, Func<Bilingual, string> of) => string.Join('\n', texts.Select(of));

    private static List<Bilingual> Pairs(string? en, string? zh)
    {
        var (left, right) = (Split(en), Split(zh));
        return [.. Enumerable.Range(0, Math.Max(left.Length, right.Length)).Select(i => new Bilingual(left.ElementAtOrDefault(i), right.ElementAtOrDefault(i)))];
    }

    private static string[] Split(string? text) => (text ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>Pay of one level in one currency, in whole units.</summary>
public sealed class PayInput
{
    public string? Level { get; set; }

    public string? Currency { get; set; }

    public decimal? Minimum { get; set; }

    public decimal? Maximum { get; set; }
}

public sealed class FamilyInputRules : AbstractValidator<FamilyInput>
{
    public FamilyInputRules(Text t)
    {
        RuleFor(i => i.NameEn).NotEmpty().When(i => string.IsNullOrWhiteSpace(i.NameZh)).WithMessage(_ => t["Write it in at least one language."]);
        RuleFor(i => i.SummaryEn).NotEmpty().When(i => string.IsNullOrWhiteSpace(i.SummaryZh)).WithMessage(_ => t["Write it in at least one language."]);
        RuleFor(i => i.AboutEn).NotEmpty().When(i => string.IsNullOrWhiteSpace(i.AboutZh)).WithMessage(_ => t["Write it in at least one language."]);
        foreach (var name in new System.Linq.Expressions.Expression<Func<FamilyInput, string?>>[] { i => i.NameEn, i => i.NameZh })
        {
            RuleFor(name).MaximumLength(200);
        }

        foreach (var name in new System.Linq.Expressions.Expression<Func<FamilyInput, string?>>[] { i => i.SummaryEn, i => i.SummaryZh })
        {
            RuleFor(name).MaximumLength(1000);
        }

        foreach (var name in new System.Linq.Expressions.Expression<Func<FamilyInput, string?>>[]
                 {
                     i => i.AboutEn, i => i.AboutZh, i => i.DoingEn, i => i.DoingZh, i => i.BringingEn, i => i.BringingZh, i => i.OfferingEn, i => i.OfferingZh,
                     i => i.MustHavesEn, i => i.MustHavesZh,
                 })
        {
            RuleFor(name).MaximumLength(FamilyInput.LongText);
        }

        RuleFor(i => i.Pay).Must(p => p.TrueForAll(x => x.Minimum is >= 0 and <= 1_000_000_000 && x.Maximum is >= 0 and <= 1_000_000_000 && x.Minimum <= x.Maximum))
            .WithMessage(_ => t["The lowest pay cannot be above the highest."]);
    }
}
