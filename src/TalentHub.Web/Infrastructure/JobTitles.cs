using System.Collections.Frozen;
using TalentHub.Data.Content;
using TalentHub.Domain.Common;

namespace TalentHub.Web.Infrastructure;

/// <summary>An employment has its title in one language only. Those that the product ships are known in both.</summary>
internal static class JobTitles
{
    private static readonly Lazy<FrozenDictionary<string, Bilingual>> Known = new(() => ShippedContent.RoleFamilies.SelectMany(f => f.Ladder).Select(l => l.Title)
        .Concat(ShippedContent.SampleCompany.OtherTitles.Select(o => o.Title))
        .SelectMany(t => new[] { (Key: t.En, Title: t), (Key: t.Zh, Title: t) })
        .DistinctBy(t => t.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(t => t.Key, t => t.Title, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, Bilingual>> KnownSources = new(() => ShippedContent.SampleCompany.Sources.Select(s => s.Name)
        .SelectMany(t => new[] { (Key: t.En, Name: t), (Key: t.Zh, Name: t) })
        .DistinctBy(t => t.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(t => t.Key, t => t.Name, StringComparer.Ordinal));

    public static string SourceIn(string language, string name) => KnownSources.Value.TryGetValue(name, out var known) ? known.In(language) : name;

    public static string In(string language, string title) => Known.Value.TryGetValue(title, out var known) ? known.In(language) : title;
}
