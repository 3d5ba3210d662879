using System.Text.RegularExpressions;
using System.Xml.Linq;
using TalentHub.Data.Content;
using TalentHub.Domain.Workflows;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Architecture;

/// <summary>No string is born in code without its Chinese twin.</summary>
public sealed partial class LanguageTests
{
    [Fact]
    public void Every_text_of_a_page_has_its_chinese_twin()
    {
        var missing = Repository.Files("src/TalentHub.Web", ".cs", ".cshtml")
            .SelectMany(file => PageText().Matches(File.ReadAllText(file)).Select(m => (File: Path.GetFileName(file), Text: Unescape(m.Groups["text"].Value))))
            .Where(t => t.Text.Length > 0 && !Text.ChineseTexts.ContainsKey(t.Text))
            .Select(t => $"{t.File}: {t.Text}").Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, $"{missing.Count} without Chinese:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void Every_sentence_of_the_domain_and_the_services_has_its_chinese_twin()
    {
        var missing = Repository.Files("src/TalentHub.Domain", ".cs").Concat(Repository.Files("src/TalentHub.Services", ".cs"))
            .Concat(Repository.Files("src/TalentHub.Web/Pages", ".cs"))
            .SelectMany(file => SentenceText().Matches(WithoutLogs(File.ReadAllText(file))).Select(m => (File: Path.GetFileName(file), Text: Unescape(m.Groups["text"].Value))))
            .Where(t => !Text.ChineseTexts.ContainsKey(t.Text))
            .Select(t => $"{t.File}: {t.Text}").Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, $"{missing.Count} without Chinese:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void Every_state_move_rule_and_lift_of_every_machine_has_its_chinese_words()
    {
        var missing = new List<string>();
        foreach (var machine in Machines.All)
        {
            Need(missing, $"machine.{machine.Name}");
            missing.AddRange(machine.States.Where(s => !Has($"state.{machine.Name}.{s}", $"state.{s}")).Select(s => $"state.{machine.Name}.{s}"));
            foreach (var turn in machine.States.Select(machine.TurnOf))
            {
                Need(missing, turn.Owner);
                Need(missing, turn.Says.Template);
            }

            foreach (var move in machine.Moves)
            {
                if (!Has($"trigger.{machine.Name}.{move.Trigger}", $"trigger.{move.Trigger}"))
                {
                    missing.Add($"trigger.{machine.Name}.{move.Trigger}");
                }

                foreach (var rule in move.Rules)
                {
                    Need(missing, rule.Template);
                    Need(missing, rule.Lift);
                }
            }
        }

        Assert.True(missing.Count == 0, $"{missing.Count} without Chinese:\n{string.Join('\n', missing.Distinct())}");
    }

    [Fact]
    public void Two_files_never_translate_one_text_differently()
    {
        var all = Repository.Files("src/TalentHub.Web/Resources", ".zh-CN.resx")
            .SelectMany(file => XDocument.Load(file).Descendants("data").Select(d => (Key: d.Attribute("name")!.Value, Value: d.Element("value")!.Value)));

        var different = all.GroupBy(t => t.Key, StringComparer.Ordinal).Where(g => g.Select(t => t.Value).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(g => $"{g.Key}: {string.Join(" / ", g.Select(t => t.Value).Distinct())}").ToList();

        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    [Fact]
    public void A_translation_keeps_the_places_of_its_sentence()
    {
        var broken = Text.ChineseTexts.Where(t => !t.Key.StartsWith("state.", StringComparison.Ordinal) && !t.Key.StartsWith("enum.", StringComparison.Ordinal))
            .Where(t => !Places().Matches(t.Value).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)
                .SequenceEqual(Places().Matches(t.Key).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)))
            .Select(t => $"{t.Key} → {t.Value}").ToList();

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void Chinese_is_set_in_chinese_punctuation_and_says_you_politely()
    {
        var wrong = Text.ChineseTexts.Where(t => HalfWidth().IsMatch(t.Value) || t.Value.Contains('你', StringComparison.Ordinal)).Select(t => $"{t.Key} → {t.Value}")
            .Concat(Repository.Files("src/TalentHub.Data/Content", "MailTemplates.json").SelectMany(File.ReadLines).Where(line => line.Contains('你', StringComparison.Ordinal)))
            .ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void A_page_sets_no_comma_or_colon_of_its_own_between_words()
    {
        var own = Repository.Files("src/TalentHub.Web/Pages", ".cshtml")
            .SelectMany(file => OwnPunctuation().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileName(file)}: {m.Value}")).ToList();

        Assert.True(own.Count == 0, "T.Comma and T.Colon are those of the reader's language:\n" + string.Join('\n', own));
    }

    [Fact]
    public void Every_role_family_ships_in_both_languages() =>
        Assert.All(ShippedContent.RoleFamilies, f => Assert.True(f.Name.En.Length > 0 && f.Name.Zh.Length > 0));

    private static bool Has(params string[] keys) => keys.Any(Text.ChineseTexts.ContainsKey);

    private static void Need(List<string> missing, string key)
    {
        if (!Text.ChineseTexts.ContainsKey(key))
        {
            missing.Add(key);
        }
    }

    /// <summary>Log messages are for us and stay English; exceptions for programmers too.</summary>
    private static string WithoutLogs(string code) =>
        NotForPeople().Replace(code, string.Empty);

    private static string Unescape(string literal) => literal.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    /// <summary>A comma, colon or bracket for Latin letters beside a Chinese one, a blank before the sign of a hundredth, or a full-width colon with a blank behind it.</summary>
    [GeneratedRegex("""[\u4E00-\u9FFF][,:;(]|[,:;)][\u4E00-\u9FFF]|\d %|：\s|[。？！]：""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex HalfWidth();

    /// <summary>What a helper drew, a comma or colon, and the next thing that a helper draws.</summary>
    [GeneratedRegex("""(?:@[\w.]+\([^()"]*\)|\]|</\w+>|<text>)(?:,|:) ?(?:<\w+>)?@(?:T|Model)\b[.\[]""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex OwnPunctuation();

    [GeneratedRegex("""\b(?:T|text|t|T\(\))\[\s*"(?<text>(?:[^"\\]|\\.)+)"\s*[\],]""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex PageText();

    /// <summary>A literal that begins with a capital, has a space and ends like a sentence.</summary>
    [GeneratedRegex("""(?<![@$"\w])"(?<text>[A-Z](?:[^"\\\n]|\\.)*\s(?:[^"\\\n]|\\.)*[.?!])"(?!\s*=>)""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex SentenceText();

    [GeneratedRegex("""(?:Message\s*=\s*"[^"]*")|(?:(?:InvalidOperationException|ArgumentException|ArgumentOutOfRangeException|NotSupportedException|InvalidDataException|UnreachableException|KeyNotFoundException)\([^;]*\);)|(?:///[^\n]*)|(?://[^\n]*)""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex NotForPeople();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places();
}
