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
    public void Docker_compose_has_two_webs_behind_one_port_the_database_its_creation_and_the_mail_catcher()
    {
        var services = Service().Matches(File.ReadAllText(Repository.PathOf("docker-compose.yml")).Split("\nvolumes:\n")[0]).Select(m => m.Groups["name"].Value);

        Assert.Equal(["database", "create-database", "web-1", "web-2", "proxy", "mail"], services);
    }

    [Fact]
    public void The_proxy_knows_both_webs_asks_whether_they_are_ready_and_is_the_only_one_whose_word_they_take()
    {
        var compose = File.ReadAllText(Repository.PathOf("docker-compose.yml"));
        var proxy = File.ReadAllText(Repository.PathOf("deploy", "haproxy.cfg"));

        Assert.Equal(["web-1", "web-2"], Server().Matches(proxy).Select(m => m.Groups["name"].Value));
        Assert.Contains("uri /health/ready", proxy, StringComparison.Ordinal);
        Assert.Contains("del-header X-Forwarded-For", proxy, StringComparison.Ordinal);
        var address = Value().Matches(compose).Single(m => m.Groups["name"].Value == "ipv4_address").Groups["value"].Value;
        Assert.Equal(address, Value().Matches(compose).Single(m => m.Groups["name"].Value == "TALENTHUB_PROXIES").Groups["value"].Value);
        Assert.Single(Published().Matches(compose), m => m.Value.EndsWith(":8080\"", StringComparison.Ordinal));
        Assert.Contains("  web-2:\n    <<: *web\n", compose, StringComparison.Ordinal);
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

    [GeneratedRegex(@"^    server (?<name>\S+) \k<name>:8080$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Server();

    [GeneratedRegex(@"^ +(?<name>\w+): (?<value>[\d.]+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Value();

    [GeneratedRegex(@"- ""127\.0\.0\.1:\d+:\d+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Published();

    [GeneratedRegex(@"- \./(?<path>[^:]+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mounted();

    [GeneratedRegex(@"^  (?<name>[a-z0-9-]+):( &\w+)?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Service();
}
