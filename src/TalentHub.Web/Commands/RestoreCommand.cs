using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services.Backups;
using TalentHub.Services.Privacy;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Commands;

/// <summary>
/// The verb <c>restore</c>: one set into an empty data folder. All is made ready in a folder inside (taken out, compared, migrated, sessions ended, the erased erased again) and moved into
/// place when it is complete.
/// </summary>
public static class RestoreCommand
{
    /// <summary>How a set is looked at or restored.</summary>
    /// <param name="From">The set.</param>
    /// <param name="KeyFile">Null where it is not encrypted.</param>
    /// <param name="Erased">A list of the erased that was kept elsewhere.</param>
    private sealed record Order(string From, string? KeyFile, string? Erased);

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (Verb.ValueOf(args, "--from") is not { Length: > 0 } from)
        {
            await errors.WriteLineAsync("Usage: " + Verb.Find("restore")!.Line);
            return 2;
        }

        var order = new Order(from, Verb.ValueOf(args, "--key-file"), Verb.ValueOf(args, "--erased"));
        var rest = Verb.WithoutOwn("restore", args);
        var settings = Settings.Read(WebApplication.CreateBuilder(rest).Configuration);
        try
        {
            return args.Contains("--verify")
                ? await VerifyAsync(order, settings, rest, output, CancellationToken.None)
                : await RestoreAsync(order, settings, rest, output, errors, CancellationToken.None);
        }
        catch (Exception refusal) when (refusal is BackupRefusal or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    /// <summary>Looks at a set and leaves nothing.</summary>
    private static async Task<int> VerifyAsync(Order order, Settings settings, string[] rest, TextWriter output, CancellationToken ct)
    {
        var set = await OpenAsync(order, ct);
        var head = await set.VerifyAsync(ct);
        var folder = Directory.CreateTempSubdirectory("talenthub-verify-");   // only its owner sees into it
        try
        {
            DiskRoom.Ask(folder.FullName, set.Size);
            var manifest = await set.UnpackAsync(folder.FullName, name => name == SetNames.Database, ct);
            await CompareAsync(folder.FullName, head, manifest, settings, rest, ct);
            await output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"This set is whole: made {head.MadeAt:u} by TalentHub {head.Version}, {manifest.Entries.Count} entries, {manifest.Rows.Values.Sum()} rows.").AsMemory(), ct);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RestoreAsync(Order order, Settings settings, string[] rest, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var set = await OpenAsync(order, ct);
        var head = await set.VerifyAsync(ct);
        RefuseOtherDatabase(head, settings);
        using var place = RestorePlace.Enter(settings.DataFolder);
        DiskRoom.Ask(settings.DataFolder, set.Size * 2);   // the database is written anew once
        var manifest = await set.UnpackAsync(place.Folder, _ => true, ct);
        await CompareAsync(place.Folder, head, manifest, settings, rest, ct);
        await ErasedLists.MergeAsync(Path.Combine(place.Folder, ErasedList.FileName), [Path.Combine(settings.DataFolder, ErasedList.FileName), order.Erased], ct);
        var outcome = head.Database == SetHead.Sqlite ? await SettleAsync(place.Folder, rest, ct) : null;
        place.Accept();
        await SayAsync(settings, head, manifest, outcome, output, errors, ct);
        return outcome?.Erased.Left.Count > 0 ? 1 : 0;
    }

    private static async Task<SetReader> OpenAsync(Order order, CancellationToken ct)
    {
        if (order.Erased is not null && !File.Exists(order.Erased))
        {
            throw new BackupRefusal($"There is no file {order.Erased}. Nothing was restored.");
        }

        return new SetReader(order.From, order.KeyFile is null ? null : await BackupKey.ReadAsync(order.KeyFile, ct));
    }

    private static void RefuseOtherDatabase(SetHead head, Settings settings)
    {
        if (head.Database == SetHead.Sqlite && settings.SqlServer is not null)
        {
            throw new BackupRefusal("This set holds a SQLite database, and TALENTHUB_SQLSERVER names a SQL Server. Restore without that setting.");
        }

        if (head.Database == SetHead.SqlServer && settings.SqlServer is null)
        {
            throw new BackupRefusal("This set holds files only: its database is on a SQL Server. Restore that by its own means, name it in TALENTHUB_SQLSERVER, and restore this set again.");
        }
    }

    /// <summary>The database as SQLite sees it, its rows as they were counted, and a schema that this program knows.</summary>
    private static async Task CompareAsync(string folder, SetHead head, SetManifest manifest, Settings settings, string[] rest, CancellationToken ct)
    {
        if (head.Database != SetHead.Sqlite)
        {
            return;
        }

        var file = Path.Combine(folder, SetNames.Database);
        if (!File.Exists(file))
        {
            throw BackupRefusal.Damaged("there is no database in it");
        }

        if (await SqliteSnapshot.FaultAsync(file, ct) is { } fault)
        {
            throw BackupRefusal.Damaged($"its database is not sound ({fault})");
        }

        var contents = await SqliteSnapshot.ReadAsync(file, ct);
        if (contents.Schema != head.Schema || !contents.Rows.SequenceEqual(manifest.Rows.OrderBy(r => r.Key, StringComparer.Ordinal)))
        {
            throw BackupRefusal.Damaged("its database does not hold what was counted");
        }

        await using var app = Staged(folder, rest);
        await using var scope = AsSystem(app.Services);
        if (head.Schema is { } schema && !scope.ServiceProvider.GetRequiredService<TalentHubDb>().Database.GetMigrations().Contains(schema))
        {
            throw new BackupRefusal($"This set has a schema ({schema}) that this version of TalentHub does not know: a newer one made it (TalentHub {head.Version}). Restore it with that version.");
        }
    }

    /// <summary>Brings the copy up to date and does what a restored database needs, before anything is in place.</summary>
    private static async Task<SettleRestored.Outcome> SettleAsync(string folder, string[] rest, CancellationToken ct)
    {
        SettleRestored.Outcome outcome;
        await using (var app = Staged(folder, rest))
        {
            await using var scope = AsSystem(app.Services);
            await DatabaseStart.MigrateAsync(scope.ServiceProvider.GetRequiredService<TalentHubDb>(), scope.ServiceProvider.GetRequiredService<DatabaseSettings>(), ct);
            outcome = await scope.ServiceProvider.GetRequiredService<SettleRestored>().RunAsync(ct);
        }

        SqliteConnection.ClearAllPools();
        await SqliteSnapshot.MakeOneFileAsync(Path.Combine(folder, SetNames.Database), ct);
        return outcome;
    }

    /// <summary>The product over the folder in which the set was taken out.</summary>
    private static WebApplication Staged(string folder, string[] rest) => ServeCommand.Build([.. rest, $"--TALENTHUB_DATA={folder}"]);

    private static AsyncServiceScope AsSystem(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        return scope;
    }

    private static async Task SayAsync(
        Settings settings, SetHead head, SetManifest manifest, SettleRestored.Outcome? outcome, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var files = manifest.Entries.Count(e => e.Name != SetNames.Database);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Restored into {settings.DataFolder}: {manifest.Rows.Values.Sum()} rows and {files} files, as they were at {head.MadeAt:u}.").AsMemory(), ct);
        if (outcome is null)
        {
            await output.WriteLineAsync("The database is on SQL Server: restore it by its own means, then run “erase --again”.".AsMemory(), ct);
            return;
        }

        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{outcome.Sessions} sessions ended; {outcome.Mails} mails that were due are held back (Admin, Mail, Failed); {outcome.Erased.Erased} people erased again.").AsMemory(), ct);
        await output.WriteLineAsync("Roles taken and accounts disabled since then are as they were: look through Admin, Users.".AsMemory(), ct);
        foreach (var (person, why) in outcome.Erased.Left)
        {
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Person {person} was erased since and is there again: {why} Lift that, then run “erase --again”.").AsMemory(), ct);
        }
    }
}
