using System.Globalization;
using System.Text;
using TalentHub.Data.Content;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Seeding;

/// <summary>A made-up person's name and addresses.</summary>
internal sealed record MadeName(PersonName Name, string Email, string? Phone, string Language);

/// <summary>
/// Makes people up: names of both languages, addresses that can reach nobody (RFC 2606), numbers that no one has (prefixes that are not given out, 555-01xx).
/// </summary>
internal sealed class NameMaker(SampleRandom random)
{
    private static readonly string[] Hosts = ["example.com", "example.org", "example.net"];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <param name="country">Where they live.</param>
    /// <param name="host">The company's own, or null for a stranger.</param>
    public MadeName Make(string country, string? host)
    {
        var names = ShippedContent.SampleNames;
        var chinese = random.Chance(country switch { "CN" => 0.9, "SG" => 0.5, _ => 0.18 });
        if (!chinese)
        {
            // Squared: the first of the list are the frequent ones.
            var given = names.EnglishGiven[(int)(random.Share() * random.Share() * names.EnglishGiven.Count)];
            var family = names.EnglishFamily[(int)(random.Share() * random.Share() * names.EnglishFamily.Count)];
            return new MadeName(new PersonName(given, family), Address(given, family, host), Phone(country), "en");
        }

        var surname = names.ChineseFamily[(int)(random.Share() * random.Share() * names.ChineseFamily.Count)];
        var first = random.Pick(names.ChineseGiven);
        var second = first.Text.Length == 1 && random.Chance(0.55) ? random.Pick(names.ChineseGiven) : null;
        var latin = first.Latin + (second is { Text.Length: 1 } ? second.Latin.ToLowerInvariant() : string.Empty);
        var inHan = random.Chance(country == "CN" ? 0.97 : 0.35);
        var name = inHan ? Spelt(first.Text + (second is { Text.Length: 1 } ? second.Text : string.Empty), surname, latin) : new PersonName(latin, surname.Latin);
        return new MadeName(name, Address(latin, surname.Latin, host), Phone(country), inHan ? "zh-CN" : "en");
    }

    /// <summary>Two of three have said how they spell their name: told by the name itself, so that nothing else of the sample changes with it.</summary>
    private static PersonName Spelt(string given, ChineseNamePart surname, string latin) =>
        new(given, surname.Text, (given + surname.Text).Sum(c => c) % 3 == 0 ? null : $"{surname.Latin} {latin}");

    private string Address(string given, string family, string? host)
    {
        var local = Plain(given) + "." + Plain(family);
        var at = host ?? random.Pick(Hosts);
        for (var number = 1; ; number++)
        {
            var address = number == 1 ? $"{local}@{at}" : string.Create(CultureInfo.InvariantCulture, $"{local}{number}@{at}");
            if (taken.Add(address))
            {
                return address;
            }
        }
    }

    private string? Phone(string country) => random.Chance(0.08) ? null : country switch
    {
        "CN" => string.Create(CultureInfo.InvariantCulture, $"+86 120 {random.Between(1000, 9999)} {random.Between(1000, 9999)}"),
        "GB" => string.Create(CultureInfo.InvariantCulture, $"+44 1632 960{random.Between(100, 999)}"),
        "SG" => string.Create(CultureInfo.InvariantCulture, $"+65 5{random.Between(100, 999)} {random.Between(1000, 9999)}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"+1 {random.Between(201, 989)} 555 01{random.Between(10, 99)}"),
    };

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(char.IsAsciiLetter))
        {
            plain.Append(c);
        }

        return plain.Length == 0 ? "person" : plain.ToString();
    }
}
