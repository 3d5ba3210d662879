using System.Globalization;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.People;

/// <summary>
/// One person is one record for life: lead, applicant, employee, alumnus are derived from their leads, applications and employments, never written here.
/// </summary>
public sealed class Person : Entity
{
    public const int PhoneLength = 40;
    public const int TextLength = 200;
    public const int LinkLength = 500;

    private readonly List<PersonTerm> terms = [];

    private Person() => Name = new PersonName("-", null);

    public Person(PersonName name, string? email, string? phone, string language, DateTime at)
    {
        Name = name;
        Language = language;
        CreatedAt = at;
        SetContact(email, phone);
        Index();
    }

    public PersonName Name { get; private set; }

    /// <summary>As typed. Null only for people who have none on record.</summary>
    public string? Email { get; private set; }

    /// <summary>The form by which addresses are compared; not unique: a family may share one, and duplicates are shown rather than prevented.</summary>
    public string? EmailKey { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>The last nine digits, by which numbers are compared across spellings and country codes.</summary>
    public string? PhoneKey { get; private set; }

    /// <summary>"en" or "zh-CN": the language in which we write to them.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>IANA name; null until known.</summary>
    public string? Zone { get; private set; }

    public string? CurrentTitle { get; private set; }

    public string? CurrentEmployer { get; private set; }

    /// <summary>Where they live, in their words.</summary>
    public string? Place { get; private set; }

    /// <summary>A public profile, https only.</summary>
    public string? ProfileLink { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Lower-case name in both orders, for search and for telling whether two are the same.</summary>
    public string SearchName { get; private set; } = string.Empty;

    /// <summary>By which lists are sorted: the name as it sounds, see <see cref="NameReading.SortKey"/>.</summary>
    public string SortName { get; private set; } = string.Empty;

    /// <summary>The pieces of the name by which search finds it.</summary>
    public IReadOnlyCollection<PersonTerm> Terms => terms;

    /// <summary>Set when this record was merged into another; it stays so that the merge can be undone.</summary>
    public long? MergedIntoId { get; private set; }

    /// <summary>When their data were erased; only the number is left, so that counts stay.</summary>
    public DateTime? ErasedAt { get; private set; }

    public void Rename(PersonName name)
    {
        Name = name;
        Index();
    }

    /// <summary>How they write their Chinese name in Latin letters; null takes it away.</summary>
    public void Spell(string? latin) => Rename(Name.Spelt(latin));

    public void SetContact(string? email, string? phone)
    {
        Require.That(string.IsNullOrWhiteSpace(email) || EmailAddress.IsValid(email), "This is not an e-mail address.", "Email");
        Email = Require.AtMost(email, EmailAddress.Length, "Email");
        EmailKey = Email is null ? null : EmailAddress.Normalise(Email);
        Phone = Require.AtMost(phone, PhoneLength, "Phone");
        PhoneKey = KeyOfPhone(Phone);
    }

    public void Describe(string? title, string? employer, string? place, string? profileLink)
    {
        CurrentTitle = Require.AtMost(title, TextLength, "CurrentTitle");
        CurrentEmployer = Require.AtMost(employer, TextLength, "CurrentEmployer");
        Place = Require.AtMost(place, TextLength, "Place");
        ProfileLink = Require.AtMost(profileLink, LinkLength, "ProfileLink");
        Require.That(
            ProfileLink is null || (Uri.TryCreate(ProfileLink, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps),
            "A link starts with https://.",
            "ProfileLink");
    }

    public void Speaks(string language, string? zone)
    {
        Language = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-CN" : "en";
        Zone = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : Zone;
    }

    public void MergeInto(Person other)
    {
        Require.That(other.Id != Id && other.MergedIntoId is null, "These two records cannot be merged.");
        MergedIntoId = other.Id;
    }

    public void Unmerge() => MergedIntoId = null;

    /// <summary>Takes away who they are. Their records stay with the number alone.</summary>
    public void Erase(DateTime at)
    {
        Require.That(ErasedAt is null, "This person's data were erased already.");
        ErasedAt = at;
        Name = new PersonName(string.Create(CultureInfo.InvariantCulture, $"#{Id}"), null);
        Email = EmailKey = Phone = PhoneKey = Zone = CurrentTitle = CurrentEmployer = Place = ProfileLink = null;
        SearchName = SortName = string.Empty;
        terms.Clear();
    }

    /// <summary>Nine digits tell two numbers apart and survive country codes and leading zeros; fewer than seven are no number.</summary>
    public static string? KeyOfPhone(string? phone)
    {
        var digits = phone is null ? string.Empty : new string([.. phone.Where(char.IsAsciiDigit)]);
        return digits.Length < 7 ? null : digits.Length <= 9 ? digits : digits[^9..];
    }

    private void Index()
    {
        SearchName = Name.Display == $"{Name.Given} {Name.Family}"
            ? $"{Name.Given} {Name.Family} {Name.Family} {Name.Given}".ToLowerInvariant()
            : Name.Display.ToLowerInvariant();
        SortName = NameReading.SortKey(Name);
        var wanted = PersonTerm.Of(Name);
        terms.RemoveAll(t => !wanted.Contains(t.Term));
        terms.AddRange(wanted.Where(w => !terms.Exists(t => t.Term == w)).Select(w => new PersonTerm(w)));
    }
}
