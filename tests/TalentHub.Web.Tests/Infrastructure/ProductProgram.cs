using System.Diagnostics;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>The real program in a process of its own, as an operator starts it.</summary>
public static class ProductProgram
{
    /// <param name="folder">Its data folder.</param>
    public static Process Start(string folder, params string[] words) => Start(folder, [], words);

    /// <param name="folder">Its data folder.</param>
    /// <param name="settings">Names and values of settings, beside the folder.</param>
    public static Process Start(string folder, IReadOnlyCollection<KeyValuePair<string, string>> settings, params string[] words) =>
        Start(folder, settings, new ProcessStartInfo("dotnet", [Program, .. words]));

    /// <summary>As <see cref="Start(string, string[])"/>; a file that may not grow any more (setrlimit) is a fault of writing for it, as on a full disk, and not its end.</summary>
    public static Process StartIgnoringFileLimit(string folder, IReadOnlyCollection<KeyValuePair<string, string>> settings, params string[] words) =>
        Start(folder, settings, new ProcessStartInfo("/bin/sh", ["-c", "trap '' XFSZ; exec \"$@\"", "sh", "dotnet", Program, .. words]));

    private static string Program => Path.Combine(AppContext.BaseDirectory, "TalentHub.Web.dll");

    private static Process Start(string folder, IReadOnlyCollection<KeyValuePair<string, string>> settings, ProcessStartInfo start)
    {
        (start.UseShellExecute, start.RedirectStandardOutput, start.RedirectStandardError, start.WorkingDirectory) = (false, true, true, AppContext.BaseDirectory);
        start.Environment["TALENTHUB_DATA"] = folder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a verb to its end: the exit code, and what it wrote to the one and to the other.</summary>
    public static Task<(int Code, string Said, string Wrong)> RunAsync(string folder, params string[] words) => RunAsync(folder, [], words);

    /// <inheritdoc cref="RunAsync(string, string[])"/>
    public static async Task<(int Code, string Said, string Wrong)> RunAsync(string folder, IReadOnlyCollection<KeyValuePair<string, string>> settings, params string[] words)
    {
        using var process = Start(folder, settings, words);
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var wrong = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
        return (process.ExitCode, (await said).Trim(), (await wrong).Trim());
    }
}
