using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;

namespace TalentHub.Data.Content;

/// <summary>What the sample company is made of. Everything in it is made up; the generator draws from these lists by weight.</summary>
public sealed record SampleCompanyContent(
    Bilingual Name,
    Bilingual About,
    string Zone,
    string Currency,
    string MailDomain,
    IReadOnlyList<SampleDepartment> Departments,
    IReadOnlyList<SamplePlace> Places,
    IReadOnlyList<SampleSource> Sources,
    IReadOnlyList<SampleTitle> OtherTitles);

/// <param name="Parent">Code of the department above; null for the root, which comes first.</param>
/// <param name="Weight">Share of the staff, relative to the others.</param>
/// <param name="Families">Codes of the role families that it hires, most frequent first.</param>
public sealed record SampleDepartment(string Code, Bilingual Name, string? Parent, int Weight, IReadOnlyList<string> Families);

/// <param name="Zone">IANA name.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Holidays">Days off that fall on a weekday, 2024 to 2027, in order.</param>
public sealed record SamplePlace(
    string Code,
    Bilingual Name,
    Bilingual Address,
    string Zone,
    string Country,
    string Currency,
    int Weight,
    IReadOnlyList<SampleHoliday> Holidays);

public sealed record SampleHoliday(DateOnly Date, Bilingual Name);

public sealed record SampleSource(string Code, Source Kind, int Weight, Bilingual Name);

/// <summary>A job outside the five families, so that the company can pay, hire and keep house.</summary>
public sealed record SampleTitle(string Department, Bilingual Title);

/// <summary>Parts of names. English ones alternate between usual women's and men's names and are ordered by frequency.</summary>
public sealed record SampleNames(
    IReadOnlyList<string> EnglishGiven,
    IReadOnlyList<string> EnglishFamily,
    IReadOnlyList<ChineseNamePart> ChineseGiven,
    IReadOnlyList<ChineseNamePart> ChineseFamily);

/// <param name="Latin">Pinyin without tone marks, as in a passport or an address; Lü keeps its dots.</param>
public sealed record ChineseNamePart(string Text, string Latin);

/// <summary>Where people come from: real universities, made-up employers.</summary>
public sealed record SampleBackground(
    IReadOnlyList<string> EnglishUniversities,
    IReadOnlyList<string> ChineseUniversities,
    IReadOnlyList<string> EnglishEmployers,
    IReadOnlyList<string> ChineseEmployers);

/// <summary>Sentences that people write, so that records read like records.</summary>
public sealed record SampleTexts(
    IReadOnlyList<SampleEvidence> Evidence,
    IReadOnlyList<Bilingual> Notes,
    IReadOnlyList<Bilingual> RequisitionReasons,
    IReadOnlyList<Bilingual> SendBackComments,
    IReadOnlyList<Bilingual> HireReasons,
    IReadOnlyList<Bilingual> NoHireReasons,
    IReadOnlyList<Bilingual> OfferQuestions,
    IReadOnlyList<SampleResume> Resumes);

/// <param name="Attribute">Code of a scorecard attribute.</param>
/// <param name="Positive">True beside a yes (3, 4), false beside a no (1, 2).</param>
public sealed record SampleEvidence(string Attribute, bool Positive, Bilingual Text);

public sealed record SampleResume(string Family, IReadOnlyList<Bilingual> Summaries, IReadOnlyList<Bilingual> Achievements);
