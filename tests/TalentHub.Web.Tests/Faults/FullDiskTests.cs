using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Setup;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Faults;

/// <summary>No room on the disk: a clear answer, nothing lost, and it works again without a restart.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task Where_no_file_can_grow_it_says_so_loses_nothing_and_goes_on_when_there_is_room_again()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Limits the files of a SQLite folder.");
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/prlimit"), "Limits the files of a running program with prlimit, which is Linux's.");
        await using var product = new ServedProduct(KilledInstallation.ClockOfTheScene, KeyValuePair.Create("TALENTHUB_RATE_FACTOR", "1000")) { IgnoresFileLimit = true };
        var scene = await KilledInstallation.IntoAsync(product.Folder);
        await product.StartAsync();
        var browser = ServedVisitor.Browser(product);
        var signIn = await browser.GetAsync("/account/sign-in");
        await browser.SubmitAsync(signIn, new Dictionary<string, string?> { ["Input.Email"] = scene.Recruiter, ["Input.Password"] = RealSignInFactory.Password }, form: "#sign-in");
        await WriteAsync("before");

        await LimitAsync(product, "1");
        var refused = await WriteAsync("while it is full");
        var shown = await browser.GetAsync($"/applications/APP-{scene.Applications[0]}");
        await LimitAsync(product, "unlimited");
        var again = await WriteAsync("after");

        Assert.True(refused.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage, $"{refused.Status} {refused.Text}");
        Assert.Contains("Nothing that was confirmed is lost", refused.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.True(shown.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{shown.Status}");
        product.Kill();
        Assert.Equal(["after", "before"], product.Ask("""SELECT "Text" FROM "Notes" ORDER BY "Text" """, rows => rows.GetString(0)));
        Assert.Equal("ok", product.Ask("PRAGMA integrity_check", rows => rows.GetString(0))[0]);
        Assert.Equal("All records agree.", await product.VerbAsync("check"));

        async Task<TestPage> WriteAsync(string text)
        {
            var page = await browser.GetAsync($"/applications/APP-{scene.Applications[0]}");
            return page.Document.QuerySelector("form[action*='handler=Note']") is null ? page : await browser.SubmitAsync(page, new Dictionary<string, string?> { ["text"] = text }, form: "form[action*='handler=Note']");
        }
    }

    [Fact]
    public async Task A_fault_for_want_of_room_has_a_page_of_its_own_in_the_readers_language()
    {
        await using var factory = new Full();

        var english = await factory.Browser().GetAsync("/no-such-page");
        var chinese = await factory.Browser(language: "zh-CN").GetAsync("/no-such-page");

        Assert.Equal((HttpStatusCode.InsufficientStorage, HttpStatusCode.InsufficientStorage), (english.Status, chinese.Status));
        Assert.Contains("The disk is full", english.Text, StringComparison.Ordinal);
        Assert.Contains("磁盘已满", chinese.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_told_from_other_faults()
    {
        Assert.True(DiskFull.Is(new SqliteException("database or disk is full", 13)));
        Assert.True(DiskFull.Is(new IOException("No space left on device", 28)));
        Assert.False(DiskFull.Is(new IOException("Broken pipe", 32)));
        Assert.False(DiskFull.Is(new SqliteException("UNIQUE constraint failed", 19)));
    }

    /// <summary>How long a file of it may become, from now on.</summary>
    private static async Task LimitAsync(ServedProduct product, string bytes)
    {
        using var limit = Process.Start("/usr/bin/prlimit", ["--pid", product.ProcessId.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes}:unlimited"]);
        await limit.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, limit.ExitCode);
    }

    /// <summary>The disk is full whatever is asked for.</summary>
    private sealed class Full : TalentHubFactory
    {
        protected override void Configure(IServiceCollection services) => services.AddSingleton<IStartupFilter>(new NoRoom());

        /// <summary>Behind the whole product: what no page answers comes here.</summary>
        private sealed class NoRoom : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                next(app);
                app.Use((context, on) => context.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal) ? on(context) : throw new IOException("No space left on device", 28));
            };
        }
    }
}
