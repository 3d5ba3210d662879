using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace TalentHub.Browser.Tests.FrontEnd;

/// <summary>The style guide, served by its own script with the built assets, and a browser on it: what scripts do is tried without a database.</summary>
public sealed class StyleGuide : BrowserFixture
{
    private readonly int port = FreePort();
    private Process? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    protected override async Task SetUpAsync()
    {
        var web = Path.Combine(Root(), "src", "TalentHub.Web");
        Assert.SkipUnless(File.Exists(Path.Combine(web, "wwwroot", "lib", "app.js")), "The assets are not built (SkipAssets): build without it first.");
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.StartAsync(playwright);
        server = Process.Start(new ProcessStartInfo("node", [Path.Combine(web, "Assets", "styleguide.mjs"), $"{port}"]) { UseShellExecute = false })!;
        using var http = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                await http.GetStringAsync(new Uri($"http://localhost:{port}/"));
                return;
            }
            catch (HttpRequestException) when (tries < 50)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>A page of the guide in a fresh browser context.</summary>
    public async Task<IPage> OpenAsync(string name, string theme = "light", int width = 1280)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 860 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address(name, theme));
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return page;
    }

    public string Address(string name, string theme = "light") => $"http://localhost:{port}/?page={name}&theme={theme}";

    public override async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        server?.Kill();
        server?.Dispose();
        await base.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TalentHub.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
