using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TalentHub.Services.Backups;

/// <summary>The first entry of a set: what it is, before anything else of it is read. It stays where it is in every format to come.</summary>
/// <param name="Format">Of the set, not of the database.</param>
/// <param name="Version">Of the product that made it.</param>
/// <param name="Database">What the installation runs on; only <see cref="Sqlite"/> is in the set.</param>
/// <param name="Schema">The last migration; null where the database is not in the set.</param>
public sealed record SetHead(string Product, int Format, string Version, string Database, string? Schema, DateTime MadeAt)
{
    public const string EntryName = "talenthub-backup.json";
    public const string OurProduct = "TalentHub";
    public const int OurFormat = 1;
    public const string Sqlite = "sqlite";
    public const string SqlServer = "sqlserver";
}

/// <summary>One entry, as it was read when the set was made.</summary>
public sealed record SetEntry(string Name, long Size, string Sha256);

/// <summary>The last entry: what must be in the set.</summary>
/// <param name="Rows">How many rows each table of the database holds; empty where the database is not in the set.</param>
/// <param name="Gone">Names of files that the database knew and the store no longer held.</param>
public sealed record SetManifest(IReadOnlyList<SetEntry> Entries, IReadOnlyDictionary<string, long> Rows, IReadOnlyList<string> Gone)
{
    public const string EntryName = "manifest.json";
}

/// <summary>Names inside a set, and how its two descriptions are written.</summary>
public static partial class SetNames
{
    public const string Database = "talenthub.db";
    public const string Files = "files";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string OfFile(string storageName) => $"{Files}/{storageName[..2]}/{storageName}";

    /// <summary>Whether such an entry can be in a set: nothing else is ever written into a folder.</summary>
    public static bool IsContent(string name) => name == Database || FileName().IsMatch(name);

    [GeneratedRegex("^files/(?<start>[0-9a-f]{2})/\\k<start>[0-9a-f]{30}\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();
}
