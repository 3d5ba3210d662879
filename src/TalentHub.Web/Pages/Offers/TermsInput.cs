using FluentValidation;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Services;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Offers;

/// <summary>The terms of an offer as they are typed.</summary>
public sealed class TermsInput
{
    public const int Lines = 4;

    /// <summary>No one is offered more than this a year; keeps amounts inside what a column holds.</summary>
    public const decimal Largest = 1_000_000_000m;

    public string? Currency { get; set; }

    public decimal? BaseAnnual { get; set; }

    public decimal? BonusAnnual { get; set; }

    public decimal? SignOn { get; set; }

    /// <summary>Null for no equity.</summary>
    public EquityInstrument? Instrument { get; set; }

    public long? Units { get; set; }

    public decimal? StrikePrice { get; set; }

    public int? CliffMonths { get; set; }

    /// <summary>Months of each stretch of vesting.</summary>
    public int?[] Months { get; set; } = new int?[Lines];

    /// <summary>Percent of the grant that vests over each stretch.</summary>
    public decimal?[] Shares { get; set; } = new decimal?[Lines];

    public DateOnly? StartsOn { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    /// <summary>One clause a paragraph.</summary>
    public string? ClausesEn { get; set; }

    public string? ClausesZh { get; set; }

    public string? Language { get; set; }

    public static TermsInput From(OfferVersion version)
    {
        var input = new TermsInput
        {
            Currency = version.BaseAnnual.Currency,
            BaseAnnual = Plain(version.BaseAnnual.Amount),
            BonusAnnual = Plain(version.BonusAnnual?.Amount),
            SignOn = Plain(version.SignOn?.Amount),
            Instrument = version.Equity?.Instrument,
            Units = version.Equity?.Units,
            StrikePrice = Plain(version.Equity?.StrikePrice?.Amount),
            CliffMonths = version.Equity?.CliffMonths,
            StartsOn = version.StartsOn,
            ExpiresOn = version.ExpiresOn,
            ClausesEn = string.Join("\n\n", version.Clauses.Select(c => c.En)),
            ClausesZh = string.Join("\n\n", version.Clauses.Select(c => c.Zh)),
            Language = version.Language,
        };
        for (var line = 0; line < Math.Min(Lines, version.Equity?.Lines.Count ?? 0); line++)
        {
            input.Months[line] = version.Equity!.Lines[line].Months;
            input.Shares[line] = version.Equity.Lines[line].Share * 100;
        }

        return input;
    }

    /// <exception cref="DomainException">Something in it cannot be promised.</exception>
    public OfferTerms ToTerms(string zone)
    {
        var currency = Currency!;
        return new OfferTerms(
            Money.Of(BaseAnnual ?? 0, currency), Amount(BonusAnnual, currency), Amount(SignOn, currency), Equity(currency),
            StartsOn!.Value, ExpiresOn!.Value, zone, Clauses(), Language ?? "en");
    }

    private static Money? Amount(decimal? amount, string currency) => amount is { } value ? Money.Of(value, currency) : null;

    private EquityTerms? Equity(string currency)
    {
        if (Instrument is not { } instrument)
        {
            return null;
        }

        var lines = Enumerable.Range(0, Lines)
            .Where(at => Months.ElementAtOrDefault(at) is > 0 || Shares.ElementAtOrDefault(at) is > 0)
            .Select(at => new VestingLine(Months.ElementAtOrDefault(at) ?? 0, (Shares.ElementAtOrDefault(at) ?? 0) / 100m))
            .ToList();
        return new EquityTerms(
            instrument, Units ?? 0, instrument == EquityInstrument.Options ? Amount(StrikePrice, currency) : null, CliffMonths ?? 0, lines);
    }

    private List<Bilingual> Clauses()
    {
        var english = Paragraphs(ClausesEn);
        var chinese = Paragraphs(ClausesZh);
        return [.. Enumerable.Range(0, Math.Max(english.Length, chinese.Length)).Select(at => new Bilingual(english.ElementAtOrDefault(at), chinese.ElementAtOrDefault(at)))];
    }

    /// <summary>How many clauses stand in each language; a language that says nothing counts as nothing.</summary>
    public (int English, int Chinese) ClauseCounts => (Paragraphs(ClausesEn).Length, Paragraphs(ClausesZh).Length);

    private static decimal? Plain(decimal? amount) => amount is { } value && value == decimal.Truncate(value) ? decimal.Truncate(value) : amount;

    private static string[] Paragraphs(string? text) =>
        (text ?? string.Empty).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

public sealed class TermsRules : AbstractValidator<TermsInput>
{
    /// <summary>Nobody is promised a start, or given time to answer, beyond this.</summary>
    private const int DaysAhead = 2 * 366;

    public TermsRules(Text t, TimeProvider clock)
    {
        // Today has not come everywhere, or is over: a place may be a day behind.
        DayRange Ahead() => DayRange.Around(clock.TodayIn(null), 1, DaysAhead);

        RuleFor(i => i.Currency).Must(Choices.IsCurrency).WithMessage(_ => t["Choose a currency."]);
        RuleFor(i => i.Language).OneOf(t, "en", "zh-CN");
        RuleFor(i => i.StartsOn).Within(t, Ahead);
        RuleFor(i => i.ExpiresOn).Within(t, Ahead);
        RuleFor(i => i.BaseAnnual).NotNull().WithMessage(_ => t["Say what the base pay is."]);
        RuleFor(i => i.BaseAnnual).InclusiveBetween(1, TermsInput.Largest).WithMessage(_ => t["This amount is out of range."]);
        RuleFor(i => i.BonusAnnual).InclusiveBetween(0, TermsInput.Largest).WithMessage(_ => t["This amount is out of range."]);
        RuleFor(i => i.SignOn).InclusiveBetween(0, TermsInput.Largest).WithMessage(_ => t["This amount is out of range."]);
        RuleFor(i => i.StrikePrice).InclusiveBetween(0, TermsInput.Largest).WithMessage(_ => t["This amount is out of range."]);
        RuleFor(i => i.StartsOn).NotNull().WithMessage(_ => t["Choose the start date."]);
        RuleFor(i => i.ExpiresOn).NotNull().WithMessage(_ => t["Choose the last day for an answer."]);
        RuleFor(i => i.Units).NotNull().When(i => i.Instrument is not null).WithMessage(_ => t["Say how many units are granted."]);
        RuleFor(i => i.ClausesEn).MaximumLength(20_000).WithMessage(_ => t["This text is too long."]);
        RuleFor(i => i.ClausesZh).Must((i, _) => i.ClauseCounts is var (english, chinese) && (english == 0 || chinese == 0 || english == chinese)).WithMessage(i => t[
            "There are {english} clauses in English and {chinese} in Chinese: write each in both languages, in the same order.",
            ("english", i.ClauseCounts.English), ("chinese", i.ClauseCounts.Chinese)]);
        RuleFor(i => i.ClausesZh).MaximumLength(20_000).WithMessage(_ => t["This text is too long."]);
    }
}
