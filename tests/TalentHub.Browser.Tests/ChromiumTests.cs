using Xunit.Sdk;

namespace TalentHub.Browser.Tests;

/// <summary>What becomes of a browser test on a machine without a browser.</summary>
public sealed class ChromiumTests
{
    [Theory]
    [InlineData("/usr/bin/chromium", "/usr/bin/chromium")]
    [InlineData("/snap/bin/chromium", "/snap/bin/chromium")]
    [InlineData("/opt/tools/google-chrome", "/usr/local/bin:/opt/tools")]
    public void One_that_is_installed_is_found_where_programs_are(string program, string path) =>
        Assert.Equal(program, Chromium.Find(file => file == program, name => name == "PATH" ? path.Replace(':', Path.PathSeparator) : null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("false")]
    public void Without_one_a_test_is_skipped_and_says_how_to_get_one(string? ci)
    {
        Exception? end = null;
        try
        {
            Chromium.Find(_ => false, name => name == "CI" ? ci : null);
        }
        catch (SkipException skip)
        {
            // Caught by hand: the assertions of the framework let it through, and this very test would count as skipped.
            end = skip;
        }

        Assert.EndsWith(Chromium.Install, end?.Message, StringComparison.Ordinal);
        Assert.Matches("^(sudo apt-get|brew|winget) install .*(chromium|[Cc]hrome)$", Chromium.Install);
    }

    [Fact]
    public void Without_one_a_test_fails_on_ci_and_says_the_same()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Chromium.Find(_ => false, name => name == "CI" ? "true" : null));

        Assert.EndsWith(Chromium.Install, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>What the command of the continuous integration installs is what is looked for.</summary>
    [Fact]
    public void Continuous_integration_says_that_it_is_one_and_installs_it()
    {
        var script = File.ReadAllText(Path.Combine(Walk.Product.Root(), ".ci", "run"));

        Assert.Contains("export CI=true", script, StringComparison.Ordinal);
        Assert.Contains("apt-get install -y -qq chromium", script, StringComparison.Ordinal);
    }

    /// <summary>A skip while a fixture is made would be a failure of each of its tests; so it waits until a test begins.</summary>
    [Fact]
    public async Task What_a_class_of_tests_shares_skips_its_tests_and_fails_them_on_ci()
    {
        await using var here = new Fixture(ci: null);
        await here.InitializeAsync();
        Exception? end = null;
        try
        {
            here.Ready();
        }
        catch (SkipException skip)
        {
            end = skip;
        }

        Assert.EndsWith(Chromium.Install, end?.Message, StringComparison.Ordinal);
        await using var there = new Fixture(ci: "true");
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await there.InitializeAsync());
    }

    [Fact]
    public void Every_test_class_that_shares_a_browser_asks_first_whether_there_is_one()
    {
        var sharing = typeof(ChromiumTests).Assembly.GetTypes().Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IClassFixture<>))).ToList();

        Assert.NotEmpty(sharing);
        Assert.All(sharing, t => Assert.All(
            t.GetInterfaces().Where(i => i.IsGenericType).Select(i => i.GenericTypeArguments[0]), shared => Assert.True(shared.IsSubclassOf(typeof(BrowserFixture)), $"{t.Name} shares {shared.Name}.")));
        Assert.All(sharing, t => Assert.Contains(".Ready();", File.ReadAllText(
            Directory.EnumerateFiles(Path.Combine(Walk.Product.Root(), "tests", "TalentHub.Browser.Tests"), t.Name + ".cs", SearchOption.AllDirectories).Single()), StringComparison.Ordinal));
    }

    private sealed class Fixture(string? ci) : BrowserFixture
    {
        protected override Task SetUpAsync()
        {
            Chromium.Find(_ => false, name => name == "CI" ? ci : null);
            return Task.CompletedTask;
        }
    }
}
