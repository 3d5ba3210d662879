using TalentHub.Domain.Common;

namespace TalentHub.Data.Content;

/// <summary>The candidates' privacy notice as it ships. A version is never edited: a change is a new file with a new version.</summary>
/// <param name="Version">Stored with each application beside the consent.</param>
/// <param name="Consent">The sentence beside the box that must be ticked.</param>
/// <param name="PoolConsent">The sentence beside the box that may be ticked.</param>
/// <param name="Fields">The {{fields}} that the paragraphs use and that a company's settings fill.</param>
public sealed record PrivacyNoticeContent(
    string Version,
    Bilingual Title,
    Bilingual Summary,
    Bilingual Consent,
    Bilingual PoolConsent,
    IReadOnlyList<string> Fields,
    IReadOnlyList<NoticeSectionContent> Sections);

public sealed record NoticeSectionContent(string Code, Bilingual Heading, IReadOnlyList<Bilingual> Paragraphs);
