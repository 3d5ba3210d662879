using TalentHub.Domain.Intelligence;
using TalentHub.Intelligence.Resumes;

namespace TalentHub.Reader.Tests;

/// <summary>Facts from the layouts that people use, each with the passage it stands on.</summary>
public sealed class ResumeFactsTests
{
    private const string English = """
        ANA LINDQVIST
        Senior Machine Learning Engineer
        Oslo, Norway | +47 912 34 567 | ana.lindqvist@example.com | github.com/analindqvist

        SUMMARY
        Nine years of work on language models and their evaluation.

        EXPERIENCE
        Senior Machine Learning Engineer	March 2021 – Present
        Fjordlys Models AS, Oslo
        • Trained models with PyTorch on Kubernetes
        Software Engineer	2016 – 2021
        Nordlys Software, Bergen

        EDUCATION
        M.Sc. Computer Science, University of Oslo	2014 – 2016
        B.Sc. Mathematics, University of Bergen	2011 – 2014

        SKILLS
        Languages: Python, C++, Go
        Tools: k8s, TF, PyTorch, Weights & Biases

        LANGUAGES
        Norwegian (native), English (fluent), Spanish (B1)
        """;

    private const string Chinese = """
        姓 名:陈雨桐	性 别:女
        手 机:13800001234	邮箱:chenyutong@example.com
        求职意向:大模型算法工程师

        工作经历
        2021.03 - 至今	杭州云岭智能科技有限公司	高级算法工程师
        负责大语言模型的预训练和推理优化。
        2018.07 - 2021.02	南京紫金数据有限公司	研发工程师

        教育背景
        2015.09 - 2018.06	东湖大学	计算机科学与技术	硕士
        2011.09 - 2015.06	东湖大学	软件工程	本科

        专业技能
        编程语言:Python、C++
        熟练掌握PyTorch、强化学习,了解检索增强生成

        语言能力
        英语(CET-6)
        """;

    private const string Spanish = """
        LUCÍA ROMERO VEGA
        Teléfono: 655 123 456
        Correo: lucia.romero@example.es

        Experiencia laboral
        2019 - Actualidad	Ingeniera de Software, Solana Sistemas S.A., Valencia
        Desarrollo de aplicaciones en Java.
        2016 - 2019	Programadora Junior, Ribera Digital, Valencia

        Formación académica
        Grado en Ingeniería Informática, Universidad de Valencia, 2012 - 2016

        Habilidades
        Java, Angular, SQL, Docker

        Idiomas
        Español (nativo), Inglés (C1)
        """;

    [Fact]
    public void An_english_resume_gives_all_facts()
    {
        var facts = Read(English);

        Assert.Equal(("ANA LINDQVIST", "ana.lindqvist@example.com", "+47 912 34 567"), (facts.Name?.Value, facts.Email?.Value, facts.Phone?.Value));
        Assert.Equal(("Fjordlys Models AS", "Senior Machine Learning Engineer"), (facts.Employer?.Value, facts.Title?.Value));
        Assert.Equal(("M.Sc. Computer Science", "University of Oslo"), (facts.Degree?.Value, facts.Institution?.Value));
        Assert.Equal(["Norwegian", "English", "Spanish"], facts.Languages.Select(l => l.Value));
    }

    [Fact]
    public void A_chinese_resume_gives_all_facts()
    {
        var facts = Read(Chinese);

        Assert.Equal(("陈雨桐", "chenyutong@example.com", "13800001234"), (facts.Name?.Value, facts.Email?.Value, facts.Phone?.Value));
        Assert.Equal(("杭州云岭智能科技有限公司", "高级算法工程师"), (facts.Employer?.Value, facts.Title?.Value));
        Assert.Equal(("硕士", "东湖大学"), (facts.Degree?.Value, facts.Institution?.Value));
        Assert.Equal(["Python", "C++", "PyTorch", "Reinforcement learning", "Retrieval-augmented generation"], facts.Skills.Select(s => s.Value));
        Assert.Equal(["English"], facts.Languages.Select(l => l.Value));
    }

    [Fact]
    public void A_spanish_resume_gives_all_facts()
    {
        var facts = Read(Spanish);

        Assert.Equal(("LUCÍA ROMERO VEGA", "lucia.romero@example.es", "655 123 456"), (facts.Name?.Value, facts.Email?.Value, facts.Phone?.Value));
        Assert.Equal(("Ingeniera de Software", "Grado en Ingeniería Informática", "Universidad de Valencia"), (facts.Title?.Value, facts.Degree?.Value, facts.Institution?.Value));
        Assert.StartsWith("Solana Sistemas S.A", facts.Employer?.Value, StringComparison.Ordinal);
        Assert.Equal(["Spanish", "English"], facts.Languages.Select(l => l.Value));
    }

