using System.Collections.Frozen;
using TalentHub.Domain.People;

namespace TalentHub.Data.Content;

/// <summary>
/// What TalentHub brings along in English and Chinese, read once when first asked for. It is copied into a company's database
/// when the company is set up; afterwards the company's own copy counts.
/// </summary>
public static class ShippedContent
{
    private static readonly string[] FamilyCodes =
        ["deep-learning-researcher", "machine-learning-engineer", "data-scientist", "software-engineer", "product-manager"];

    private static readonly Lazy<IReadOnlyList<RoleFamilyContent>> LazyRoleFamilies =
        new(() => [.. FamilyCodes.Select(code => ContentReader.Json<RoleFamilyContent>($"RoleFamilies/{code}.json"))]);

    private static readonly Lazy<IReadOnlyList<ReasonContent>> LazyReasons = new(() => ContentReader.Json<List<ReasonContent>>("Reasons.json"));

    private static readonly Lazy<IReadOnlyList<MailTemplateContent>> LazyMailTemplates =
        new(() => ContentReader.Json<List<MailTemplateContent>>("MailTemplates.json"));

    private static readonly Lazy<PrivacyNoticeContent> LazyPrivacyNotice =
        new(() => ContentReader.Json<PrivacyNoticeContent>("PrivacyNotice.2026-01.json"));

    private static readonly Lazy<OnboardingTemplateContent> LazyOnboardingTemplate =
        new(() => ContentReader.Json<OnboardingTemplateContent>("OnboardingTemplate.json"));

    private static readonly Lazy<SampleCompanyContent> LazySampleCompany = new(() => ContentReader.Json<SampleCompanyContent>("SampleCompany/Company.json"));

    private static readonly Lazy<SampleNames> LazySampleNames = new(() => ContentReader.Json<SampleNames>("SampleCompany/Names.json"));

    private static readonly Lazy<SampleBackground> LazySampleBackground =
        new(() => ContentReader.Json<SampleBackground>("SampleCompany/Background.json"));

    private static readonly Lazy<SampleTexts> LazySampleTexts = new(() => ContentReader.Json<SampleTexts>("SampleCompany/Texts.json"));

    private static readonly Lazy<FrozenSet<string>> LazyCommonPasswords =
        new(() => ContentReader.Lines("CommonPasswords.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>The five role families that a company building language models hires, in the order of the line.</summary>
    public static IReadOnlyList<RoleFamilyContent> RoleFamilies => LazyRoleFamilies.Value;

    /// <summary>Reasons of every kind, in the order in which a list shows them.</summary>
    public static IReadOnlyList<ReasonContent> Reasons => LazyReasons.Value;

    public static IReadOnlyList<MailTemplateContent> MailTemplates => LazyMailTemplates.Value;

    /// <summary>The newest version of the candidates' privacy notice.</summary>
    public static PrivacyNoticeContent PrivacyNotice => LazyPrivacyNotice.Value;

    public static OnboardingTemplateContent OnboardingTemplate => LazyOnboardingTemplate.Value;

    public static SampleCompanyContent SampleCompany => LazySampleCompany.Value;

    public static SampleNames SampleNames => LazySampleNames.Value;

    public static SampleBackground SampleBackground => LazySampleBackground.Value;

    public static SampleTexts SampleTexts => LazySampleTexts.Value;

    /// <summary>
    /// Passwords of twelve letters and more that many people would choose. Letter case is ignored; for the rest use <see cref="IsCommonPassword"/>.
    /// </summary>
    public static IReadOnlySet<string> CommonPasswords => LazyCommonPasswords.Value;

    /// <summary>True for a listed password, one with marks put behind it, or one that only repeats or counts.</summary>
    public static bool IsCommonPassword(string password)
    {
        var typed = password.Trim();
        return CommonPasswords.Contains(typed)
            || CommonPasswords.Contains(typed.TrimEnd('!', '?', '.', '*', '#', '@', '$', '~', '_', '-'))
            || IsRepeated(typed)
            || IsCounted(typed);
    }

    public static IEnumerable<ReasonContent> ReasonsFor(ReasonKind kind) => Reasons.Where(reason => reason.Kind == kind);

    public static MailTemplateContent MailTemplate(string code) => MailTemplates.Single(template => template.Code == code);

    public static RoleFamilyContent RoleFamily(string code) => RoleFamilies.Single(family => family.Code == code);

    // abcabcabcabc: one piece of up to four letters, again and again.
    private static bool IsRepeated(string typed) =>
        Enumerable.Range(1, 4).Any(length => typed.Length > length && Enumerable.Range(length, typed.Length - length).All(i => typed[i] == typed[i - length]));

    // 123456789…, abcdef…, 987654…: each letter is the neighbour of the one before.
    private static bool IsCounted(string typed) =>
        typed.Length > 1 && (Step(typed) is 1 or -1);

    private static int Step(string typed)
    {
        var step = typed[1] - typed[0];
        return Enumerable.Range(1, typed.Length - 1).All(i => typed[i] - typed[i - 1] == step || GoesRound(typed[i - 1], typed[i], step)) ? step : 0;
    }

    // 890123: after nine comes nought.
    private static bool GoesRound(char before, char after, int step) => (step, before, after) is (1, '9', '0') or (-1, '0', '9');
}
