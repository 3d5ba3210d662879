using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using TalentHub.Data.Content;
using TalentHub.Domain.Common;

namespace TalentHub.Web.Tests.Content;

/// <summary>What holds for every text that ships, wherever it stands.</summary>
public sealed partial class ShippedTextTests
{
    private static readonly Dictionary<string, Bilingual> Texts = Everything();

    [Fact]
    public void Every_text_has_both_languages()
    {
        Assert.NotEmpty(Texts);
        Assert.Empty(Texts.Where(text => text.Value.En.Length == 0 || text.Value.Zh.Length == 0).Select(text => text.Key));
    }

    [Fact]
    public void English_texts_hold_no_Chinese_characters()
    {
        Assert.Empty(Texts.Where(text => Chinese().IsMatch(text.Value.En)).Select(text => text.Key));
    }

    [Fact]
    public void Chinese_texts_are_Chinese_unless_they_are_a_name()
    {
        // A product's name (PyTorch, SQL) is the same in both languages; anything else that is equal was forgotten.
        Assert.Empty(Texts
            .Where(text => !Chinese().IsMatch(text.Value.Zh) && !text.Key.Contains("Skills", StringComparison.Ordinal))
            .Select(text => text.Key));
    }

    [Fact]
    public void No_text_is_longer_than_its_place_on_the_screen()
    {
        Assert.Empty(Texts
            .Where(text => text.Value.En.Length > LimitOf(text.Key) || text.Value.Zh.Length > LimitOf(text.Key))
            .Select(text => text.Key));
    }

    [Fact]
    public void No_text_mixes_the_punctuation_of_the_two_languages()
    {
        Assert.Empty(Texts.Where(text => WesternMarkAfterChinese().IsMatch(text.Value.Zh)).Select(text => text.Key + ": " + text.Value.Zh));
        Assert.Empty(Texts.Where(text => ChineseMark().IsMatch(text.Value.En)).Select(text => text.Key));
    }

    private static int LimitOf(string path) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "Name" or "Title" or "Heading" => ContentLimits.Name,
        "Subject" => ContentLimits.Subject,
        "Body" => ContentLimits.Body,
        "About" => ContentLimits.Paragraph,
        _ => path.Contains("Paragraphs", StringComparison.Ordinal) ? ContentLimits.Paragraph : ContentLimits.Sentence,
    };

    private static Dictionary<string, Bilingual> Everything()
    {
        var found = new Dictionary<string, Bilingual>(StringComparer.Ordinal);
        foreach (var property in typeof(ShippedContent).GetProperties(BindingFlags.Public | BindingFlags.Static))
        {
            Walk(property.GetValue(null), property.Name, found);
        }

        return found;
    }

    private static void Walk(object? value, string path, Dictionary<string, Bilingual> found)
    {
        switch (value)
        {
            case Bilingual text:
                found[path] = text;
                break;
            case null or string:
                break;
            case IEnumerable list:
                var index = 0;
                foreach (var item in list)
                {
                    Walk(item, $"{path}[{index++}]", found);
                }

                break;
            default:
                if (value.GetType().Namespace == typeof(ShippedContent).Namespace && !value.GetType().IsEnum)
                {
                    foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                    {
                        Walk(property.GetValue(value), $"{path}.{property.Name}", found);
                    }
                }

                break;
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,;:?!.](\s|$|\p{IsCJKUnifiedIdeographs})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WesternMarkAfterChinese();

    [GeneratedRegex("[，。；：？！、（）]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChineseMark();
}
