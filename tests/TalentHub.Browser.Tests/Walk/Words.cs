using System.Globalization;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>The words on the page in the language that a walk is made in, so that one set of steps walks in both.</summary>
public sealed class Words(string language)
{
    private readonly CultureInfo culture = new(language);
    private readonly Text text = new(new Reader());

    public string Language => language;

    public bool IsChinese => culture.Name.StartsWith("zh", StringComparison.Ordinal);

    /// <summary>The twin of an English text; a text without one fails the walk.</summary>
    public string this[string english] =>
        !IsChinese ? english
        : Text.ChineseTexts.TryGetValue(english, out var chinese) ? chinese
        : throw new InvalidOperationException($"“{english}” has no Chinese twin.");

    public string this[string english, params (string Name, object? Value)[] values] => Speak(t => t[english, values]);

    /// <summary>What the company's own data says in both languages.</summary>
    public string Of(string english, string chinese) => IsChinese ? chinese : english;

    public string Move(string machine, Enum trigger) => Speak(t => t.Trigger(machine, trigger));

    public string State(string machine, Enum state) => Speak(t => t.State(machine, state));

    public string Enum<T>(T value)
        where T : struct, Enum => Speak(t => t.Enum(value));

    private string Speak(Func<Text, string> say)
    {
        var (ui, own) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (culture, culture);
        try
        {
            return say(text);
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (ui, own);
        }
    }
}
