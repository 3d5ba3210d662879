namespace TalentHub.Web.Pages.Offers;

/// <summary>What the partial with the fields of an offer needs beside the input.</summary>
/// <param name="Currencies">Offered in the list; the place's own first.</param>
public sealed record TermsForm(TermsInput Input, IReadOnlyList<string> Currencies)
{
    private static readonly string[] Common = ["CNY", "USD", "EUR", "GBP", "SGD", "JPY"];

    public static TermsForm Of(TermsInput input, string placeCurrency) => new(input, [placeCurrency, .. Common.Where(c => c != placeCurrency)]);
}
