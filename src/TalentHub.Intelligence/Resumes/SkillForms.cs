using System.Text.RegularExpressions;

namespace TalentHub.Intelligence.Resumes;

/// <summary>What stands around a skill in a list: levels, verbs, labels, icons.</summary>
internal sealed partial class SkillList
{
    /// <summary>How well or how long, not what.</summary>
    [GeneratedRegex(@"^(?:advanced|intermediate|beginner|basic|expert|proficient|fluent|novice|familiar|native|good|excellent|strong|skilled|etc|etc\.|less than .*|less|months?|company|description|and more|others|master|competent|experienced|professional|elementary|skill level|comment|xxx|yyy|zzz|category.*|类别.*|水平|评价|精通|熟练|熟悉|了解|掌握|一般|良好|技能名称|熟练程度|使用时间|\d+\s*月|\d+\+?\s*(?:yrs?|years?|months?).*|[\d.%/\s]+|[a-c][12]|(?:native|working|limited).*(?:speaker|proficiency))$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Level();

    [GeneratedRegex(@"\s*(?:[-–:]\s*)?\b(?:exp(?:e?r?i?e?nce).*|\d+\+?\s*(?:yrs?|years?|months?)|advanced|intermediate|beginner|expert|proficient)\.?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LevelBehind();

    [GeneratedRegex(@"^(?:experience (?:in|with)|experienced (?:in|with)|proficient (?:in|with)|proficiency (?:in|with)|knowledge of|familiar(?:ity)? with|strong|excellent|good|working knowledge of|expert in|skilled in|basic|e\.g\.|including|包括|例如|如|使用|精通|熟练掌握|熟练使用|熟悉|掌握|了解|熟练|能熟练使用|擅长)\s*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LevelBefore();

    /// <summary>What an icon font leaves: one stray character in front of the word.</summary>
    [GeneratedRegex(@"^[^\p{L}\s]\s+|^[a-z]\s+", RegexOptions.None, 1000)]
    private static partial Regex IconBefore();

    [GeneratedRegex(@"^(?:and|or|y|etc\.?|also|plus)\s+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Connector();

    [GeneratedRegex(@"^(?:on|with|of|to|in|for|by|from|that|which|using|both|as|at|who|a|an|the)\s", RegexOptions.None, 1000)]
    private static partial Regex InSentence();

    [GeneratedRegex(@"\s+(?:and|&|y|und|et)\s+|和|与|及|以及", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex And();

    [GeneratedRegex(@"[的和能有等过于与及在对了好性并强]|工作|熟悉|证书|内容|时间|平台$|软件$|语言$|格|优秀|公司", RegexOptions.None, 1000)]
    private static partial Regex ChineseSentence();

    [GeneratedRegex(@"\s*等(?:等|技术|工具|软件|语言|框架|数据库)*$", RegexOptions.None, 1000)]
    private static partial Regex AndSoOn();

    [GeneratedRegex(@"^(?:technical |key |core |main )?(?:skills|competenc(?:i)?es|expertise|areas of expertise|proficiencies|programming|frameworks|technologies|tech stack|stack|tools|techs|programming languages|habilidades|tecnologías|conocimientos|职业技能|专业技能|技能|编程语言|技术栈|开发工具)\s*:\s*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SkillLabel();
}
