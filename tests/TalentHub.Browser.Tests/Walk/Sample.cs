using System.Diagnostics;
using System.Text.Json;
using TalentHub.Web.Commands;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>The small sample company, made once in a run by <c>seed</c>; every product that wants it takes a copy.</summary>
public static class Sample
{
    private const string Accounts = "accounts.json";

    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    public static Task<string> FolderAsync() => Made.Value;

    /// <summary>A person of the sample company as somebody who signs in with a password and, where their role asks for it, a code.</summary>
    public static Player WithPassword(string folder, string label)
    {
        var accounts = JsonSerializer.Deserialize<AccountsFile>(File.ReadAllText(Path.Combine(folder, Accounts)), JsonSerializerOptions.Web)!;
        return new Player(label, accounts.Roles[label].User) { Secret = accounts.Roles[label].Totp, Password = accounts.Roles[label].Password };
    }

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("talenthub-sample-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var start = new ProcessStartInfo("dotnet", [Product.WebProgram(), "seed", "--size", "small", "--accounts", Path.Combine(folder, Accounts)]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TALENTHUB_DATA"] = folder;
        start.Environment["TALENTHUB_DEMO"] = "1";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        Assert.True(process.ExitCode == 0, await said + await complained);
        return folder;
    }
}
