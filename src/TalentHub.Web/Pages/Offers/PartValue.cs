using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Offers;

/// <summary>A value of a difference in words.</summary>
public static class PartValue
{
    public static string Of(Text t, object? value) => value switch
    {
        null => t["none"],
        Money money => t.Money(money),
        DateOnly day => t.Date(day),
        EquityTerms equity => t["{units} {instrument}, {vesting}, cliff {cliff} months",
            ("units", t.Number(equity.Units)), ("instrument", t.Enum(equity.Instrument)),
            ("vesting", string.Join(" + ", equity.Lines.Select(l => t["{share} over {months} months", ("share", $"{l.Share * 100:0.##} %"), ("months", l.Months)]))),
            ("cliff", equity.CliffMonths)],
        IEnumerable<Bilingual> clauses => clauses.Any() ? string.Join(" · ", clauses.Select(t.Of)) : t["none"],
        "zh-CN" => "简体中文",
        "en" => "English",
        _ => value.ToString() ?? string.Empty,
    };
}