    [Fact]
    public void A_skill_has_its_usual_name_and_the_form_the_person_wrote()
    {
        var skills = Read(English).Skills;

        Assert.Equal(["Python", "C++", "Go", "Kubernetes", "TensorFlow", "PyTorch", "Weights & Biases"], skills.Select(s => s.Value));
        Assert.Equal(["k8s", "TF"], skills.Where(s => s.Value is "Kubernetes" or "TensorFlow").Select(s => s.Surface));
    }

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    [InlineData(Spanish)]
    public void Every_passage_points_at_the_words_it_stands_on(string text)
    {
        var facts = Read(text);

        Assert.All(All(facts), fact =>
        {
            var there = text.Substring(fact.Passage.Start, fact.Passage.Length);
            Assert.Contains(there, fact.Passage.Line, StringComparison.Ordinal);
            Assert.Contains(fact.Passage.Line, text, StringComparison.Ordinal);
        });
        Assert.Equal(facts.Email!.Value, text.Substring(facts.Email.Passage.Start, facts.Email.Passage.Length));
    }

    [Theory]
    [InlineData("Gale Works — Staff Engineer\n2020 – Present", "Gale Works", "Staff Engineer")]
    [InlineData("Staff Engineer at Gale\nJan 2020 - present", "Gale", "Staff Engineer")]
    [InlineData("Staff Engineer | Gale | Reno, NV | 2020 - Present", "Gale", "Staff Engineer")]
    [InlineData("Gale, Reno, NV, Staff Engineer\nOct. 2020 – Current", "Gale", "Staff Engineer")]
    [InlineData("2020 – Staff Engineer, Gale, Reno, USA\nPresent Built the thing.", "Gale", "Staff Engineer")]
    [InlineData("Gale\t2020 to Present\nStaff Engineer\tReno, NV", "Gale", "Staff Engineer")]
    [InlineData("Staff Engineer (University of Reno)\t2020 - now", "University of Reno", "Staff Engineer")]
    [InlineData("Company: Gale Limited\nDesignation: Staff Engineer\nDuration: June 2020 to till date", "Gale Limited", "Staff Engineer")]
    [InlineData("2020/07 -- 至今:大风科技有限公司 | 技术部 | 软件工程师", "大风科技有限公司", "软件工程师")]
    [InlineData("2020年7月-至今 大风科技有限公司 软件工程师", "大风科技有限公司", "软件工程师")]
    [InlineData("大风科技有限公司\n所属行业:计算机软件\n2020年7月 - 至今 软件工程师", "大风科技有限公司", "软件工程师")]
    [InlineData("2020.07-至今 任大风科技有限公司总经理", "大风科技有限公司", "总经理")]
    public void Employer_and_title_are_found_in_the_usual_layouts(string entry, string employer, string title)
    {
        var facts = Read($"Kim Person\nkim@example.com\n\nWork Experience\n{entry}\n");

        Assert.Equal((employer, title), (facts.Employer?.Value, facts.Title?.Value));
    }

    [Fact]
    public void The_latest_job_wins_wherever_it_stands()
    {
        var facts = Read("Kim Person\n\nEmployment\nJunior Clerk, Alpha Ltd, 2010 - 2014\nSenior Clerk, Beta Ltd, 2014 - Present\nClerk, Gamma Ltd, 2008 - 2010\n");

        Assert.Equal(("Beta Ltd", "Senior Clerk"), (facts.Employer?.Value, facts.Title?.Value));
    }

    [Theory]
    [InlineData("CA 94588 (555) 123-4567", "(555) 123-4567")]
    [InlineData("Tel: +49 178 910 11 12 13", "+49 178 910 11 12 13")]
    [InlineData("电话:139-1234-5678 QQ:888888888", "139-1234-5678")]
    [InlineData("身份证:430981198711111111 手机号码 13800000000", "13800000000")]
    public void A_phone_is_told_from_other_numbers(string line, string phone) => Assert.Equal(phone, Read("Kim Person\n" + line).Phone?.Value);

    [Theory]
    [InlineData("Experience\n2015 - 2018")]
    [InlineData("身份证:430981198711111111\n2009-2013")]
    public void Dates_and_identity_numbers_are_no_phones(string text) => Assert.Null(Read(text).Phone);

    [Fact]
    public void Nothing_is_invented_from_a_text_that_says_nothing()
    {
        var facts = Read("lorem ipsum dolor sit amet\n\n12 34");

        Assert.Empty(All(facts));
    }

    [Fact]
    public void Broken_and_mixed_texts_are_read_without_a_crash()
    {
        var random = new Random(7);
        var source = English + Chinese + Spanish + "\t()[]|::,,--–—••@@++\n\n";
        var reader = new ResumeReader();
        for (var i = 0; i < 300; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 12).Select(_ =>
            {
                var from = random.Next(source.Length - 2);
                return source.Substring(from, random.Next(1, Math.Min(60, source.Length - from)));
            }));

            Assert.All(All(reader.Read(text)), f => Assert.InRange(f.Passage.Start + f.Passage.Length, 0, text.Length));
        }
    }

    [Fact]
    public void The_same_text_gives_the_same_facts()
    {
        Assert.Equal(All(Read(English)), All(Read(English)));
    }

    private static ResumeFacts Read(string text) => new ResumeReader().Read(text);

    private static List<Fact> All(ResumeFacts facts) =>
        [.. new[] { facts.Name, facts.Email, facts.Phone, facts.Employer, facts.Title, facts.Degree, facts.Institution }.OfType<Fact>(), .. facts.Skills, .. facts.Languages];
}
