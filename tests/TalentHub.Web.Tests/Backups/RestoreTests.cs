using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Accounts;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.People;
using TalentHub.Domain.Privacy;
using TalentHub.Services.Backups;
using TalentHub.Services.Documents;
using TalentHub.Services.Privacy;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Backups;

/// <summary>What a set brings back, and what it does not.</summary>
public sealed class RestoreTests(InstallationFactory factory) : IClassFixture<InstallationFactory>
{
    private const string OnFile = "Sets hold the database where it is a SQLite file; SQL Server has its own means.";

    [Fact]
    public async Task A_set_made_while_others_write_is_of_one_moment_and_comes_back_whole()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(n => Task.Run(() => WriteAsync(n, enough.Token))).ToList();
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);

        var set = await factory.SetAsync();
        await enough.CancelAsync();
        Assert.All(await Task.WhenAll(writers), count => Assert.True(count > 0, "A writer stood still."));
        var into = factory.NewPath();
        var (code, said, wrong) = await InstallationFactory.RestoreAsync(set, into);

        Assert.Equal((0, string.Empty), (code, wrong));
        Assert.StartsWith($"Restored into {into}: ", said, StringComparison.Ordinal);
        var manifest = await new SetReader(set, null).UnpackAsync(into, _ => false, CancellationToken.None);
        Assert.Empty(manifest.Gone);
        Assert.All(manifest.Rows.Where(r => r.Key is not ("Sessions" or "AuditEntries")), row => Assert.Equal(row.Value, InstallationFactory.Number(into, $"SELECT COUNT(*) FROM \"{row.Key}\"")));

        // A writer adds the bytes, then the person, their file and its row in one save: never one without the other.
        Assert.Equal(0, InstallationFactory.Number(into, "SELECT COUNT(*) FROM People p WHERE p.Email LIKE 'writer%' AND NOT EXISTS (SELECT 1 FROM Files f WHERE f.PersonId = p.Id)"));
        Assert.Equal(InstallationFactory.Number(into, "SELECT COUNT(*) FROM Files"), manifest.Entries.Count - 1);
        Assert.All(manifest.Entries.Where(e => e.Name != SetNames.Database), entry => Assert.Equal(File.ReadAllBytes(Path.Combine(factory.DataFolder, entry.Name)), File.ReadAllBytes(Path.Combine(into, entry.Name))));
        Assert.Equal((0, "All records agree."), await CheckAsync(into));
    }

    [Fact]
    public async Task What_the_keys_protected_before_opens_after()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        var before = factory.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("backup").Protect("a signed link");
        var into = factory.NewPath();

        Assert.Equal(0, (await InstallationFactory.RestoreAsync(await factory.SetAsync(), into)).Code);

        using var restored = new RestoredFactory(into);
        Assert.Equal("a signed link", restored.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("backup").Unprotect(before));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_was_erased_after_the_backup_stays_erased(bool listIsKeptElsewhere)
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        var (person, file) = await PersonAsync($"gone{listIsKeptElsewhere}@example.org");
        var other = (await PersonAsync($"stays{listIsKeptElsewhere}@example.org")).Person;
        var set = await factory.SetAsync();
        await factory.ServiceAsync<ErasePerson, IReadOnlyList<ErasedPerson>>(erase => erase.EraseAsync(person, ErasureCause.Decision, Actor.System, CancellationToken.None));

        var into = factory.NewPath();
        Directory.CreateDirectory(into);
        var list = listIsKeptElsewhere ? factory.NewPath() : Path.Combine(into, ErasedList.FileName);
        File.Copy(Path.Combine(factory.DataFolder, ErasedList.FileName), list);
        var (code, said, _) = await InstallationFactory.RestoreAsync(set, into, listIsKeptElsewhere ? ["--erased", list] : []);

        Assert.Equal(0, code);
        Assert.Contains("1 people erased again.", said, StringComparison.Ordinal);
        Assert.Equal(1, InstallationFactory.Number(into, $"SELECT COUNT(*) FROM People WHERE Id = {person} AND ErasedAt IS NOT NULL AND Email IS NULL"));
        Assert.Equal(1, InstallationFactory.Number(into, $"SELECT COUNT(*) FROM People WHERE Id = {other} AND ErasedAt IS NULL AND Email IS NOT NULL"));
        Assert.False(File.Exists(Path.Combine(into, SetNames.OfFile(file))));
        Assert.All(Directory.EnumerateFiles(into, "*", SearchOption.AllDirectories), f => Assert.DoesNotContain($"gone{listIsKeptElsewhere}@example.org", Encoding.Latin1.GetString(File.ReadAllBytes(f)), StringComparison.OrdinalIgnoreCase));
        Assert.Contains(await File.ReadAllLinesAsync(Path.Combine(into, ErasedList.FileName), TestContext.Current.CancellationToken), l => l.Contains($"\"Person\":{person},", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_signed_in_after_a_restore_and_mails_that_may_have_gone_out_wait_for_an_administrator()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        await factory.DbAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var account = await db.Users.MinAsync(a => a.Id);
            db.Sessions.Add(new Session { AccountId = account, TokenHash = new string('a', 64), CreatedAt = now, LastSeenAt = now, EndsAt = now.AddDays(7) });
            db.Outbox.AddRange(Mail("was due", now.AddHours(-1)), Mail("is not due", now.AddDays(2)));
            await db.SaveChangesAsync();
        });
        var waiting = await factory.DbAsync(db => db.Outbox.CountAsync(m => m.State == MailState.Waiting));
        var into = factory.NewPath();

        var (_, said, _) = await InstallationFactory.RestoreAsync(await factory.SetAsync(), into);

        Assert.Contains($"1 sessions ended; {waiting - 1} mails that were due are held back (Admin, Mail, Failed)", said, StringComparison.Ordinal);
        Assert.Equal(0, InstallationFactory.Number(into, "SELECT COUNT(*) FROM Sessions"));
        Assert.Equal(1, InstallationFactory.Number(into, "SELECT COUNT(*) FROM Outbox WHERE Subject = 'was due' AND State = 'Failed' AND LastError = 'Restored'"));
        Assert.Equal(1, InstallationFactory.Number(into, "SELECT COUNT(*) FROM Outbox WHERE Subject = 'is not due' AND State = 'Waiting'"));
        Assert.Equal(1, InstallationFactory.Number(into, $"SELECT COUNT(*) FROM AuditEntries WHERE Action = '{nameof(AuditAction.Restored)}'"));
        await factory.DbAsync(db => db.Outbox.Where(m => m.Template == "backup-test").ExecuteDeleteAsync());
    }

    [Fact]
    public async Task An_encrypted_set_is_verified_and_restored_with_its_key_alone()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, OnFile);
        var (set, key, into) = (factory.NewPath(), factory.NewPath(), factory.NewPath());
        await File.WriteAllTextAsync(key, "a pass phrase that nobody guesses\n", TestContext.Current.CancellationToken);
        Assert.EndsWith("encrypted.", (await factory.BackupAsync(set, key)).Said, StringComparison.Ordinal);

        Assert.StartsWith("This set is encrypted", (await InstallationFactory.RestoreAsync(set, into)).Wrong, StringComparison.Ordinal);
        Assert.False(Directory.Exists(into));
        var (code, said, _) = await InstallationFactory.RestoreAsync(set, into, "--key-file", key, "--verify");
        Assert.Equal(0, code);
        Assert.StartsWith("This set is whole: made ", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(into));
        Assert.Equal(0, (await InstallationFactory.RestoreAsync(set, into, "--key-file", key)).Code);
        Assert.Equal((0, "All records agree."), await CheckAsync(into));
    }

    private static OutboxMail Mail(string subject, DateTime notBefore) => new()
    {
        Template = "backup-test", To = "ada@example.org", Subject = subject, Body = subject, MessageId = subject + "@example.org", State = MailState.Waiting, CreatedAt = notBefore, NotBefore = notBefore,
    };

    private static async Task<(int Code, string Said)> CheckAsync(string folder)
    {
        var (code, said, _) = await ProductProgram.RunAsync(folder, "check");
        return (code, said);
    }

    private async Task<int> WriteAsync(int writer, CancellationToken ct)
    {
        var count = 0;
        while (!ct.IsCancellationRequested)
        {
            await PersonAsync($"writer{writer}-{count++}@example.org");
        }

        return count;
    }

    /// <summary>Somebody with a file.</summary>
    private async Task<(long Person, string File)> PersonAsync(string email)
    {
        var bytes = await factory.Services.GetRequiredService<FileStore>().KeepAsync(Encoding.UTF8.GetBytes($"The papers of {email}"), "text/plain", CancellationToken.None);
        var person = new Person(PersonName.Parse("Bea Backup"), email, null, "en", factory.Clock.GetUtcNow().UtcDateTime);
        return await factory.DbAsync(async db =>
        {
            await db.InTransactionAsync(
                async () =>
                {
                    db.People.Add(person);
                    await db.SaveChangesAsync();
                    db.Files.Add(new StoredFile(person.Id, FileKind.Resume, "papers.txt", "text/plain", bytes.Size, bytes.Sha256, bytes.StorageName, factory.Clock.GetUtcNow().UtcDateTime));
                    await db.SaveChangesAsync();
                },
                CancellationToken.None);
            return (person.Id, bytes.StorageName);
        });
    }
}
