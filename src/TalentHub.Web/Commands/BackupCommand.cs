using System.Globalization;
using System.Reflection;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services.Backups;

namespace TalentHub.Web.Commands;

/// <summary>The verb <c>backup</c>: database, files and keys in one set, while the product serves.</summary>
public static class BackupCommand
{
    private const int MostNamed = 20;

    private static string Version => typeof(BackupCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (Verb.ValueOf(args, "--to") is not { Length: > 0 } to)
        {
            await errors.WriteLineAsync("Usage: " + Verb.Find("backup")!.Line);
            return 2;
        }

        await using var app = ServeCommand.Build(Verb.WithoutOwn("backup", args));
        return await RunAsync(app.Services, to, Verb.ValueOf(args, "--key-file"), output, errors, CancellationToken.None);
    }

    /// <returns>1 when there is no set, or one that lacks files which the database still knows.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string to, string? keyFile, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        await DatabaseStart.LookAsync(scope.ServiceProvider.GetRequiredService<TalentHubDb>(), ct);
        try
        {
            var key = keyFile is null ? null : await BackupKey.ReadAsync(keyFile, ct);
            var made = await scope.ServiceProvider.GetRequiredService<MakeBackup>().MakeAsync(to, key, Version, ct);
            await SayAsync(made, to, scope.ServiceProvider.GetRequiredService<DatabaseSettings>().IsSqlite, key is not null, output, ct);
            foreach (var fault in made.Faults)
            {
                await errors.WriteLineAsync(fault.AsMemory(), ct);
            }

            return made.Faults.Count == 0 ? 0 : 1;
        }
        catch (Exception refusal) when (refusal is BackupRefusal or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(refusal.Message.AsMemory(), ct);
            return 1;
        }
    }

    private static async Task SayAsync(MadeSet made, string to, bool hasDatabase, bool isEncrypted, TextWriter output, CancellationToken ct)
    {
        var what = hasDatabase ? "the database with its keys" : "no database";
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{to}: {what} and {made.Files} files, {made.Size} bytes, {(isEncrypted ? "encrypted" : "not encrypted")}.").AsMemory(), ct);
        if (!hasDatabase)
        {
            await output.WriteLineAsync("The database and the keys in it are on SQL Server: back them up by its own means, before this. The set holds the files.".AsMemory(), ct);
        }

        if (made.Gone.Count > 0)
        {
            var more = made.Gone.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {made.Gone.Count - MostNamed} more") : string.Empty;
            await output.WriteLineAsync($"Not in the set, because they were no longer in the store: {string.Join(", ", made.Gone.Take(MostNamed))}{more}.".AsMemory(), ct);
        }
    }
}
