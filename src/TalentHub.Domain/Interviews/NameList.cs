using System.Globalization;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Interviews;

/// <summary>Several names in a sentence, written as the reader's language writes them.</summary>
public sealed record NameList(IReadOnlyList<Bilingual> Names) : IFormattable
{
    public static implicit operator NameList?(string? name) => name is null ? null : new NameList([new Bilingual(name, name)]);

    /// <summary>Null when there is nobody to name.</summary>
    public static NameList? Of(IEnumerable<Bilingual> names) => names.ToList() is { Count: > 0 } some ? new NameList(some) : null;

    /// <inheritdoc cref="Of(IEnumerable{Bilingual})"/>
    public static NameList? Of(IEnumerable<string> names) => Of(names.Select(n => new Bilingual(n, n)));

    public string In(string language) => string.Join(language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "、" : ", ", Names.Select(n => n.In(language)));

    public string ToString(string? format, IFormatProvider? formatProvider) => In((formatProvider as CultureInfo)?.Name ?? "en");

    public override string ToString() => In("en");
}
