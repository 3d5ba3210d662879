using System.Globalization;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Recruiting;

/// <summary>How an application question is answered.</summary>
public enum QuestionType
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,
    YesNo,
    Choice,
    Number,
}

/// <summary>
/// Asked on the application form of one posting. A knock-out answer only marks the application for a person to look at; nothing is ever rejected by it.
/// </summary>
public sealed record PostingQuestion
{
    public const int CodeLength = 40;
    public const int PromptLength = 300;
    public const int OptionLength = 120;
    public const int MostOptions = 12;
    public const int TextLength = 300;
    public const int LongTextLength = 4000;

    private PostingQuestion()
    {
        Code = string.Empty;
        Prompt = new Bilingual("-", "-");
    }

    public PostingQuestion(
        string code, QuestionType type, bool isRequired, Bilingual prompt, List<Bilingual>? options = null, List<string>? flags = null, decimal? flagBelow = null)
    {
        Code = Require.Text(code, "Give the question a code.", CodeLength, "Questions");
        Type = type;
        IsRequired = isRequired;
        Prompt = prompt;
        Require.That(prompt.En.Length <= PromptLength && prompt.Zh.Length <= PromptLength, new Sentence("This is too long: at most {maximum} characters.", ("maximum", PromptLength)), "Questions");
        Options = type == QuestionType.Choice ? [.. options ?? []] : [];
        Require.That(type != QuestionType.Choice || Options.Count is >= 2 and <= MostOptions, new Sentence("A choice has between 2 and {maximum} answers.", ("maximum", MostOptions)), "Questions");
        Require.That(Options.All(o => o.En.Length <= OptionLength && o.Zh.Length <= OptionLength), new Sentence("This is too long: at most {maximum} characters.", ("maximum", OptionLength)), "Questions");
        Flags = [.. flags ?? []];
        Require.That(Flags.All(IsAnAnswer), "A knock-out answer is not among the answers.", "Questions");
        FlagBelow = type == QuestionType.Number ? flagBelow : null;
    }

    /// <summary>Stable within the posting; the name of its field.</summary>
    public string Code { get; private init; }

    public QuestionType Type { get; private init; }

    public bool IsRequired { get; private init; }

    public Bilingual Prompt { get; private init; }

    /// <summary>The answers of a choice, in order.</summary>
    public List<Bilingual> Options { get; private init; } = [];

    /// <summary>Knock-out answers: "yes" or "no", or places of options ("0", "1").</summary>
    public List<string> Flags { get; private init; } = [];

    /// <summary>A number below this marks the application.</summary>
    public decimal? FlagBelow { get; private init; }

    public int AnswerLength => Type == QuestionType.LongText ? LongTextLength : TextLength;

    /// <summary>Takes an answer as it came from the form; null when it was left empty and may be.</summary>
    /// <exception cref="DomainException">Missing, too long, or no answer to this question.</exception>
    public GivenAnswer? Answer(string? typed, string field)
    {
        var text = typed?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            Require.That(!IsRequired, "Please answer this question.", field);
            return null;
        }

        switch (Type)
        {
            case QuestionType.Text or QuestionType.LongText:
                return Given(Require.AtMost(text, AnswerLength, field)!, null, flagged: false);
            case QuestionType.YesNo:
                Require.That(text is "yes" or "no", "Choose one of the answers.", field);
                return Given(text, null, Flags.Contains(text));
            case QuestionType.Choice:
                Require.That(IsAnAnswer(text), "Choose one of the answers.", field);
                return Given(text, Options[int.Parse(text, CultureInfo.InvariantCulture)], Flags.Contains(text));
            case QuestionType.Number:
                var isNumber = decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
                Require.That(isNumber && Math.Abs(number) < 1_000_000_000_000m, "Write a number, such as 3 or 2.5.", field);
                return Given(number.ToString(CultureInfo.InvariantCulture), null, number < FlagBelow);
            default:
                throw new InvalidOperationException($"There is no question type {Type}.");
        }
    }

    private GivenAnswer Given(string value, Bilingual? shown, bool flagged) => new(Code, Type, Prompt, value, shown, flagged);

    private bool IsAnAnswer(string value) => Type switch
    {
        QuestionType.YesNo => value is "yes" or "no",
        QuestionType.Choice => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < Options.Count,
        QuestionType.Text or QuestionType.LongText or QuestionType.Number => false,
    };
}

/// <summary>An answer as it was given, with the question as it stood then: a posting may change later.</summary>
/// <param name="Value">Text, "yes" or "no", the place of the option, or a number in invariant form.</param>
/// <param name="Shown">The words of the chosen option.</param>
/// <param name="IsFlagged">A knock-out answer: a person looks at it first.</param>
public sealed record GivenAnswer(string Code, QuestionType Type, Bilingual Prompt, string Value, Bilingual? Shown, bool IsFlagged);
