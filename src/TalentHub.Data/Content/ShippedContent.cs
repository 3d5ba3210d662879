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

    /// <summary>The five role families that a company building language models hires, in the order of the line.</summary>
    public static IReadOnlyList<RoleFamilyContent> RoleFamilies => LazyRoleFamilies.Value;

    /// <summary>Reasons of every kind, in the order in which a list shows them.</summary>
    public static IReadOnlyList<ReasonContent> Reasons => LazyReasons.Value;

    public static IReadOnlyList<MailTemplateContent> MailTemplates => LazyMailTemplates.Value;

    /// <summary>The newest version of the candidates' privacy notice.</summary>
    public static PrivacyNoticeContent PrivacyNotice => LazyPrivacyNotice.Value;

    public static OnboardingTemplateContent OnboardingTemplate => LazyOnboardingTemplate.Value;

    public static IEnumerable<ReasonContent> ReasonsFor(ReasonKind kind) => Reasons.Where(reason => reason.Kind == kind);

    public static MailTemplateContent MailTemplate(string code) => MailTemplates.Single(template => template.Code == code);

    public static RoleFamilyContent RoleFamily(string code) => RoleFamilies.Single(family => family.Code == code);
}
