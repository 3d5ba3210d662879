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
}
