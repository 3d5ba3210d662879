namespace TalentHub.Reader;

/// <summary>
/// Browsers print "fi" and its like as one glyph and some fonts forget to say which letters it was: PdfPig then gives U+0000.
/// The word around it tells: Pro_les, work_ow, e_cient.
/// </summary>
public static class LostLigatures
{
    private const char Lost = '\0';

    private static readonly (string Ligature, string[] Words)[] Known =
    [
        ("fl", ["flow", "flex", "fluen", "influ", "reflect", "flask", "flutter", "flare", "flat", "conflict", "flight", "flag", "floor", "float", "fleet", "flash", "snowfl", "airfl", "mlfl", "flair", "flori", "flood"]),
        ("ffi", ["offic", "effici", "traffic", "suffici", "affili", "affin", "diffic", "coeffi", "graffi"]),
        ("ffl", ["offline", "baffl", "waffl", "affluen", "effluen", "raffl"]),
        ("ff", ["staff", "differ", "effort", "effect", "offer", "affair", "affect", "offen", "offset", "office", "buffer", "suffer", "diffus", "coffee", "sheriff", "tariff", "kickoff", "tradeoff", "off-"]),
    ];

    public static string Mend(string word)
    {
        if (!word.Contains(Lost, StringComparison.Ordinal))
        {
            return word;
        }

        foreach (var (ligature, words) in Known)
        {
            var mended = word.Replace(Lost.ToString(), ligature, StringComparison.Ordinal);
            if (Array.Exists(words, w => mended.Contains(w, StringComparison.OrdinalIgnoreCase)))
            {
                return mended;
            }
        }

        // Between other characters than letters it was an icon, not a ligature.
        return word.Any(char.IsLetter) ? word.Replace(Lost.ToString(), "fi", StringComparison.Ordinal) : word.Replace(Lost, ' ');
    }
}
