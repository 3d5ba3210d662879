using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>The real program in a process of its own, serving at an address that the system chose; it can be stopped, held and killed.</summary>
public sealed partial class RunningProduct : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly bool ownsFolder;

    private RunningProduct(Process process, string folder, bool ownsFolder, string address)
    {
        (this.process, Folder, this.ownsFolder, Address) = (process, folder, ownsFolder, address);
        _ = ReadOnAsync();
    }

    public string Folder { get; }

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>What it wrote after it was open.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = new();

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <param name="folder">Null: one of its own, removed in the end.</param>
    public static async Task<RunningProduct> StartAsync(Dictionary<string, string>? settings = null, string? folder = null)
    {
        var own = folder is null;
        folder ??= Directory.CreateTempSubdirectory("talenthub-served-").FullName;
        var process = ProductProgram.Start(folder, settings ?? [], "serve", "--urls", "http://127.0.0.1:0");
        _ = process.StandardError.ReadToEndAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Open().Match(line) is { Success: true } open)
            {
                return new RunningProduct(process, folder, own, open.Groups["address"].Value);
            }
        }

        throw new InvalidOperationException("The program ended before it was open.");
    }

    /// <summary>As an operator or an orchestrator stops it.</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>Holds it as it is, in the middle of whatever it does.</summary>
    public void Hold() => Signal("STOP");

    public void LetGo() => Signal("CONT");

    /// <summary>Asks it to stop and waits until it has.</summary>
    public async Task StopAsync()
    {
        Terminate();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        if (ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>A pipe that nobody reads fills, and stops whoever writes.</summary>
    private async Task ReadOnAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Lines.Enqueue(line);
        }
    }

    private void Signal(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals on Windows.");
        using var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    [GeneratedRegex(@"TalentHub is open at (?<address>http://\S+?),?(\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Open();
}
