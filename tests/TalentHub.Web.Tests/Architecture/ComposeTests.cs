using System.Text.RegularExpressions;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Architecture;

public sealed partial class ComposeTests
{
    [Fact]
    public void Docker_compose_sets_only_settings_that_exist_and_points_at_files_that_exist()
    {
        var compose = File.ReadAllText(Repository.PathOf("docker-compose.yml"));

        var set = SettingName().Matches(compose).Select(m => m.Groups["name"].Value).Distinct().ToList();
        Assert.NotEmpty(set);
        Assert.All(set, name => Assert.Contains(name, Settings.Names));
        foreach (Match file in Mounted().Matches(compose))
        {
            Assert.True(File.Exists(Repository.PathOf(file.Groups["path"].Value)), file.Value);
        }
    }

    [Fact]
    public void Docker_compose_has_the_web_the_database_its_creation_and_the_mail_catcher()
    {
        var services = Service().Matches(File.ReadAllText(Repository.PathOf("docker-compose.yml")).Split("\nvolumes:\n")[0]).Select(m => m.Groups["name"].Value);

        Assert.Equal(["database", "create-database", "web", "mail"], services);
    }

    [Fact]
    public void The_manual_names_every_setting()
    {
        var manual = File.ReadAllText(Repository.PathOf("docs", "operations.md"));

        Assert.All(Settings.Names, name => Assert.Contains($"TALENTHUB_{name}", manual, StringComparison.Ordinal));
    }

    /// <summary>The password of the database login is compose's own variable, not a setting.</summary>
    [GeneratedRegex(@"^      TALENTHUB_(?<name>(?!DB_PASSWORD)\w+):", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex SettingName();

    [GeneratedRegex(@"- \./(?<path>[^:]+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mounted();

    [GeneratedRegex(@"^  (?<name>[a-z-]+):$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Service();
}
