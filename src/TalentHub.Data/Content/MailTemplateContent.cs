using System.Text.RegularExpressions;
using TalentHub.Domain.Common;

namespace TalentHub.Data.Content;

/// <summary>Who a mail is written for.</summary>
public enum MailAudience
{
    Candidate,
    Staff,

    /// <summary>Candidate and interviewers alike: the same facts, each in their own zone and language.</summary>
    Everyone,
}

/// <summary>A filled mail as plain text.</summary>
public sealed record MailText(string Subject, string Body);

/// <summary>A mail as it ships: plain text with {{namedFields}}.</summary>
/// <param name="Fields">Every field that subject and body use, in both languages; each must be given and not blank.</param>
public sealed partial record MailTemplateContent(string Code, MailAudience Audience, IReadOnlyList<string> Fields, Bilingual Subject, Bilingual Body)
{
    /// <summary>The fields that are not given or blank; a mail with any of them is not sent.</summary>
    public IReadOnlyList<string> Missing(IReadOnlyDictionary<string, string> values) =>
        [.. Fields.Where(field => !values.TryGetValue(field, out var value) || string.IsNullOrWhiteSpace(value))];

    /// <summary>Puts the values in, once: a value that itself looks like a field stays as it was typed.</summary>
    /// <exception cref="InvalidOperationException">A field is missing or blank.</exception>
    public MailText Fill(string language, IReadOnlyDictionary<string, string> values)
    {
        var missing = Missing(values);
        if (missing.Count > 0)
        {
            throw new InvalidOperationException($"The mail {Code} lacks: {string.Join(", ", missing)}.");
        }

        // A line break in a subject would begin a new mail header.
        var subject = Field().Replace(Subject.In(language), match => LineBreaks().Replace(values[match.Groups["name"].Value].Trim(), " "));
        return new MailText(subject, Field().Replace(Body.In(language), match => values[match.Groups["name"].Value].Trim()));
    }

    /// <summary>The fields that a text uses.</summary>
    public static IReadOnlySet<string> FieldsIn(string text) =>
        Field().Matches(text).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"\p{C}+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineBreaks();
}
