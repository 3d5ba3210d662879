using TalentHub.Web.Commands;

namespace TalentHub.Web.Tests.Commands;

/// <summary>The first word says what to do; asking for help, or saying what is not understood, does nothing at all.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("verbs-").FullName, "data");
    private readonly StringWriter said = new();
    private readonly StringWriter wrong = new();

    public static TheoryData<string, string> Verbs => new()
    {
        { "serve", "serve [--urls ADDRESS]" },
        { "seed", "seed --size small|medium|large [--accounts FILE]" },
        { "migrate", "migrate" },
        { "routes", "routes [--json]" },
        { "check", "check" },
        { "export", "export --person ID --to FILE" },
        { "erase", "erase --person ID | --again" },
        { "backup", "backup --to FILE [--key-file FILE]" },
        { "restore", "restore --from FILE [--key-file FILE] [--erased LIST] [--verify]" },
        { "audit", "audit verify [--head END] | head" },
        { "retention", "retention [--dry-run]" },
        { "read", "read FILE…" },
    };

    public void Dispose()
    {
        said.Dispose();
        wrong.Dispose();
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_of_a_verb_prints_how_it_is_used_and_does_nothing_else(string verb, string usage)
    {
        foreach (var help in new[] { "--help", "-h" })
        {
            Assert.Equal(0, await RunAsync(verb, help));
            Assert.Equal(0, await RunAsync(verb, "--size", "small", help));
        }

        Assert.StartsWith(usage + "\n", said.ToString(), StringComparison.Ordinal);
        Assert.Empty(wrong.ToString());
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("serve", "--sample")]
    [InlineData("seed", "--sise", "small")]
    [InlineData("seed", "small")]
    [InlineData("migrate", "--dry-run")]
    [InlineData("routes", "--json=1")]
    [InlineData("check", "now")]
    [InlineData("backup", "now")]
    [InlineData("restore", "--force", "--from", "set")]
    [InlineData("audit", "forget")]
    [InlineData("read", "--all", "cv.pdf")]
    [InlineData("read", "--TALENTHUB_DEMO", "1")]
    [InlineData("sow")]
    public async Task What_is_not_understood_is_named_and_does_nothing(params string[] words)
    {
        Assert.Equal(2, await RunAsync(words));

        Assert.Contains($"“{(words.Length > 1 ? words[1] : words[0])}”", wrong.ToString(), StringComparison.Ordinal);
        Assert.Empty(said.ToString());
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    public async Task Help_without_a_verb_lists_them_all(string word)
    {
        Assert.Equal(0, await TalentHub.Web.Commands.Verbs.RunAsync([word], said, wrong));

        Assert.All(Verb.All, verb => Assert.Contains($"  {verb.Line}\n", said.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_size_is_said_before_anything_is_made()
    {
        Assert.Equal(2, await RunAsync("seed", "--size", "huge"));
        Assert.Equal(2, await RunAsync("seed", "--size"));

        Assert.False(Directory.Exists(folder));
    }

    /// <summary>With a data folder that must not come to be.</summary>
    private Task<int> RunAsync(params string[] words) =>
        TalentHub.Web.Commands.Verbs.RunAsync(words[0] == "read" ? words : [.. words, $"--TALENTHUB_DATA={folder}"], said, wrong);
}
