using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Architecture;

/// <summary>How the solution is put together: versions in one place, locked, none below the version that mended a hole.</summary>
public sealed class PackageTests
{
    private static readonly IReadOnlyList<string> Projects = [.. Repository.Files("src", ".csproj"), .. Repository.Files("tests", ".csproj")];

    [Fact]
    public void The_packages_that_carry_the_product_are_used_where_they_belong()
    {
        Assert.Subset(Packages("src/TalentHub.Data"), new HashSet<string> { "Microsoft.EntityFrameworkCore.SqlServer", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.AspNetCore.Identity.EntityFrameworkCore" });
        Assert.Subset(Packages("src/TalentHub.Web"), new HashSet<string> { "Serilog.AspNetCore", "FluentValidation.AspNetCore" });
        foreach (var tests in new[] { "TalentHub.Domain.Tests", "TalentHub.Web.Tests", "TalentHub.Reader.Tests", "TalentHub.Browser.Tests" })
        {
            Assert.Contains(Packages("tests/" + tests), p => p.StartsWith("xunit", StringComparison.Ordinal));
        }

        Assert.Empty(Packages("src/TalentHub.Domain"));
    }

    [Fact]
    public void Every_project_is_in_the_solution_with_its_versions_elsewhere_and_locked()
    {
        var solution = File.ReadAllText(Repository.PathOf("TalentHub.sln"));

        Assert.All(Projects, project =>
        {
            Assert.Contains(Path.GetFileName(project), solution, StringComparison.Ordinal);
            Assert.DoesNotContain(XDocument.Load(project).Descendants("PackageReference"), r => r.Attribute("Version") is not null);
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), $"{project} has no lock file.");
        });
        var props = XDocument.Load(Repository.PathOf("Directory.Build.props"));
        Assert.Equal("true", props.Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.Equal("true", props.Descendants("RestorePackagesWithLockFile").Single().Value);
        Assert.Equal("enable", props.Descendants("Nullable").Single().Value);
        Assert.Contains("CS8509", File.ReadAllText(Repository.PathOf(".editorconfig")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_package_is_older_than_the_version_that_mended_a_hole()
    {
        using var floors = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("eng", "package-floors.json")));
        var resolved = Projects.SelectMany(p => Locked(Path.Combine(Path.GetDirectoryName(p)!, "packages.lock.json"))).ToLookup(p => p.Name, p => p.Version, StringComparer.OrdinalIgnoreCase);

        foreach (var floor in floors.RootElement.EnumerateArray())
        {
            var (name, from) = (floor.GetProperty("package").GetString()!, Version.Parse(floor.GetProperty("from").GetString()!));
            Assert.True(resolved[name].Any(), $"{name} is not used any more: take it out of the list.");
            Assert.All(resolved[name], version => Assert.True(version >= from, $"{name} {version} is below {from}: {floor.GetProperty("why").GetString()}"));
        }
    }

    [Fact]
    public void The_readme_gives_two_commands_shows_a_picture_and_continuous_integration_runs_the_second()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));

        Assert.Contains("dotnet run --project src/TalentHub.Web", readme, StringComparison.Ordinal);
        Assert.Contains("dotnet test", readme, StringComparison.Ordinal);
        var pictures = Regex.Matches(readme, @"!\[[^\]]*\]\((?<file>[^)]+)\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["file"].Value).ToList();
        Assert.NotEmpty(pictures);
        Assert.All(pictures, p => Assert.True(File.Exists(Repository.PathOf(p.Split('/'))), p));
        var script = File.ReadAllLines(Repository.PathOf(".ci", "run"));
        Assert.Equal("dotnet test", script[^1]);
        Assert.Contains(script, line => line.Contains("CI=true", StringComparison.Ordinal));
        Assert.Contains(script, line => line.Contains("chromium", StringComparison.Ordinal) && line.Contains("install", StringComparison.Ordinal));
    }

    private static HashSet<string> Packages(string folder) =>
        [.. XDocument.Load(Repository.Files(folder, ".csproj").Single()).Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value)];

    private static IEnumerable<(string Name, Version Version)> Locked(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(f => f.Value.EnumerateObject())
            .Where(p => p.Value.TryGetProperty("resolved", out _))
            .Select(p => (p.Name, Version.Parse(p.Value.GetProperty("resolved").GetString()!.Split('-')[0])))];
    }
}
