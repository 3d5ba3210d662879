using System.Globalization;
using System.Text;

namespace TalentHub.Domain.Common;

/// <summary>
/// Something the product says: a template in English with named places, and the values for them. The template is the key of its
/// translation, so a sentence is carried as data and only becomes text at the edge, in the reader's language.
/// </summary>
public sealed class Sentence(string template, params (string Name, object? Value)[] values)
{
    /// <summary>English, with places such as <c>{left}</c>.</summary>
    public string Template { get; } = template;

    /// <summary>What stands in each place. A value that is itself a <see cref="Sentence"/> is translated too.</summary>
    public IReadOnlyList<(string Name, object? Value)> Values { get; } = values;

    public static implicit operator Sentence(string template) => new(template);

    /// <summary>The sentence in English, for logs and tests.</summary>
    public override string ToString() => Fill(Template, CultureInfo.InvariantCulture, value => value);

    /// <summary>Puts the values into a (translated) template.</summary>
    /// <param name="template">The template in the reader's language.</param>
    /// <param name="culture">Formats numbers and dates.</param>
    /// <param name="translate">Turns a value that needs words (an enum, a nested sentence) into them.</param>
    public string Fill(string template, IFormatProvider culture, Func<object?, object?> translate)
    {
        if (Values.Count == 0)
        {
            return template;
        }

        var text = new StringBuilder(template);
        foreach (var (name, value) in Values)
        {
            text.Replace("{" + name + "}", Convert.ToString(translate(value), culture));
        }

        return text.ToString();
    }
}
