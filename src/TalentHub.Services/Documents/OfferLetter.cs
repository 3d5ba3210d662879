using System.Globalization;
using TalentHub.Data.Content;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;

namespace TalentHub.Services.Documents;

/// <summary>What stands in a letter beside the terms.</summary>
/// <param name="AcceptedOn">When it was accepted, at the place of work; null while it is not.</param>
public sealed record OfferLetterData(
    string OfferNumber, Bilingual Company, string Candidate, Bilingual JobTitle, Bilingual Department, Bilingual Place, DateOnly WrittenOn, OfferVersion Terms,
    string? SignedName = null, DateOnly? AcceptedOn = null);

/// <summary>The offer as a PDF, in the language of its terms, with its vesting month by month.</summary>
public static class OfferLetter
{
    public static bool CanWrite => File.Exists(LetterSheet.FontPath);

    public static byte[] Write(OfferLetterData letter)
    {
        var terms = letter.Terms;
        var language = terms.Language;
        var words = OfferLetterText.In(language);
        var culture = CultureInfo.GetCultureInfo(language == "zh-CN" ? "zh-CN" : "en-GB");
        var company = letter.Company.In(language);
        using var sheet = new LetterSheet($"{words.Title} {letter.OfferNumber}", company);

        sheet.Paragraph(company, 12);
        sheet.Paragraph(Long(letter.WrittenOn, culture));
        sheet.Heading(words.Title, 19);
        sheet.Paragraph(Fill(words.Dear, letter.Candidate), 11.5);
        sheet.Paragraph(Fill(words.Pleased, company));
        sheet.Row(words.Position, letter.JobTitle.In(language));
        sheet.Row(words.Department, letter.Department.In(language));
        sheet.Row(words.Place, letter.Place.In(language));
        sheet.Row(words.StartDate, Long(terms.StartsOn, culture));
        sheet.Row(words.Expiry, Long(terms.ExpiresOn, culture));

        sheet.Heading(words.Pay);
        sheet.Row(words.Base, Fill(words.AYear, Amount(terms.BaseAnnual, culture)));
        if (terms.BonusAnnual is { } bonus)
        {
            sheet.Row(words.Bonus, Fill(words.AYear, Amount(bonus, culture)));
        }

        if (terms.SignOn is { } signOn)
        {
            sheet.Row(words.SignOn, Fill(words.Once, Amount(signOn, culture)));
        }

        if (terms.Equity is { } equity)
        {
            WriteEquity(sheet, equity, terms.StartsOn, words, culture);
        }

        if (terms.Clauses.Count > 0)
        {
            sheet.Heading(words.Terms);
            for (var clause = 0; clause < terms.Clauses.Count; clause++)
            {
                sheet.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{clause + 1}. {terms.Clauses[clause].In(language)}"));
            }
        }

        sheet.Line();
        sheet.Paragraph(Fill(words.HowToAnswer, Long(terms.ExpiresOn, culture)));
        sheet.Paragraph(words.Closing);
        sheet.Paragraph(company);
        if (letter is { SignedName: { } name, AcceptedOn: { } day })
        {
            sheet.Line();
            sheet.Paragraph(Fill(words.Accepted, name, Long(day, culture)));
        }

        return sheet.Build(Fill(words.Version, letter.OfferNumber, terms.Number));
    }

    private static void WriteEquity(LetterSheet sheet, EquityTerms equity, DateOnly start, OfferLetterText words, CultureInfo culture)
    {
        sheet.Heading(words.Equity);
        var units = equity.Units.ToString("N0", culture);
        sheet.Row(words.Units, Fill(equity.Instrument == EquityInstrument.Options ? words.Options : words.RestrictedUnits, units));
        if (equity.StrikePrice is { } strike)
        {
            sheet.Row(words.Strike, Amount(strike, culture));
        }

        if (equity.CliffMonths > 0)
        {
            sheet.Paragraph(Fill(words.Cliff, equity.CliffMonths));
        }

        sheet.Heading(words.Vesting, 12);
        sheet.Columns(9, words.Month, words.Day, words.Vests, words.Total);
        sheet.Line();
        foreach (var day in VestingSchedule.Of(equity, start))
        {
            sheet.Columns(
                9, day.Month.ToString(CultureInfo.InvariantCulture), Short(day.On, culture), day.Units.ToString("N0", culture),
                day.Total.ToString("N0", culture));
        }
    }

    private static string Amount(Money money, CultureInfo culture) =>
        $"{(culture.TwoLetterISOLanguageName == "zh" && money.Currency == "CNY" ? "¥" : money.Currency + " ")}{money.Amount.ToString(money.Amount == decimal.Truncate(money.Amount) ? "N0" : "N2", culture)}";

    private static string Long(DateOnly day, CultureInfo culture) =>
        day.ToString(culture.TwoLetterISOLanguageName == "zh" ? "yyyy年M月d日" : "d MMMM yyyy", culture);

    /// <summary>For the columns of a table: as above, the month cut.</summary>
    private static string Short(DateOnly day, CultureInfo culture) =>
        day.ToString(culture.TwoLetterISOLanguageName == "zh" ? "yyyy年M月d日" : "d MMM yyyy", culture);

    private static string Fill(string template, params object[] values) => string.Format(CultureInfo.InvariantCulture, template, values);
}
