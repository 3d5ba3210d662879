using Microsoft.Data.Sqlite;
using TalentHub.Services.Backups;
using TalentHub.Services.Privacy;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Backups;

/// <summary>Where a backup is not made and a set not restored there is a sentence, and nothing is half done.</summary>
public sealed class BackupRefusalTests(InstallationFactory factory) : IClassFixture<InstallationFactory>
{
    private const string OnFile = "Sets hold the database where it is a SQLite file; SQL Server has its own means.";

    [Fact]
    public async Task A_set_is_never_overwritten_never_beside_the_data_and_never_in_a_folder_that_is_away()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        var there = factory.NewPath();
        await File.WriteAllTextAsync(there, "an older set", TestContext.Current.CancellationToken);

        Assert.Equal((1, string.Empty, $"{there} is there already, and a set is never overwritten. Name another file."), await factory.BackupAsync(there));
        Assert.Equal((1, string.Empty, "A set inside the data folder would be lost together with it. Name another place."), await factory.BackupAsync(Path.Combine(factory.DataFolder, "set")));
        Assert.Equal((1, string.Empty, $"There is no folder {there}-away. Nothing was written."), await factory.BackupAsync(Path.Combine(there + "-away", "set")));
        Assert.Equal("an older set", await File.ReadAllTextAsync(there, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_two_backups_at_once_the_second_is_told()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        using var first = BackupWork.Begin(factory.DataFolder);

        Assert.Equal((1, string.Empty, "Another backup of this installation is running. Wait until it has ended."), await factory.BackupAsync(factory.NewPath()));
    }

    [Fact]
    public async Task A_file_that_the_database_knows_and_the_store_does_not_hold_is_named_and_the_set_is_made_without_it()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        var path = Directory.EnumerateFiles(Path.Combine(factory.DataFolder, "files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.Move(path, path + ".away");
        var set = factory.NewPath();

        var (code, said, wrong) = await factory.BackupAsync(set);

        File.Move(path + ".away", path);
        Assert.Equal(1, code);
        Assert.EndsWith($"Not in the set, because they were no longer in the store: {Path.GetFileName(path)}.", said, StringComparison.Ordinal);
        Assert.Matches("^File [0-9]+ is not in the store\\.$", wrong);
        Assert.Equal([Path.GetFileName(path)], (await new SetReader(set, null).UnpackAsync(factory.Outside, _ => false, CancellationToken.None)).Gone);
    }

    [Fact]
    public async Task A_killed_backup_leaves_nothing_under_its_name_and_the_next_one_and_the_next_scrub_clear_up_after_it()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        var set = factory.NewPath();
        var work = Path.Combine(factory.DataFolder, BackupWork.FolderName);
        using (var killed = ProductProgram.Start(factory.DataFolder, "backup", "--to", set))
        {
            while (!Directory.Exists(work) && !killed.HasExited)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            killed.Kill();
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.False(File.Exists(set));
        Assert.True(Directory.Exists(work), "The kill came too late to show anything.");
        await factory.ServiceAsync<FinishErasures, bool>(async finish =>
        {
            await finish.ScrubAsync(CancellationToken.None);
            return true;
        });
        Assert.False(Directory.Exists(work));
        Directory.CreateDirectory(work);
        await File.WriteAllTextAsync(set + ".part", "half a set", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await factory.BackupAsync(set)).Code);
        Assert.Equal([Path.GetFileName(set)], Directory.EnumerateFiles(factory.Outside, Path.GetFileName(set) + "*").Select(Path.GetFileName));
        Assert.False(Directory.Exists(work));
    }

    [Fact]
    public async Task Nothing_is_restored_over_an_installation_or_under_a_running_one()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        var set = await factory.SetAsync();
        var into = Directory.CreateDirectory(factory.NewPath()).FullName;
        await File.WriteAllTextAsync(Path.Combine(into, "talenthub.db"), "somebody's", TestContext.Current.CancellationToken);

        var (code, _, wrong) = await InstallationFactory.RestoreAsync(set, into);
        Assert.Equal((1, $"{into} is not empty (talenthub.db), and a restore overwrites nothing. Name an empty data folder (TALENTHUB_DATA), or move away what is there."), (code, wrong));
        Assert.Equal("somebody's", await File.ReadAllTextAsync(Path.Combine(into, "talenthub.db"), TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Path.Combine(into, "files")));

        // Its files were moved away while it serves.
        File.Delete(Path.Combine(into, "talenthub.db"));
        using (FolderLock.TakeTogether(into, FolderLock.Running))
        {
            (code, _, wrong) = await InstallationFactory.RestoreAsync(set, into);
            Assert.Equal((1, $"TalentHub is running on {into}. Nothing was restored; stop it, or name another data folder (TALENTHUB_DATA)."), (code, wrong));
        }

        Assert.Equal(0, (await InstallationFactory.RestoreAsync(set, into)).Code);
    }

