using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Architecture;

/// <summary>What is brought in from elsewhere: no version that is known to be bad, and a list of all of it.</summary>
public sealed class SupplyTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private static readonly JsonElement Floors = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("eng", "floors.json"))).RootElement;

    public static TheoryData<string, string, string> Packages => new(Floors.GetProperty("nuget").EnumerateArray()
        .Select(f => (f.GetProperty("package").GetString()!, f.GetProperty("floor").GetString()!, f.GetProperty("advisory").GetString()!)));

    [Theory]
    [MemberData(nameof(Packages))]
    public void No_lock_file_holds_a_version_below_its_floor(string package, string floor, string advisory)
    {
        var below = Locked().Where(l => l.Package.Equals(package, StringComparison.OrdinalIgnoreCase) && Number(l.Version) < Number(floor)).ToList();

        Assert.True(below.Count == 0, $"{advisory}: {string.Join(", ", below.Select(l => $"{l.File} holds {l.Package} {l.Version}, below {floor}"))}");
    }

    [Fact]
    public async Task The_database_inside_the_product_is_not_below_its_floor()
    {
        var version = await factory.DbAsync(db => db.Database.SqlQuery<string>($"SELECT sqlite_version() AS Value").SingleAsync());

        Assert.True(Number(version) >= Number(Floors.GetProperty("sqlite").GetProperty("floor").GetString()!), version);
    }

    [Fact]
    public async Task The_bill_of_materials_names_every_package_that_is_shipped_once()
    {
        var start = new ProcessStartInfo("node", [Repository.PathOf("eng", "sbom.mjs")]) { RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        var bill = JsonDocument.Parse(await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).RootElement;
        var named = bill.GetProperty("components").EnumerateArray().Select(c => c.GetProperty("purl").GetString()!).ToList();

        var shipped = Locked().Where(l => l.File.StartsWith("src", StringComparison.Ordinal)).Select(l => $"pkg:nuget/{l.Package}@{l.Version}").ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(shipped);
        Assert.Equal(named.Count, named.Distinct().Count());
        Assert.Equal([.. shipped.Order(StringComparer.Ordinal)], named.Where(n => n.StartsWith("pkg:nuget/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains(named, n => n.StartsWith("pkg:npm/%40tabler/core@", StringComparison.Ordinal));
    }

    private static IEnumerable<(string File, string Package, string Version)> Locked() =>
        from file in Directory.EnumerateFiles(Repository.Root, "packages.lock.json", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Repository.Root, file)
        where !name.Contains("node_modules", StringComparison.Ordinal)
        from framework in JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        where package.Value.TryGetProperty("resolved", out _)
        select (name, package.Name, package.Value.GetProperty("resolved").GetString()!);

    /// <summary>A release before its number counts as the number: 10.0.7-preview is not yet 10.0.7, but no floor lies between.</summary>
    private static Version Number(string version) => Version.Parse(version.Split('-', '+')[0]);
}
