using Microsoft.Playwright;

namespace TalentHub.Browser.Tests;

/// <summary>The Chromium of this machine. Where there is none a test is skipped with the command that installs one; on CI it fails instead.</summary>
public static class Chromium
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    public static async Task<IBrowser> StartAsync(IPlaywright playwright)
    {
        var path = Places.FirstOrDefault(File.Exists);
        if (path is null)
        {
            const string Install = "No Chromium here: install one with `apt-get install chromium` (Debian) or your system's package manager.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Install);
            Assert.Fail(Install);
        }

        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
