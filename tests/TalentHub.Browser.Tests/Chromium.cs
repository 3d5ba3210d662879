using Microsoft.Playwright;

namespace TalentHub.Browser.Tests;

/// <summary>The Chromium of this machine. Where there is none a test is skipped with the command that installs one; on CI it fails instead.</summary>
public static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Looked into before the folders of PATH.</summary>
    private static readonly string[] Folders = ["/usr/bin", "/snap/bin"];

    private static readonly string[] Programs = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    /// <summary>What installs one on this system.</summary>
    public static string Install { get; } =
        OperatingSystem.IsMacOS() ? "brew install --cask google-chrome"
        : OperatingSystem.IsWindows() ? "winget install Google.Chrome"
        : "sudo apt-get install -y chromium";

    public static async Task<IBrowser> StartAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Find(File.Exists, Environment.GetEnvironmentVariable),
        Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });

    /// <summary>The program; without one the test ends here.</summary>
    /// <param name="exists">Whether there is a file.</param>
    /// <param name="variable">A variable of the environment: where programs are, and whether this is CI.</param>
    public static string Find(Func<string, bool> exists, Func<string, string?> variable)
    {
        var folders = Folders.Concat((variable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        var found = folders.SelectMany(folder => Names.Select(name => $"{folder.TrimEnd('/')}/{name}")).Concat(Programs).FirstOrDefault(exists);
        if (found is not null)
        {
            return found;
        }

        var missing = $"No Chromium here. Install one: {Install}";
        Assert.SkipUnless(variable("CI") == "true", missing);
        throw new InvalidOperationException(missing);
    }
}
