using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Web.Commands;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Architecture;

/// <summary>The user guide speaks of the product as it is: its pictures are there, its addresses are pages, its bold words stand on the screen.</summary>
public sealed partial class GuideTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private static readonly string[] Chapters = ["hiring-manager", "recruiter", "coordinator", "interviewer", "hr", "candidate", "new-hire", "administrator"];

    public static TheoryData<string, string> All => [.. from language in new[] { "en", "zh" } from chapter in Chapters select new TheoryDataRow<string, string>(language, chapter)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_chapter_names_only_pages_pictures_and_words_that_exist(string language, string chapter)
    {
        var file = Repository.PathOf("docs", "guide", language, chapter + ".md");
        var text = File.ReadAllText(file);
        var pages = RoutesCommand.List(factory.Services, factory.Services.GetRequiredService<EndpointDataSource>().Endpoints).Where(r => r.Verb == "GET")
            .Select(r => new TemplateMatcher(TemplateParser.Parse(Constraint().Replace(r.Path.TrimStart('/'), "}")), [])).ToList();
        var words = language == "zh" ? Text.ChineseTexts.Values.ToHashSet(StringComparer.Ordinal) : English();

        var pictures = Pictures().Matches(text).Select(m => m.Groups["path"].Value).ToList();
        Assert.NotEmpty(pictures);
        Assert.All(pictures, p => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, p)), $"{p} is missing: run the browser tests' GuideTests with TALENTHUB_UPDATE=1."));
        Assert.All(Addresses().Matches(text).Select(m => m.Groups["path"].Value), a => Assert.True(pages.Exists(p => p.TryMatch(a, [])), $"{a} is no page."));
        Assert.All(Bold().Matches(text).Select(m => m.Groups["word"].Value), w => Assert.True(words.Contains(w), $"“{w}” stands nowhere on the screen."));
    }

    [Fact]
    public void The_guide_stays_small_and_its_list_of_chapters_whole()
    {
        var list = File.ReadAllText(Repository.PathOf("docs", "guide", "README.md"));
        Assert.All(Chapters, c => Assert.Contains($"(en/{c}.md) | [", list, StringComparison.Ordinal));
        Assert.All(Chapters, c => Assert.Contains($"(zh/{c}.md)", list, StringComparison.Ordinal));
        Assert.InRange(Directory.EnumerateFiles(Repository.PathOf("docs", "guide"), "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length), 1, 2_500_000);
    }

    /// <summary>The keys of all texts, and what states and moves are called.</summary>
    private static HashSet<string> English()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = new CultureInfo("en");
        var text = new Text(new Reader());
        var labels = Text.ChineseTexts.Keys.Select(k => k.Split('.')).Where(p => p.Length is 2 or 3 && p[0] is "state" or "trigger")
            .Select(p => p[0] == "state" ? text.State(p.Length == 3 ? p[1] : string.Empty, p[^1]) : text.Trigger(p.Length == 3 ? p[1] : string.Empty, p[^1]));
        return [.. Text.ChineseTexts.Keys, .. labels];
    }

    [GeneratedRegex(@"!\[[^\]]+\]\((?<path>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pictures();

    [GeneratedRegex("`(?<path>/[^`]*)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\*\*(?<word>[^*]+)\*\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bold();

    [GeneratedRegex(@":\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Constraint();
}
