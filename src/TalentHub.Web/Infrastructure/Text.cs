using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Services;
using TalentHub.Services.Access;
using TalentHub.Services.Calendar;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// The words of the product in the reader's language. English stands in the code and is the key; its Chinese twin stands in Resources/*.zh-CN.resx
/// (one file a stage, merged here). A test fails for a key without its twin.
/// </summary>
public sealed class Text(Reader reader)
{
    private static readonly Lazy<FrozenDictionary<string, string>> Chinese = new(() => Load(new CultureInfo("zh-CN")));
    private static readonly Lazy<FrozenDictionary<string, string>> English = new(() => Load(CultureInfo.InvariantCulture));
    private static readonly ConcurrentDictionary<string, string> Humanised = new();
    private static readonly ConcurrentDictionary<(bool IsChinese, string Kind, string Scope, string Name), string> Labels = new();

    /// <summary>All Chinese texts by their English key; for the language test.</summary>
    public static IReadOnlyDictionary<string, string> ChineseTexts => Chinese.Value;

    public bool IsChinese => CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal);

    /// <summary>"en" or "zh-CN".</summary>
    public string Language => IsChinese ? "zh-CN" : "en";

    /// <summary>The English text in the reader's language.</summary>
    public string this[string english] => IsChinese && Chinese.Value.TryGetValue(english, out var chinese) ? chinese : english;

    /// <summary>With named places: <c>T["{count} seats", ("count", 2)]</c>.</summary>
    public string this[string english, params (string Name, object? Value)[] values] => Of(new Sentence(english, values));

    public string Of(Sentence sentence)
    {
        var template = this[sentence.Template];
        return sentence.Fill(IsChinese && sentence.Values.Count > 0 ? Tight(template, sentence) : template, CultureInfo.CurrentCulture, Word);
    }

    /// <summary>Sentences as one text: what asks for a reason is one thing to answer, however many facts ask for it.</summary>
    public string OneAfterAnother(IEnumerable<Sentence> sentences) => string.Join(IsChinese ? string.Empty : " ", sentences.Select(Of));

    /// <summary>A person's name as the reader can read it.</summary>
    public string Name(PersonName? name) => name?.In(Language) ?? string.Empty;

    /// <summary>A person's job title, in the reader's language where the product knows it.</summary>
    public string? Title(string? title) => title is null ? null : JobTitles.In(Language, title);

    /// <summary>The name of a source, as somebody typed it; in the reader's language where the product knows it.</summary>
    public string? Source(string? name) => name is null ? null : JobTitles.SourceIn(Language, name);

    /// <summary>A time zone as people know it: "Shanghai (UTC+8)" for Asia/Shanghai. Without summer time, which comes and goes.</summary>
    public string Zone(string? id)
    {
        if (id is null || !TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return id ?? string.Empty;
        }

        var city = ZoneNames.City(id, IsChinese);
        var offset = zone.BaseUtcOffset;
        var utc = (offset < TimeSpan.Zero ? "UTC−" : "UTC+") + Math.Abs(offset.Hours).ToString(CultureInfo.InvariantCulture) + (offset.Minutes == 0 ? string.Empty : offset.ToString(@"\:mm", CultureInfo.InvariantCulture));
        return city == "UTC" ? city : IsChinese ? $"{city}（{utc}）" : $"{city} ({utc})";
    }

    /// <summary>Between a label and what follows it.</summary>
    public string Colon => IsChinese ? "：" : ": ";

    /// <summary>Between two parts of one line.</summary>
    public string Comma => IsChinese ? "，" : ", ";

    /// <summary>What stands in brackets behind a word.</summary>
    public string Bracketed(string text) => IsChinese ? $"（{text}）" : $" ({text})";

    /// <summary>"1 seat", "2 seats".</summary>
    public string Seats(int count) => count == 1 ? this["1 seat"] : this["{count} seats", ("count", count)];

    public string Of(Bilingual? text) => text is null ? string.Empty : text.In(Language);

    /// <summary>A state in words: <c>state.application.InReview</c>, else <c>state.InReview</c>, else "In review".</summary>
    public string State(string machine, object state) => Label("state", machine, state.ToString()!);

    /// <summary>A move in words, as a verb: "Send back".</summary>
    public string Trigger(string machine, object trigger) => Label("trigger", machine, trigger.ToString()!);

    /// <summary>The name of a machine: <c>machine.requisition</c>.</summary>
    public string Machine(string machine) => Label("machine", string.Empty, machine);

    /// <summary>Any other enum value, by its type: <c>enum.QuestionType.YesNo</c>.</summary>
    public string Enum<T>(T value)
        where T : struct, Enum => Label("enum", typeof(T).Name, value.ToString());

    /// <summary>A column of what is kept about a person: <c>column.AppliedAt</c>.</summary>
    public string Column(string name) => Label("column", string.Empty, name);

    /// <summary>A role or relation by its name.</summary>
    public string Holder(string name) => Label("enum", System.Enum.TryParse<Domain.Access.Relation>(name, out _) ? "Relation" : "Role", name);

    public string Date(DateOnly day) => day.ToString(IsChinese ? "yyyy年M月d日" : "d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>An instant as the reader's clock shows it.</summary>
    public string Instant(DateTime utc) => Instant(utc, reader.Zone);

    /// <summary>An instant in a zone, without naming it.</summary>
    public string Instant(DateTime utc, string? zone) =>
        Clock.LocalIn(utc, zone).ToString(IsChinese ? "yyyy年M月d日 HH:mm" : "d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>When people meet: weekday, day, hour, and whose clock it is.</summary>
    public string Meeting(DateTime utc, string? zone) => MeetingTime.Text(utc, zone ?? reader.Zone, Language);

    public string Day(DateTime utc) => Date(Clock.DayIn(utc, reader.Zone));

    public string Money(Money? money) =>
        money is null ? "–" : (IsChinese && money.Currency == "CNY" ? "¥" : money.Currency + " ") + money.Amount.ToString(money.Amount == decimal.Truncate(money.Amount) ? "N0" : "N2", CultureInfo.CurrentCulture);

    public string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>How much room: "340 MB", "1.2 GB".</summary>
    public string Bytes(long bytes) => bytes switch
    {
        < 1_000_000 => string.Create(CultureInfo.CurrentCulture, $"{(bytes + 999) / 1000:N0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1e6:N0} MB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1e9:N1} GB"),
    };

    /// <summary>"Ada, 李明" or "Ada、李明": names one after another, each set apart from the next where directions differ.</summary>
    public string List(IEnumerable<string?> parts) => string.Join(IsChinese ? "、" : ", ", parts.Where(p => !string.IsNullOrEmpty(p)).Select(p => RightToLeft.Apart(p!)));

    /// <summary>How long ago or how long: "3 d", "5 h".</summary>
    public string Span(TimeSpan span) =>
        span.TotalDays >= 1 ? Count("{days} d", "{days}", (int)span.TotalDays)
        : span.TotalHours >= 1 ? Count("{hours} h", "{hours}", (int)span.TotalHours)
        : span.TotalMinutes >= 1 ? Count("{minutes} min", "{minutes}", (int)span.TotalMinutes)
        : this["under 1 min"];

    /// <summary>The short way for one number; the long one builds lists for each row.</summary>
    private string Count(string english, string place, int number) => this[english].Replace(place, number.ToString(CultureInfo.CurrentCulture), StringComparison.Ordinal);

    /// <summary>A translation leaves a space beside a place because the value may be Latin; between Chinese and a Chinese value there is none.</summary>
    private string Tight(string template, Sentence sentence)
    {
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in sentence.Values)
        {
            shown["{" + name + "}"] = Word(value)?.ToString() ?? string.Empty;
        }

        for (var i = template.IndexOf(' ', StringComparison.Ordinal); i > 0 && i < template.Length - 1; i = template.IndexOf(' ', i + 1))
        {
            if ((template[i - 1] == '}' || template[i + 1] == '{') && IsHan(Before(i)) && IsHan(After(i)))
            {
                template = template.Remove(i, 1);
            }
        }

        return template;

        char Before(int at) =>
            template[at - 1] == '}' && template.LastIndexOf('{', at - 1) is >= 0 and var begins && shown.TryGetValue(template[begins..at], out var value) ? value.LastOrDefault() : template[at - 1];

        char After(int at) =>
            template[at + 1] == '{' && template.IndexOf('}', at + 1) is >= 0 and var ends && shown.TryGetValue(template[(at + 1)..(ends + 1)], out var value) ? value.FirstOrDefault() : template[at + 1];
    }

    /// <summary>A Chinese character, or the punctuation beside one.</summary>
    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '“' or '”' or '《' or '》' or '（' or '）' or '，' or '：' or '。';

    private object? Word(object? value) => value switch
    {
        Sentence sentence => Of(sentence),
        Bilingual text => RightToLeft.Apart(Of(text)),
        Money money => Money(money),
        DateOnly day => Date(day),
        DateTime instant => Instant(instant),
        Enum one when one.GetType().Name is [.. var machine, 'S', 't', 'a', 't', 'e'] => Label("state", machine.ToLowerInvariant(), one.ToString()),
        Enum one => Label("enum", one.GetType().Name, one.ToString()),
        string word when IsChinese && Chinese.Value.TryGetValue(word, out var chinese) => chinese,
        string word => RightToLeft.Apart(word),
        _ => value,
    };

    /// <summary>States, moves and other enum values are few and asked for in every row of every list. Bounded, whatever is asked.</summary>
    private string Label(string kind, string scope, string name) =>
        Labels.TryGetValue((IsChinese, kind, scope, name), out var known) ? known
        : Labels.Count < 10_000 ? Labels.GetOrAdd((IsChinese, kind, scope, name), Find(kind, scope, name))
        : Find(kind, scope, name);

    private string Find(string kind, string scope, string name)
    {
        var texts = IsChinese ? Chinese.Value : English.Value;
        return texts.TryGetValue($"{kind}.{scope}.{name}", out var exact) ? exact
            : texts.TryGetValue($"{kind}.{name}", out var shared) ? shared
            : Humanised.GetOrAdd(name, Humanise);
    }

    private static string Humanise(string name)
    {
        var words = string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && !char.IsUpper(name[i - 1]) ? " " + char.ToLowerInvariant(c) : c.ToString()));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Merges every resource file of one language. Two files that translate a key differently would be a mistake; a test looks.</summary>
    private static FrozenDictionary<string, string> Load(CultureInfo culture)
    {
        var assembly = typeof(Text).Assembly;
        if (culture.Name.Length > 0)
        {
            assembly = assembly.GetSatelliteAssembly(culture);
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".resources", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var resources = new ResourceReader(stream);
            foreach (DictionaryEntry entry in resources)
            {
                texts[(string)entry.Key] = (string)entry.Value!;
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>Who reads this answer: whose clock, language and look it is drawn for. Filled once per request.</summary>
public sealed class Reader
{
    public SignedInPerson? Person { get; set; }

    public long AccountId { get; set; }

    /// <summary>An administrator looks with the rights of this role: everything can be seen as it sees it, and nothing changed.</summary>
    public Role? ViewsAs { get; set; }

    /// <summary>IANA name.</summary>
    public string Zone { get; set; } = "UTC";

    /// <summary>"system", "light" or "dark".</summary>
    public string Theme { get; set; } = "system";
}
