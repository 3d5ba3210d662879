using System.Globalization;
using TalentHub.Data.Content;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;

namespace TalentHub.Services.Seeding;

/// <summary>Somebody outside, kept in memory as few numbers: they may apply again.</summary>
internal sealed class Candidate
{
    public long Id { get; set; }

    public required MadeName Made { get; init; }

    public required string Country { get; init; }

    public required string Zone { get; init; }

    public required string Family { get; init; }

    public required string Title { get; init; }

    public required string Employer { get; init; }

    public required string University { get; init; }

    public required string Place { get; init; }

    /// <summary>When the last of their applications so far ended; later than now while one runs.</summary>
    public DateTime FreeFrom { get; set; }

    /// <summary>Came close to an offer: does not apply elsewhere any more.</summary>
    public bool IsTaken { get; set; }

    public string Language => Made.Language;

    public string Name => Made.Name.Display;

    public Person ToPerson(DateTime at, bool describes)
    {
        var person = new Person(Made.Name, Made.Email, Made.Phone, Language, at);
        person.Speaks(Language, Zone);
        if (describes)
        {
            person.Describe(Title, Employer, Place, null);
        }

        return person;
    }
}

/// <summary>Finds somebody who applies: a new person, or one who tried before for something else.</summary>
internal sealed class CandidatePool(SampleWorld world)
{
    private readonly List<Candidate> all = [];

    public IReadOnlyList<Candidate> All => all;

    /// <summary>One who can go all the way: nothing else of theirs runs.</summary>
    public Candidate Finalist(SampleJob job, DateTime at)
    {
        var candidate = world.Random.Chance(0.25) ? Again(job, at, mustBeFree: true) ?? New(job) : New(job);
        candidate.IsTaken = true;
        return candidate;
    }

    public Candidate Next(SampleJob job, DateTime at)
    {
        var share = 1 - (world.Figures.Candidates / (double)world.Figures.Applications);
        var isFull = all.Count >= world.Figures.Candidates;
        return (isFull || world.Random.Chance(share) ? Again(job, at, mustBeFree: false) : null) ?? New(job);
    }

    public Candidate New(SampleJob job)
    {
        var random = world.Random;
        var place = random.Chance(0.75) ? job.Place : random.Weighted(world.Places, p => p.Content.Weight);
        var country = place.Content.Country;
        var made = world.Names.Make(country, null);
        var background = ShippedContent.SampleBackground;
        var isChinese = made.Language == "zh-CN" || country == "CN";
        var ladder = job.Family.Levels;
        var rank = Math.Clamp(job.Level.Rank - 3 + random.Between(-1, 0), 0, ladder.Count - 1);
        var candidate = new Candidate
        {
            Made = made, Country = country, Zone = place.Zone, Family = job.Family.Code, Title = ladder[rank].Title.In(made.Language),
            Employer = random.Pick(isChinese ? background.ChineseEmployers : background.EnglishEmployers),
            University = random.Pick(isChinese ? background.ChineseUniversities : background.EnglishUniversities),
            Place = place.Content.Name.In(made.Language),
        };
        all.Add(candidate);
        return candidate;
    }

    private Candidate? Again(SampleJob job, DateTime at, bool mustBeFree)
    {
        // A few looks: somebody of the same trade who is not here yet.
        for (var look = 0; look < 12 && all.Count > 0; look++)
        {
            var one = world.Random.Pick(all);
            if (!one.IsTaken && one.Family == job.Family.Code && one.Id > 0 && !job.Applied.Contains(one.Id) && (!mustBeFree || one.FreeFrom < at))
            {
                return one;
            }
        }

        return null;
    }
}

/// <summary>What somebody writes about themselves, from the shipped sentences.</summary>
internal static class SampleWords
{
    /// <summary>Two or three things that they have done, in their language.</summary>
    public static List<string> Achievements(SampleWorld world, string family, string language)
    {
        var resume = world.Texts.Resumes.First(r => r.Family == family);
        return world.Random.Some(resume.Achievements, 3).ConvertAll(a => a.In(language));
    }

    public static string Letter(SampleWorld world, Candidate who, IReadOnlyList<string> achievements, Bilingual job)
    {
        var summary = world.Random.Pick(world.Texts.Resumes.First(r => r.Family == who.Family).Summaries).In(who.Language);
        return who.Language == "zh-CN"
            ? string.Create(CultureInfo.InvariantCulture, $"您好！我想申请{job.Zh}一职。{summary}目前在{who.Employer}工作。{string.Concat(achievements)}期待与您交流。")
            : string.Create(CultureInfo.InvariantCulture, $"Dear team,\nI would like to join you as {job.En}. {summary} At {who.Employer} I did the following: {string.Join(' ', achievements)}\nI look forward to talking with you.\n{who.Name}");
    }

    /// <summary>A résumé as plain text, as the reader would hand it over.</summary>
    public static string Resume(SampleWorld world, Candidate who, IReadOnlyList<string> achievements, IReadOnlyList<string> skills)
    {
        var summary = world.Random.Pick(world.Texts.Resumes.First(r => r.Family == who.Family).Summaries).In(who.Language);
        var year = world.Now.Year - world.Random.Between(4, 11);
        return who.Language == "zh-CN"
            ? $"{who.Name}\n{who.Made.Email}\n{who.Made.Phone}\n{who.Place}\n\n个人简介\n{summary}\n\n工作经历\n{who.Employer}　{who.Title}　{year}.07 – 至今\n{string.Join('\n', achievements.Select(a => "· " + a))}\n\n教育背景\n{who.University}　计算机科学　硕士　{year - 3}.09 – {year}.06\n\n技能\n{string.Join("、", skills)}\n\n语言\n中文（母语）、英语（流利）\n"
            : $"{who.Name}\n{who.Made.Email}\n{who.Made.Phone}\n{who.Place}\n\nSummary\n{summary}\n\nExperience\n{who.Title}, {who.Employer}\n{year} – present\n{string.Join('\n', achievements.Select(a => "• " + a))}\n\nEducation\nMSc Computer Science, {who.University}, {year - 2} – {year}\n\nSkills\n{string.Join(", ", skills)}\n\nLanguages\nEnglish (fluent)\n";
    }
}
