using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TalentHub.Intelligence.Resumes;

internal enum Section
{
    /// <summary>Before the first heading: name and contact.</summary>
    Head,
    Heading,
    Contact,
    Summary,
    Experience,
    Education,
    Skills,
    Languages,
    Projects,
    Other,
}

/// <summary>Knows a section's heading in English, Spanish and Chinese by its words.</summary>
internal static partial class Headings
{
    private static readonly (Section Section, string[] Words)[] Keys =
    [
        (Section.Education, ["education", "educational", "academic", "academics", "studies", "schooling", "educación", "educacion", "formación", "formacion", "académica", "academica", "estudios", "educativa"]),
        (Section.Experience, ["experience", "experiences", "employment", "internship", "internships", "experiencia", "laboral", "trayectoria", "empleo"]),
        (Section.Languages, ["languages", "language", "idiomas", "lenguas", "lenguajes"]),
        (Section.Skills, ["skills", "skill", "skillset", "competencies", "competences", "competencias", "expertise", "technologies", "technology", "tools", "toolbox", "toolkit", "proficiencies", "strengths", "stack", "habilidades", "conocimientos", "aptitudes", "tecnologías", "tecnologias", "herramientas", "destrezas", "techs", "techstack"]),
        (Section.Projects, ["projects", "project", "portfolio", "proyectos", "repositories"]),
        (Section.Summary, ["summary", "profile", "objective", "about", "overview", "statement", "status", "perfil", "resumen", "objetivo", "bio"]),
        (Section.Contact, ["contact", "contacts", "contacto", "personal", "details", "datos", "info"]),
        (Section.Other, ["certifications", "certification", "certificates", "certificate", "certificaciones", "licenses", "awards", "honors", "honours", "achievements", "publications", "publicaciones", "references", "referencias", "interests", "intereses", "hobbies", "activities", "volunteering", "volunteer", "volunteerism", "memberships", "affiliations", "patents", "courses", "cursos", "training", "conferences", "talks", "links", "profiles", "extracurricular", "additional", "miscellaneous", "aficiones", "premios", "accomplishments", "coursework", "events", "thesis", "fields"]),
    ];

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "and", "of", "my", "the", "in", "at", "with", "professional", "work", "working", "relevant", "key", "core", "technical", "other", "selected", "history", "background",
        "career", "areas", "area", "highlights", "computer", "programming", "software", "soft", "hard", "it", "qualifications", "qualification", "me", "basic", "information", "industry", "y", "e", "de", "la",
        "profesional", "técnicas", "tecnicas", "informáticas", "informaticas", "informáticos", "practical", "community", "research", "open", "source", "recent", "main", "spoken", "foreign", "general", "development", "teaching", "leadership", "personales", "adicional", "complementaria", "side", "abilities", "set", "knowledge", "digital", "top", "level", "data", "training",
    };

    private static readonly Dictionary<string, Section> Exact = new(StringComparer.Ordinal)
    {
        ["work history"] = Section.Experience, ["company details"] = Section.Experience, ["skill details"] = Section.Skills, ["education details"] = Section.Education, ["career history"] = Section.Experience, ["work"] = Section.Experience, ["career"] = Section.Experience, ["professional background"] = Section.Experience,
        ["work background"] = Section.Experience, ["positions"] = Section.Experience, ["career highlights"] = Section.Summary, ["historial laboral"] = Section.Experience,
        ["qualifications"] = Section.Education, ["academic background"] = Section.Education, ["training"] = Section.Other, ["work and education"] = Section.Experience,
        ["abilities"] = Section.Skills, ["technical"] = Section.Skills, ["core qualifications"] = Section.Skills, ["programming languages"] = Section.Skills, ["computer languages"] = Section.Skills, ["fields"] = Section.Other,
        ["stack"] = Section.Skills, ["tech stack"] = Section.Skills, ["about me"] = Section.Summary, ["basic information"] = Section.Contact, ["additional info"] = Section.Other, ["personal information"] = Section.Contact, ["operating systems"] = Section.Skills, ["extra"] = Section.Other,
        ["personal projects"] = Section.Projects, ["personal statement"] = Section.Summary, ["personal profile"] = Section.Summary, ["additional information"] = Section.Other, ["personal skills"] = Section.Skills, ["personal interests"] = Section.Other,
        ["research projects"] = Section.Projects, ["relevant coursework"] = Section.Other, ["academic projects"] = Section.Projects, ["additional skills"] = Section.Skills, ["additional experience"] = Section.Experience,
    };

    private static readonly (Section Section, string[] Words)[] Chinese =
    [
        (Section.Experience, ["工作经历", "工作经验", "工作背景", "实习经历", "实习经验", "职业经历", "任职经历", "工作履历", "工作情况", "职业生涯", "工作简历", "实践经历", "实习情况", "工作与实习经历", "社团和实习经历", "主要工作经历", "个人工作经历", "工作及实习经历", "实习/工作经历", "教育/工作经历", "工作/项目经验", "实习", "社会实践", "社会实践经历", "社会经历", "工作实践"]),
        (Section.Education, ["教育经历", "教育背景", "教育经验", "教育概况", "教育情况", "学历", "学习经历", "教育培训", "教育水平", "教育信息", "求学经历", "教育程度", "学历背景", "教育状况", "教育"]),
        (Section.Skills, ["专业技能", "职业技能", "个人技能", "技能", "it技能", "技能特长", "技能专长", "专业能力", "技术能力", "技能与特长", "职业技能与特长", "掌握技能", "计算机技能", "技能水平", "业务和特长", "相关技能", "技能清单", "技术栈", "能力与专长", "能力与特长", "个人能力", "专业特长", "语言及it技能", "it技能&英语水平", "专业技能评述", "技能/语言", "技能标签", "特长", "职业职能"]),
        (Section.Languages, ["语言能力", "语言技能", "语言水平", "外语水平", "外语能力", "语言", "语言特长"]),
        (Section.Projects, ["项目经历", "项目经验", "项目介绍", "参与项目", "科研经历", "项目", "科研项目", "项目背景"]),
        (Section.Summary, ["自我评价", "个人简介", "个人评价", "个人总结", "自我介绍", "求职意向", "求职目标", "职业目标", "自我评定", "个人优势", "职业近况", "自我描述", "职业概况", "自我评价/职业目标", "求职意向/概况/自我评价", "自我鉴定", "关于我", "综述", "求职方向", "最近工作"]),
        (Section.Contact, ["个人信息", "基本信息", "基本资料", "联系方式", "个人资料", "个人概况", "基本概况", "个人情况", "基本情况", "个人介绍"]),
        (Section.Other, ["获奖情况", "证书", "培训经历", "培训经验", "兴趣爱好", "个人爱好", "爱好特长", "奖励情况", "在校情况", "所获奖项", "荣誉", "荣誉奖项", "证书奖励", "奖项荣誉", "校园经历", "附加信息", "其他", "其它", "主修课程", "论文", "发表论文", "推荐人", "毕业论文", "个人兴趣", "薪水情况", "获奖经历", "获得证书", "证书获得", "校内职务", "在校实践", "社团经历", "荣誉证书", "兴趣", "爱好", "其他信息", "个人主页", "自荐信", "求职信"]),
    ];

    private static readonly Dictionary<string, Section> ChineseExact = Chinese.SelectMany(c => c.Words.Select(w => (w, c.Section)))
        .GroupBy(w => w.w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Section, StringComparer.Ordinal);

    /// <summary>The section that this line opens, when the whole line is a heading.</summary>
    public static Section? Of(string line)
    {
        if (line.Length > 48 || line.Contains('\t', StringComparison.Ordinal))
        {
            return null;
        }

        var plain = Plain(line);
        if (plain.Length == 0)
        {
            return null;
        }

        if (IsChinese(plain))
        {
            var tight = plain.Replace(" ", "", StringComparison.Ordinal);
            return ChineseExact.TryGetValue(tight, out var known) ? known : tight.Length <= 10 && !line.Contains(':', StringComparison.Ordinal) && HeadingForm().IsMatch(tight) ? ByKeyword(tight) : null;
        }

        if (Exact.TryGetValue(plain, out var exact))
        {
            return exact;
        }

        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 5 || char.IsLower(line.FirstOrDefault(char.IsLetter)) || line.EndsWith('.') || line.Contains(',', StringComparison.Ordinal))
        {
            return null;
        }

        Section? found = null;
        foreach (var word in words)
        {
            var key = Array.Find(Keys, k => Array.IndexOf(k.Words, word) >= 0);
            if (key.Words is not null)
            {
                found = found is null or Section.Contact or Section.Other ? key.Section : found;
            }
            else if (!Fillers.Contains(word))
            {
                return null;
            }
        }

        return found;
    }

    /// <summary>A heading in the first cell of a line, and its length; length 0 when there is none.</summary>
    public static (Section Section, int Length) Lead(string line)
    {
        var end = line.IndexOf('\t', StringComparison.Ordinal);
        if (end is > 0 and < 40 && line[end - 1] != ':' && Of(line[..end]) is { } section && section is not Section.Contact && !IsLabel(line[..end]))
        {
            return (section, end);
        }

        return (Section.Head, 0);
    }

    /// <summary>A heading is a noun: it ends with one of these words.</summary>
    [GeneratedRegex(@"^[\p{L}/&]{2,10}$(?<=(?:技能|技术|特长|能力|专长|经历|经验|背景|情况|信息|资料|评价|简介|介绍|总结|证书|奖励|荣誉|奖项|爱好|成果|项目|概况|证明|优势))", RegexOptions.None, 1000)]
    private static partial Regex HeadingForm();

    private static Section? ByKeyword(string heading) => heading switch
    {
        _ when heading.Contains("语言", StringComparison.Ordinal) || heading.Contains("外语", StringComparison.Ordinal) => Section.Languages,
        _ when heading.Contains("技能", StringComparison.Ordinal) || heading.Contains("专长", StringComparison.Ordinal) || heading.Contains("特长", StringComparison.Ordinal) => Section.Skills,
        _ when heading.Contains("项目", StringComparison.Ordinal) || heading.Contains("科研", StringComparison.Ordinal) => Section.Projects,
        _ when heading.Contains("教育", StringComparison.Ordinal) || heading.Contains("学习", StringComparison.Ordinal) => Section.Education,
        _ when heading.Contains("工作", StringComparison.Ordinal) || heading.Contains("实习", StringComparison.Ordinal) || heading.Contains("职业", StringComparison.Ordinal) || heading.Contains("任职", StringComparison.Ordinal) => Section.Experience,
        _ when heading.Contains("评价", StringComparison.Ordinal) || heading.Contains("简介", StringComparison.Ordinal) || heading.Contains("介绍", StringComparison.Ordinal) || heading.Contains("优势", StringComparison.Ordinal) => Section.Summary,
        _ when heading.Contains("信息", StringComparison.Ordinal) || heading.Contains("资料", StringComparison.Ordinal) => Section.Contact,
        _ when heading.Contains("能力", StringComparison.Ordinal) || heading.Contains("技术", StringComparison.Ordinal) => Section.Skills,
        _ => Section.Other,
    };

    /// <summary>"学历" and "语言" as a cell are labels of a form rather than headings.</summary>
    private static bool IsLabel(string cell) => cell.TrimEnd(':', ':', ' ') is var plain && (plain.EndsWith("学历", StringComparison.Ordinal) || plain.EndsWith("证书", StringComparison.Ordinal) || plain.Length <= 2 || plain.Replace(" ", "", StringComparison.Ordinal).Length <= 2);

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    /// <summary>Lower case letters, digits dropped, one space between words; "&amp;" and "/" become spaces only in Western text.</summary>
    private static string Plain(string line)
    {
        var chinese = IsChinese(line);
        var plain = new StringBuilder(line.Length);
        foreach (var character in line.ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsLetter(character) || (chinese && character is '/' or '&'))
            {
                plain.Append(character);
            }
            else if (char.IsDigit(character) && !chinese)
            {
                return "";
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().Trim();
    }
}
