using System.Text.RegularExpressions;
using TalentHub.Domain.Intelligence;

namespace TalentHub.Intelligence.Resumes;

/// <summary>Spoken languages, by their names in three languages; programming languages are skills.</summary>
internal static partial class Languages
{
    private static readonly (string Name, string Words)[] Known =
    [
        ("English", "english|inglés|ingles|englisch|anglais|英语|英文"), ("Chinese", "chinese|mandarin|chino|mandarín|putonghua|汉语|中文|普通话|国语"), ("Cantonese", "cantonese|粤语|广东话"),
        ("Spanish", "spanish|español|espanol|castellano|spanisch|西班牙语"), ("German", "german|deutsch|alemán|aleman|德语"), ("French", "french|français|francés|frances|法语"),
        ("Italian", "italian|italiano|意大利语"), ("Portuguese", "portuguese|portugués|portugues|葡萄牙语"), ("Russian", "russian|ruso|俄语"), ("Japanese", "japanese|japonés|日语|日文"),
        ("Korean", "korean|coreano|韩语|朝鲜语"), ("Arabic", "arabic|árabe|arabe|阿拉伯语"), ("Hindi", "hindi|印地语"), ("Dutch", "dutch|nederlands|holandés|荷兰语"), ("Polish", "polish|polaco|波兰语"),
        ("Ukrainian", "ukrainian|ucraniano|乌克兰语"), ("Turkish", "turkish|turco|土耳其语"), ("Swedish", "swedish|sueco|瑞典语"), ("Danish", "danish|danés"), ("Norwegian", "norwegian|noruego"), ("Finnish", "finnish|finés"),
        ("Czech", "czech|checo"), ("Greek", "greek|griego|希腊语"), ("Hebrew", "hebrew|hebreo|希伯来语"), ("Vietnamese", "vietnamese|vietnamita|越南语"), ("Thai", "thai|tailandés|泰语"), ("Indonesian", "indonesian|indonesio|印尼语"),
        ("Malay", "malay|malayo|马来语"), ("Bengali", "bengali"), ("Urdu", "urdu"), ("Punjabi", "punjabi"), ("Tamil", "tamil"), ("Telugu", "telugu"), ("Persian", "persian|farsi|波斯语"), ("Romanian", "romanian|rumano"), ("Hungarian", "hungarian|húngaro"),
        ("Catalan", "catalan|catalán|català"), ("Basque", "basque|euskera"), ("Galician", "galician|gallego"), ("Shanghainese", "上海话"), ("Hokkien", "hokkien|闽南语"), ("Hakka", "hakka|客家话"),
    ];

    private static readonly Dictionary<string, string> ByWord = Known.SelectMany(k => k.Words.Split('|').Select(w => (w, k.Name))).ToDictionary(p => p.w, p => p.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly Regex Form = new(@"(?<![\p{L}])(?:" + string.Join('|', Known.SelectMany(k => k.Words.Split('|')).Where(w => w[0] < '\u2e80')) + @")(?![\p{L}])|"
        + string.Join('|', Known.SelectMany(k => k.Words.Split('|')).Where(w => w[0] >= '\u2e80')), RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Outside the section a language counts only beside a level or under a label.</summary>
    [GeneratedRegex(@"\b(?:native|fluent|bilingual|proficien|conversational|mother tongue|intermediate|advanced|basic|TOEFL|IELTS|[abc][12]\b|nativo|fluido|avanzado|intermedio)|四级|六级|八级|CET|熟练|流利|精通|良好|母语|听说|雅思|托福|专八|水平|能力|第[一二]外语", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Level();

    [GeneratedRegex(@"(?:CET|大学英语|TOEFL|IELTS|托福|雅思)[\s\-—–]?[468四六八]?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EnglishTest();

    public static bool IsSpoken(string word) => ByWord.ContainsKey(word.Trim());

    public static IReadOnlyList<Fact> Find(ResumeText resume)
    {
        var found = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var line in resume.Lines)
        {
            var own = line.Section == Section.Languages;
            if (!own && (line.Section is Section.Heading or Section.Experience or Section.Projects || line.Text.Length > 200 || !(Level().IsMatch(line.Text) || LanguageLabel().IsMatch(line.Text))))
            {
                continue;
            }

            foreach (Match match in Form.Matches(line.Text))
            {
                found.TryAdd(ByWord[match.Value], line.All.Part(match.Index, match.Length).Fact(ByWord[match.Value]));
            }

            if (EnglishTest().Match(line.Text) is { Success: true } test)
            {
                found.TryAdd("English", line.All.Part(test.Index, test.Length).Fact("English"));
            }
        }

        return [.. found.Values.OrderBy(f => f.Passage.Start)];
    }

    [GeneratedRegex(@"^(?:languages?|idiomas|语言(?:能力)?|外语)\s*[:\t]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LanguageLabel();
}
