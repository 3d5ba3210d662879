using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Services;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Recruiting.Postings;

/// <summary>Writes a posting: its text in both languages, pay, dates.</summary>
public sealed class EditModel(TalentHubDb db, PostingFactsLoader facts, TimeProvider clock) : PostingPage(db, facts, clock)
{
    public static readonly IReadOnlyList<string> Currencies = ["CNY", "USD", "EUR", "GBP", "SGD", "HKD", "JPY", "CHF"];

    [BindProperty]
    public PostingInput Input { get; set; } = new();

    public Posting Posting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = PostingInput.Of(Posting);
        return PostingFlow.Writable.Contains(Posting.State) ? Page() : LocalRedirect(Links.Posting(Posting.Id));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var (posting, _) = await FindAsync(ct);
        posting.Write(Me, new Bilingual(Input.TitleEn, Input.TitleZh), Input.Text());
        posting.Pay(Me, Input.Money(Input.SalaryMin), Input.Money(Input.SalaryMax), Input.SalaryWaiver);
        posting.Runs(Me, Input.OpensOn, Input.ClosesOn);
        await SaveAsync(ct);
        return Done("Saved.", Links.Posting(posting.Id));
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        (Posting, _) = await FindAsync(ct);
        Shows(Posting.Version);
    }

    public sealed class Rules : AbstractValidator<PostingInput>
    {
        public Rules(Text t, TimeProvider clock)
        {
            RuleFor(i => i.OpensOn).Within(t, () => DayRange.Ahead(clock.TodayIn(null)) with { From = DayRange.Sensible.From });
            RuleFor(i => i.ClosesOn).Within(t, () => DayRange.Ahead(clock.TodayIn(null)));
            RuleFor(i => i.TitleEn).MaximumLength(Posting.TitleLength)
                .Must((i, title) => !string.IsNullOrWhiteSpace(title) || !string.IsNullOrWhiteSpace(i.TitleZh)).WithMessage(_ => t["Give the job a title in at least one language."]);
            RuleFor(i => i.TitleZh).MaximumLength(Posting.TitleLength);
            RuleFor(i => i.AboutEn).MaximumLength(PostingWords.PartLength);
            RuleFor(i => i.DoingEn).MaximumLength(PostingWords.PartLength);
            RuleFor(i => i.BringingEn).MaximumLength(PostingWords.PartLength);
            RuleFor(i => i.OfferingEn).MaximumLength(PostingWords.PartLength);
            RuleFor(i => i.AboutZh).MaximumLength(PostingWords.PartLength);
            RuleFor(i => i.DoingZh).MaximumLength(PostingWords.PartLength);
            RuleFor(i => i.BringingZh).MaximumLength(PostingWords.PartLength);
            RuleFor(i => i.OfferingZh).MaximumLength(PostingWords.PartLength);
            RuleFor(i => i.SalaryMin).Must(IsAmount).WithMessage(_ => t["Write an amount in whole units, such as 480000."]);
            RuleFor(i => i.SalaryMax).Must(IsAmount).WithMessage(_ => t["Write an amount in whole units, such as 480000."])
                .Must((i, to) => string.IsNullOrWhiteSpace(to) == string.IsNullOrWhiteSpace(i.SalaryMin)).WithMessage(_ => t["Give both ends of the range."]);
            RuleFor(i => i.Currency).Must(c => c is not null && Currencies.Contains(c)).WithMessage(_ => t["Choose a currency."]);
            RuleFor(i => i.SalaryWaiver).MaximumLength(Posting.WaiverLength);
        }

        private static bool IsAmount(string? typed) => string.IsNullOrWhiteSpace(typed) || PostingInput.Amount(typed) is > 0 and < 1_000_000_000m;
    }
}

/// <summary>The editing form of a posting.</summary>
public sealed class PostingInput
{
    public string? TitleEn { get; set; }

    public string? TitleZh { get; set; }

    public string? AboutEn { get; set; }

    public string? DoingEn { get; set; }

    public string? BringingEn { get; set; }

    public string? OfferingEn { get; set; }

    public string? AboutZh { get; set; }

    public string? DoingZh { get; set; }

    public string? BringingZh { get; set; }

    public string? OfferingZh { get; set; }

    public string? SalaryMin { get; set; }

    public string? SalaryMax { get; set; }

    public string? Currency { get; set; }

    public string? SalaryWaiver { get; set; }

    public DateOnly? OpensOn { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public static PostingInput Of(Posting posting) => new()
    {
        TitleEn = posting.Title.En,
        TitleZh = posting.Title.Zh,
        AboutEn = posting.Text.En.About,
        DoingEn = posting.Text.En.Doing,
        BringingEn = posting.Text.En.Bringing,
        OfferingEn = posting.Text.En.Offering,
        AboutZh = posting.Text.Zh.About,
        DoingZh = posting.Text.Zh.Doing,
        BringingZh = posting.Text.Zh.Bringing,
        OfferingZh = posting.Text.Zh.Offering,
        SalaryMin = posting.SalaryMin?.Amount.ToString("0.##", CultureInfo.InvariantCulture),
        SalaryMax = posting.SalaryMax?.Amount.ToString("0.##", CultureInfo.InvariantCulture),
        Currency = posting.SalaryMin?.Currency ?? "CNY",
        SalaryWaiver = posting.SalaryWaiver,
        OpensOn = posting.OpensOn,
        ClosesOn = posting.ClosesOn,
    };

    public PostingText Text() => new(new PostingWords(AboutEn, DoingEn, BringingEn, OfferingEn), new PostingWords(AboutZh, DoingZh, BringingZh, OfferingZh));

    public Money? Money(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Domain.Common.Money.Of(Amount(typed)!.Value, Currency!);

    /// <summary>Digits with thousands marks as people type them; null for anything else.</summary>
    public static decimal? Amount(string typed) =>
        decimal.TryParse(typed.Replace(",", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
}
