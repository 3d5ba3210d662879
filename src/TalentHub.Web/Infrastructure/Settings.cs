using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using TalentHub.Data.Setup;

namespace TalentHub.Web.Infrastructure;

/// <summary>A setting that stops the start, in a sentence.</summary>
public sealed class SettingsMistake(string sentence) : Exception(sentence);

/// <summary>
/// All that can be configured, from <c>TalentHub:</c> or the environment (<c>TALENTHUB_DATA</c> is <c>TalentHub:Data</c>). Unknown names and contradictions stop the start.
/// </summary>
public sealed class Settings
{
    /// <summary>Names after <c>TALENTHUB_</c>; docs/operations.md lists them with their meaning. docker-compose.yml is compared with these by a test.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["DATA", "SQLSERVER", "SQLSERVER_LEVEL", "SQLSERVER_BATCH", "PUBLIC_URL", "SMTP", "MAIL_FROM", "RATE_FACTOR", "CLOCK_SHIFT", "DEMO", "PROXIES", "OTLP", "DRAIN"];

    /// <summary>Read by tests only, never by the product.</summary>
    private static readonly string[] TestNames = ["RESUME_SAMPLES", "SECURITY_SAMPLES", "TEST_SQLSERVER", "TEST_KEEP", "TEST_KILLS", "TEST_HOSTILE", "TEST_SEED", "UPDATE", "SHOTS"];

    public required string DataFolder { get; init; }

    public string? SqlServer { get; init; }

    public int SqlServerLevel { get; init; } = 160;

    public int SqlServerBatch { get; init; } = 42;

    /// <summary>The address that people use, without a slash at the end; null until configured, then the address served.</summary>
    public string? PublicUrl { get; init; }

    public string? SmtpHost { get; init; }

    public int SmtpPort { get; init; }

    public string MailFrom { get; init; } = "talenthub@localhost";

    /// <summary>Multiplies every rate limit; 1 is usual.</summary>
    public double RateFactor { get; init; } = 1;

    /// <summary>For tests only.</summary>
    public TimeSpan ClockShift { get; init; }

    /// <summary>Demo asked for by configuration; a database filled by the sample is demo as well.</summary>
    public bool Demo { get; init; }

    /// <summary>Whose word about a visitor's address and scheme is taken: proxies of one's own. Empty: nobody's.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Where traces, metrics and logs go; null: nowhere.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>How long a process that is asked to stop goes on taking requests.</summary>
    public TimeSpan Drain { get; init; }

    public DatabaseSettings Database => new(Path.Combine(DataFolder, "talenthub.db"), SqlServer, SqlServerLevel, SqlServerBatch);

