using System.Text.RegularExpressions;
using TalentHub.Domain.Intelligence;

namespace TalentHub.Intelligence.Resumes;

/// <summary>E-mail and phone: the form of the thing decides, then its label and its place.</summary>
internal static partial class Contacts
{
    [GeneratedRegex(@"[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,63}[A-Za-z0-9_+-])?\s?(?:@|\(at\)|\[at\])\s?[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9-]{1,62}){1,6}", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"(?<![\w@/=])(?:\(?\+\s?)?\(?\d(?:[ ().\-–/·+]{0,3}[\dXx*]){6,17}(?![\w@])", RegexOptions.None, 1000)]
    private static partial Regex PhoneForm();

    [GeneratedRegex(@"(?:mobile|cell|手\s*机|移动电话|móvil|movil|celular)[^\d+(]{0,12}$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MobileLabel();

    [GeneratedRegex(@"(?:phone|telephone|\btel\b|电\s*话|联系方式|tel[eé]fono|tlf|联系号码|\bcall|\bm|\bt|\bp|\bh)[^\d+(]{0,12}$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PhoneLabel();

    [GeneratedRegex(@"(?:fax|传\s*真|QQ|身份证|证件号|编\s*号|\bID\b|邮\s*编|邮政编码|postcode|zip|号码\s*88|orcid|doi|isbn|薪|msn|微信)[^\n\t]{0,4}$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OtherLabel();

    [GeneratedRegex(@"^(?:\(?\+?86\)?[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}$", RegexOptions.None, 1000)]
    private static partial Regex ChineseMobile();

    [GeneratedRegex(@"^(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]{0,2}\d{3}[\s.-]\d{4}$", RegexOptions.None, 1000)]
    private static partial Regex American();

    [GeneratedRegex(@"^(?:(?:19|20)\d{2}\s*[-–/.]|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2})", RegexOptions.None, 1000)]
    private static partial Regex Dated();

    public static Fact? Email(ResumeText resume)
    {
        foreach (var line in resume.Lines)
        {
            if (EmailForm().Match(line.Text) is { Success: true } match)
            {
                var value = match.Value.Replace(" ", "", StringComparison.Ordinal).Replace("(at)", "@", StringComparison.OrdinalIgnoreCase).Replace("[at]", "@", StringComparison.OrdinalIgnoreCase);
                return line.All.Part(match.Index, match.Length).Fact(value);
            }
        }

        return null;
    }

    public static Fact? Phone(ResumeText resume)
    {
        (int Score, Span Span)? best = null;
        foreach (var line in resume.Lines)
        {
            foreach (Match match in PhoneForm().Matches(line.Text))
            {
                var span = WithoutPostcode(line.All.Part(match.Index, match.Length));
                var score = Score(line, span);
                if (score > (best?.Score ?? 2))
                {
                    best = (score, span);
                }
            }
        }

        return best?.Span.Fact(best.Value.Span.Text.Trim());
    }

    [GeneratedRegex(@"^\d{4,6} (?=[(+]|\d{3}[ .-]\d{3}|1[3-9]\d{9})", RegexOptions.None, 1000)]
    private static partial Regex Postcode();

    /// <summary>"CA 94588 (555) 123-4567": the address ends where the phone begins.</summary>
    private static Span WithoutPostcode(Span span) =>
        Postcode().Match(span.Text) is { Success: true } code ? span.Part(code.Length, span.Length - code.Length) : span;

    private static int Score(Line line, Span span)
    {
        var value = span.Text.Trim();
        var digits = value.Count(c => char.IsDigit(c) || c is '*' or 'X' or 'x');
        if (digits is < 7 or > 15 || Dated().IsMatch(value) || value.Count(char.IsDigit) < 4 || value.Count(c => c == '/') > 1)
        {
            return 0;
        }

        var before = line.Text[..span.From];
        if (OtherLabel().IsMatch(before) || before.EndsWith('.') || before.EndsWith('-'))
        {
            return 0;
        }

        var score = value.StartsWith('+') || value.StartsWith("(+", StringComparison.Ordinal) ? 4 : 0;
        score += ChineseMobile().IsMatch(value) || American().IsMatch(value) ? 4 : 0;
        score += MobileLabel().IsMatch(before) ? 6 : PhoneLabel().IsMatch(before) ? 5 : 0;
        score += line.Section is Section.Head or Section.Contact ? 2 : 0;
        score += line.Index < 15 ? 1 : 0;
        return digits >= 9 || score >= 4 ? score : 0;
    }
}
