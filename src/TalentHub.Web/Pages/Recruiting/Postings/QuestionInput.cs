using System.Globalization;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;

namespace TalentHub.Web.Pages.Recruiting.Postings;

/// <summary>One question in the editor. Choices are written one a line, in the same order in both languages.</summary>
public sealed class QuestionInput
{
    public string? Code { get; set; }

    public QuestionType Type { get; set; }

    /// <summary>"yes" when it must be answered.</summary>
    public string? Required { get; set; }

    public string? PromptEn { get; set; }

    public string? PromptZh { get; set; }

    public string? OptionsEn { get; set; }

    public string? OptionsZh { get; set; }

    /// <summary>Knock-out answers: "yes", "no", or the numbers of choices counted from 1 ("2, 3").</summary>
    public string? Flags { get; set; }

    public string? FlagBelow { get; set; }

    /// <summary>"yes" to take it off.</summary>
    public string? Remove { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(PromptEn) && string.IsNullOrWhiteSpace(PromptZh);

    public static QuestionInput Of(PostingQuestion question) => new()
    {
        Code = question.Code,
        Type = question.Type,
        Required = question.IsRequired ? "yes" : null,
        PromptEn = question.Prompt.En,
        PromptZh = question.Prompt.Zh,
        OptionsEn = string.Join('\n', question.Options.Select(o => o.En)),
        OptionsZh = string.Join('\n', question.Options.Select(o => o.Zh)),
        Flags = question.Type == QuestionType.Choice
            ? string.Join(", ", question.Flags.Select(f => (int.Parse(f, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)))
            : string.Join(", ", question.Flags),
        FlagBelow = question.FlagBelow?.ToString(CultureInfo.InvariantCulture),
    };

    /// <exception cref="DomainException">What was typed is no question.</exception>
    public PostingQuestion ToQuestion(string newCode)
    {
        var below = string.IsNullOrWhiteSpace(FlagBelow) ? (decimal?)null
            : decimal.TryParse(FlagBelow, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number
            : throw new DomainException("Write a number, such as 3 or 2.5.") { Field = "Questions" };
        return new PostingQuestion(
            string.IsNullOrWhiteSpace(Code) ? newCode : Code, Enum.IsDefined(Type) ? Type : QuestionType.Text, Required == "yes", new Bilingual(PromptEn, PromptZh), Options(), FlagList(), below);
    }

    private List<Bilingual> Options()
    {
        var en = Lines(OptionsEn);
        var zh = Lines(OptionsZh);
        Require.That(en.Length == 0 || zh.Length == 0 || en.Length == zh.Length, "Both languages have the same number of choices, one a line.", "Questions");
        return [.. Enumerable.Range(0, Math.Max(en.Length, zh.Length)).Select(i => new Bilingual(en.ElementAtOrDefault(i), zh.ElementAtOrDefault(i)))];
    }

    private List<string> FlagList()
    {
        var typed = (Flags ?? string.Empty).ToLowerInvariant().Split([',', '，', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        return Type switch
        {
            QuestionType.Choice => [.. typed.Select(f => int.TryParse(f, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place > 0 ? (place - 1).ToString(CultureInfo.InvariantCulture) : f)],
            QuestionType.YesNo => [.. typed],
            QuestionType.Text or QuestionType.LongText or QuestionType.Number => [],
        };
    }

    private static string[] Lines(string? text) => (text ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