    /// <exception cref="SettingsMistake">A setting is unknown, unreadable or contradicts another.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        RefuseUnknown(configuration);
        var publicUrl = Get(configuration, "PUBLIC_URL")?.TrimEnd('/');
        if (publicUrl is not null)
        {
            if (!Uri.TryCreate(publicUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/")
            {
                throw new SettingsMistake("TALENTHUB_PUBLIC_URL must be an address such as https://talent.example.com, without a path.");
            }

            if (address.Scheme == "http" && !address.IsLoopback)
            {
                throw new SettingsMistake("TALENTHUB_PUBLIC_URL is plain http on a network: sign-in cookies would travel in the open. Put https in front.");
            }
        }

        var demo = Get(configuration, "DEMO") switch
        {
            null or "0" => false,
            "1" => true,
            _ => throw new SettingsMistake("TALENTHUB_DEMO is 1 or not set."),
        };
        if (demo && publicUrl is not null && !new Uri(publicUrl).IsLoopback)
        {
            throw new SettingsMistake("TALENTHUB_DEMO lets anyone be anyone and therefore refuses a public address (TALENTHUB_PUBLIC_URL).");
        }

        var (host, port) = Smtp(Get(configuration, "SMTP"));
        return new Settings
        {
            DataFolder = Path.GetFullPath(Get(configuration, "DATA") ?? DefaultFolder()),
            SqlServer = Get(configuration, "SQLSERVER"),
            SqlServerLevel = Whole(configuration, "SQLSERVER_LEVEL", 160, 120, 200),
            SqlServerBatch = Whole(configuration, "SQLSERVER_BATCH", 42, 1, 1000),
            PublicUrl = publicUrl,
            SmtpHost = host,
            SmtpPort = port,
            MailFrom = Get(configuration, "MAIL_FROM") ?? "talenthub@localhost",
            RateFactor = Factor(Get(configuration, "RATE_FACTOR")),
            ClockShift = Shift(Get(configuration, "CLOCK_SHIFT")),
            Demo = demo,
            Proxies = Networks(Get(configuration, "PROXIES")),
            Drain = TimeSpan.FromSeconds(Whole(configuration, "DRAIN", 0, 0, 300)),
            Otlp = Collector(Get(configuration, "OTLP")),
        };
    }

    private static void RefuseUnknown(IConfiguration configuration)
    {
        foreach (var name in configuration.AsEnumerable().Select(c => c.Key).Where(k => k.StartsWith("TALENTHUB_", StringComparison.OrdinalIgnoreCase)).Select(k => k[10..]))
        {
            if (!Names.Contains(name, StringComparer.OrdinalIgnoreCase) && !TestNames.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new SettingsMistake($"TALENTHUB_{name} is not a setting. Known: {string.Join(", ", Names.Select(n => "TALENTHUB_" + n))}.");
            }
        }

        foreach (var child in configuration.GetSection("TalentHub").GetChildren())
        {
            if (!Names.Any(n => n.Replace("_", string.Empty, StringComparison.Ordinal).Equals(child.Key, StringComparison.OrdinalIgnoreCase)))
            {
                throw new SettingsMistake($"TalentHub:{child.Key} is not a setting.");
            }
        }
    }

    private static string? Get(IConfiguration configuration, string name)
    {
        var value = configuration["TALENTHUB_" + name] ?? configuration["TalentHub:" + name.Replace("_", string.Empty, StringComparison.Ordinal)];
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    private static int Whole(IConfiguration configuration, string name, int usual, int least, int most) =>
        Get(configuration, name) is not { } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new SettingsMistake($"TALENTHUB_{name} is a whole number from {least} to {most}.");

    private static IReadOnlyList<IPNetwork> Networks(string? text) =>
    [
        .. (text ?? string.Empty).Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(part =>
            IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : IPNetwork.TryParse(part, out var network) && network.PrefixLength > 0 ? network
            : throw new SettingsMistake($"TALENTHUB_PROXIES lists addresses or networks, such as 10.0.0.5, 10.1.0.0/16; “{part}” is neither.")),
    ];

    private static Uri? Collector(string? text) =>
        text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.UserInfo.Length == 0 && address.Query.Length == 0 ? address
        : throw new SettingsMistake("TALENTHUB_OTLP is the address of a collector that takes OTLP over HTTP, such as http://localhost:4318, without a password.");

    private static double Factor(string? text) =>
        text is null ? 1
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor is > 0 and <= 100_000 ? factor
        : throw new SettingsMistake("TALENTHUB_RATE_FACTOR is a number above 0.");

    private static TimeSpan Shift(string? text) =>
        text is null ? TimeSpan.Zero
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var shift) ? shift
        : throw new SettingsMistake("TALENTHUB_CLOCK_SHIFT is a time span such as 3.00:00:00 (days.hours:minutes:seconds).");

    private static (string? Host, int Port) Smtp(string? text)
    {
        if (text is null)
        {
            return (null, 0);
        }

        var colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? (text[..colon], port)
            : throw new SettingsMistake("TALENTHUB_SMTP is host:port, for example mail.example.com:587.");
    }

    private static string DefaultFolder() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "TalentHub");
}
