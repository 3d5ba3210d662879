using FluentValidation.Resources;

namespace TalentHub.Web.Infrastructure;

/// <summary>What the validators say by themselves, in our words: without the name of the field, since the message stands at it.</summary>
internal sealed class Sentences : LanguageManager
{
    private const string Missing = "Please fill this in.";
    private const string TooLong = "This is too long: at most {maximum} characters.";

    public Sentences()
    {
        foreach (var (validator, says) in new[] { ("NotNullValidator", Missing), ("NotEmptyValidator", Missing), ("MaximumLengthValidator", TooLong), ("MaximumLength_Simple", TooLong) })
        {
            AddTranslation("en", validator, Placed(says));
            AddTranslation("zh-CN", validator, Placed(Text.ChineseTexts[says]));
        }
    }

    private static string Placed(string says) => says.Replace("{maximum}", "{MaxLength}", StringComparison.Ordinal);
}
