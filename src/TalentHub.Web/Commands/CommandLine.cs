namespace TalentHub.Web.Commands;

/// <summary>What can be said to one verb.</summary>
/// <param name="Usage">After the verb: <c>--size small|medium|large [--accounts FILE]</c>.</param>
/// <param name="Says">What it does, in a line.</param>
/// <param name="Options">Options of its own; true where a value follows.</param>
/// <param name="TakesFiles">Words that are no options are files.</param>
/// <param name="Parts">What may follow the verb at once: <c>audit verify</c>.</param>
public sealed record Verb(string Name, string Usage, string Says, IReadOnlyDictionary<string, bool> Options, bool TakesFiles = false, string[]? Parts = null)
{
    /// <summary>Settings that the host takes from the command line as well, besides TALENTHUB_…; the first part of names such as <c>--Serilog:MinimumLevel:Default</c>.</summary>
    private static readonly string[] OfTheHost =
    [
        "--TalentHub", "--Serilog", "--Logging", "--Kestrel", "--AllowedHosts",
        "--urls", "--http_ports", "--https_ports", "--environment", "--contentRoot", "--webroot", "--applicationName", "--preventHostingStartup", "--hostingStartupAssemblies",
        "--hostingStartupExcludeAssemblies", "--captureStartupErrors", "--detailedErrors", "--preferHostingUrls", "--suppressStatusMessages", "--shutdownTimeoutSeconds",
    ];

    public static readonly IReadOnlyList<Verb> All =
    [
        new("serve", "[--urls ADDRESS]", "serves the product (this is done when no verb is given)", new Dictionary<string, bool>()),
        new("seed", "--size small|medium|large [--accounts FILE]", "fills an empty installation with the sample company", new Dictionary<string, bool> { ["--size"] = true, ["--accounts"] = true }),
        new("migrate", string.Empty, "brings the schema up to date and ends", new Dictionary<string, bool>()),
        new("routes", "[--json]", "lists every page, handler and endpoint with its right", new Dictionary<string, bool> { ["--json"] = false }),
        new("check", string.Empty, "looks whether the records agree with each other", new Dictionary<string, bool>()),
        new("export", "--person ID --to FILE", "gives out everything that is kept about a person, in one file", new Dictionary<string, bool> { ["--person"] = true, ["--to"] = true }),
        new("erase", "--person ID | --again", "erases a person; or, after a restore, again those who had been erased", new Dictionary<string, bool> { ["--person"] = true, ["--again"] = false }),
        new("backup", "--to FILE [--key-file FILE]", "puts database, files and keys into one set, while the product serves", new Dictionary<string, bool> { ["--to"] = true, ["--key-file"] = true }),
        new("restore", "--from FILE [--key-file FILE] [--erased LIST] [--verify]", "makes an installation from a set in an empty data folder, or only looks whether the set is whole",
            new Dictionary<string, bool> { ["--from"] = true, ["--key-file"] = true, ["--erased"] = true, ["--verify"] = false }),
        new("audit", "verify [--head END] | head", "looks whether the audit log is as it was sealed, or prints where it ends", new Dictionary<string, bool> { ["--head"] = true }, Parts: ["verify", "head"]),
        new("retention", "[--dry-run]", "erases whose retention period is over, or only says how many", new Dictionary<string, bool> { ["--dry-run"] = false }),
        new("read", "FILE…", "reads résumés, one line of JSON a file", new Dictionary<string, bool>(), TakesFiles: true),
    ];

    public static Verb? Find(string name) => All.FirstOrDefault(v => v.Name == name);

    public static string List => string.Join(", ", All.Select(v => v.Name));

    public static bool AsksHelp(string word) => word is "--help" or "-h" or "-?" or "/?";

    public string Line => $"{Name} {Usage}".TrimEnd();

    /// <summary>The value of an option, given as <c>--to FILE</c> or <c>--to=FILE</c>; null when it is not there.</summary>
    public static string? ValueOf(string[] words, string option)
    {
        var at = Array.IndexOf(words, option);
        return at >= 0 ? words.ElementAtOrDefault(at + 1) : words.FirstOrDefault(w => w.StartsWith(option + "=", StringComparison.Ordinal))?[(option.Length + 1)..];
    }

    /// <summary>What is left for the host: settings.</summary>
    public static string[] WithoutOwn(string verb, string[] words)
    {
        var left = new List<string>();
        for (var at = 0; at < words.Length; at++)
        {
            var name = words[at].Split('=', 2)[0];
            if (!Find(verb)!.Options.TryGetValue(name, out var hasValue))
            {
                left.Add(words[at]);
            }
            else if (hasValue && name == words[at])
            {
                at++;
            }
        }

        return [.. left];
    }

    /// <summary>The first word that this verb does not know; null when all is well.</summary>
    public string? Unknown(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (!word.StartsWith('-'))
            {
                if (TakesFiles || (at == 0 && Parts?.Contains(word) == true))
                {
                    continue;
                }

                return word;
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word : word[..equals];
            if (Options.TryGetValue(name, out var hasValue) && (equals < 0 || hasValue))
            {
                at += hasValue && equals < 0 ? 1 : 0;
            }
            else if (!TakesFiles && IsSetting(name))
            {
                at += equals < 0 ? 1 : 0;
            }
            else
            {
                return word;
            }
        }

        return null;
    }

    private static bool IsSetting(string name) =>
        OfTheHost.Contains(name.Split(':', 2)[0], StringComparer.OrdinalIgnoreCase) || name.StartsWith("--TALENTHUB_", StringComparison.OrdinalIgnoreCase);
}
