using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>
/// The product as a new user starts it: the web program in a process of its own, on an empty folder. Time is moved by starting it again with a shifted clock.
/// </summary>
public sealed partial class Product : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("talenthub-walk-").FullName;
    private readonly List<string> output = [];
    private Process? process;

    /// <summary>Begins on a copy of this folder instead of an empty one.</summary>
    public async Task CopyAsync(string from)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            await using var source = File.OpenRead(file);
            await using var target = File.Create(to);
            await source.CopyToAsync(target);
        }
    }

    /// <summary>Stays the same over restarts, so that links in mails go on opening.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Printed at the first start of an empty installation.</summary>
    public string? SetUpCode { get; private set; }

    public string Folder => folder;

    public async Task StartAsync(TimeSpan shift = default)
    {
        await StopAsync();
        output.Clear();
        var start = new ProcessStartInfo("dotnet", [WebProgram(), "--urls", Address.Length == 0 ? "http://127.0.0.1:0" : Address]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TALENTHUB_DATA"] = folder;
        start.Environment["TALENTHUB_RATE_FACTOR"] = "1000";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        if (shift != default)
        {
            start.Environment["TALENTHUB_CLOCK_SHIFT"] = shift.ToString("c", CultureInfo.InvariantCulture);
        }

        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Read(line.Data, open);
        process.ErrorDataReceived += (_, line) => Read(line.Data, open);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => open.TrySetException(new InvalidOperationException("The product ended:\n" + Log()));
        await open.Task.WaitAsync(TimeSpan.FromSeconds(120));
    }

    /// <summary>What it printed, for a failed test.</summary>
    public string Log()
    {
        lock (output)
        {
            return string.Join('\n', output.TakeLast(60));
        }
    }

    public async Task StopAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The web program's own output folder, in the configuration that this test was built in.</summary>
    internal static string WebProgram() => Path.Combine(Root(), "src", "TalentHub.Web", "bin", Here.Parent!.Name, Here.Name, "TalentHub.Web.dll");

    /// <summary>The checkout that this test was built from.</summary>
    internal static string Root()
    {
        var root = Here;
        while (!File.Exists(Path.Combine(root.FullName, "TalentHub.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("This test runs from a checkout.");
        }

        return root.FullName;
    }

    private static DirectoryInfo Here => new(AppContext.BaseDirectory);

    private void Read(string? line, TaskCompletionSource open)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.Add(line);
        }

        if (OpenAt().Match(line) is { Success: true } at)
        {
            Address = at.Groups["address"].Value;
        }
        else if (Code().Match(line) is { Success: true } code)
        {
            SetUpCode = code.Groups["code"].Value;
        }
        else if (line.StartsWith("Stop it", StringComparison.Ordinal))
        {
            open.TrySetResult();
        }
    }

    [GeneratedRegex(@"is open at (?<address>http://\S+?)(,|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpenAt();

    [GeneratedRegex(@"^Set-up code\s+(?<code>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