    [Fact]
    public async Task A_serving_program_holds_its_folder_against_a_restore()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        var folder = factory.NewPath();
        using var serving = ProductProgram.Start(folder, "serve", "--urls", "http://127.0.0.1:0");
        while (await serving.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("TalentHub is open at", StringComparison.Ordinal))
        {
        }

        using (var second = FolderLock.TakeTogether(folder, FolderLock.Running))
        {
            Assert.NotNull(second);
        }

        var refusal = Assert.Throws<BackupRefusal>(() => RestorePlace.Enter(folder));
        serving.Kill();
        await serving.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("TalentHub is running on", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_with_a_schema_that_is_not_known_or_rows_that_were_not_counted_is_refused_and_leaves_no_folder()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        var into = factory.NewPath();
        var newer = await ChangedAsync("UPDATE __EFMigrationsHistory SET MigrationId = '29990101000000_Newer'", "29990101000000_Newer");
        var other = await ChangedAsync("DELETE FROM AuditEntries", null);

        var (code, _, wrong) = await InstallationFactory.RestoreAsync(newer, into);
        Assert.Equal(1, code);
        Assert.StartsWith("This set has a schema (29990101000000_Newer) that this version of TalentHub does not know", wrong, StringComparison.Ordinal);
        (code, _, wrong) = await InstallationFactory.RestoreAsync(other, into, "--verify");
        Assert.Equal((1, "This set is damaged: its database does not hold what was counted. Nothing was restored; take another one."), (code, wrong));
        Assert.DoesNotContain(Directory.Exists(into) ? Directory.EnumerateFileSystemEntries(into) : [], entry => !FolderLock.All.Contains(Path.GetFileName(entry)));
    }

    [Fact]
    public async Task A_restore_that_was_broken_off_is_refused_at_the_start_and_begun_anew_and_one_that_was_complete_is_ended_by_the_start()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        var into = Directory.CreateDirectory(factory.NewPath()).FullName;
        var part = Directory.CreateDirectory(Path.Combine(into, "restore.part")).FullName;
        await File.WriteAllTextAsync(Path.Combine(part, "talenthub.db"), "half", TestContext.Current.CancellationToken);

        var (code, _, wrong) = await ProductProgram.RunAsync(into, "migrate");
        Assert.Equal((2, "A restore into this data folder is running or was broken off. Wait for it, or run restore again: it begins anew."), (code, wrong));
        Assert.Equal(0, (await InstallationFactory.RestoreAsync(await factory.SetAsync(), into)).Code);
        Assert.False(Directory.Exists(part));

        // Killed between the mark and the last move: the files are in place, the database is not.
        Directory.CreateDirectory(part);
        File.Move(Path.Combine(into, "talenthub.db"), Path.Combine(part, "talenthub.db"));
        await File.WriteAllTextAsync(Path.Combine(part, "restore.complete"), string.Empty, TestContext.Current.CancellationToken);
        Assert.StartsWith("An earlier restore into this folder is complete but for its last step.", (await InstallationFactory.RestoreAsync(await factory.SetAsync(), into)).Wrong, StringComparison.Ordinal);
        Assert.Equal((0, "The schema is up to date."), ((await ProductProgram.RunAsync(into, "migrate")) is var (c, said, _) ? (c, said) : default));
        Assert.False(Directory.Exists(part));
        Assert.Equal("All records agree.", (await ProductProgram.RunAsync(into, "check")).Said);
    }

    /// <summary>A set whose bytes are in order, made by somebody else from a changed database.</summary>
    private async Task<string> ChangedAsync(string sql, string? schema)
    {
        var folder = Directory.CreateDirectory(factory.NewPath()).FullName;
        var reader = new SetReader(await factory.SetAsync(), null);
        var head = await reader.VerifyAsync(CancellationToken.None);
        var manifest = await reader.UnpackAsync(folder, name => name == SetNames.Database, CancellationToken.None);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, SetNames.Database)};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this file.
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var changed = factory.NewPath();
        await using var file = File.Create(changed);
        using var set = new SetWriter(file, null, head.MadeAt);
        await set.BeginAsync(head with { Schema = schema ?? head.Schema }, CancellationToken.None);
        await using (var database = File.OpenRead(Path.Combine(folder, SetNames.Database)))
        {
            await set.AddAsync(SetNames.Database, database, CancellationToken.None);
        }

        await set.FinishAsync(manifest.Rows, [], CancellationToken.None);
        return changed;
    }
}
