using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Offers;

/// <summary>What the partial with the fields of an offer needs beside the input.</summary>
/// <param name="Currencies">Offered in the list; the place's own first.</param>
public sealed record TermsForm(TermsInput Input, IReadOnlyList<string> Currencies)
{
    public static TermsForm Of(TermsInput input, string placeCurrency) => new(input, [placeCurrency, .. Choices.Currencies().Select(c => c.Value).Where(c => c != placeCurrency)]);
}
