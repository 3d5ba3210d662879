using System.Security.Cryptography;
using System.Text;
using TalentHub.Services.Backups;
using TalentHub.Testing;

namespace TalentHub.Web.Tests.Backups;

/// <summary>A set comes out as it went in, or is refused with a sentence that says why.</summary>
public sealed class BackupSetTests : IDisposable
{
    private const string FileName = "files/ab/abcdef0123456789abcdef0123456789";

    private static readonly BackupKey Key = BackupKey.Of("correct horse battery staple"u8);
    private static readonly Dictionary<string, byte[]> Contents = new(StringComparer.Ordinal)
    {
        [SetNames.Database] = RandomNumberGenerator.GetBytes(3000), [FileName] = RandomNumberGenerator.GetBytes(700),
    };

    private readonly string folder = Directory.CreateTempSubdirectory("talenthub-set-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_went_in_comes_out_byte_for_byte(bool isEncrypted)
    {
        var key = isEncrypted ? Key : null;
        // Longer than one chunk of the encryption, and no multiple of it.
        var contents = new Dictionary<string, byte[]>(Contents, StringComparer.Ordinal) { [SetNames.Database] = RandomNumberGenerator.GetBytes(200_001) };
        var set = await MakeAsync(key, contents);

        var head = await Reader(set, key).VerifyAsync(CancellationToken.None);
        var manifest = await Reader(set, key).UnpackAsync(Path.Combine(folder, "out"), _ => true, CancellationToken.None);

        Assert.Equal(("TalentHub", "9.8.7", A.Noon), (head.Product, head.Version, head.MadeAt));
        Assert.Equal(7, manifest.Rows["People"]);
        foreach (var (name, bytes) in contents)
        {
            Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(folder, "out", name), TestContext.Current.CancellationToken));
        }

        Assert.Equal(isEncrypted, !Encoding.Latin1.GetString(set).Contains("talenthub.db", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flipped_byte_is_found_wherever_it_is_in_a_plain_set()
    {
        var set = await MakeAsync(null);
        for (var at = 0; at < set.Length; at++)
        {
            var refusal = await RefusalAsync(Flipped(set, at), null);

            // By its first bytes a set is known as one.
            Assert.StartsWith(at <= SetHead.EntryName.Length ? "set is not a backup" : "This set is damaged", refusal, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0, "is not a backup")]
    [InlineData(14, "encrypted in a way that this version")]
    [InlineData(17, "This set is damaged")]
    [InlineData(25, "This set is damaged")]
    [InlineData(40, "This set is damaged")]
    [InlineData(60, "This set is damaged")]
    [InlineData(68, "This set is damaged")]
    [InlineData(68 + 65_536, "This set is damaged")]
    [InlineData(68 + 65_552 + 100, "This set is damaged")]
    [InlineData(-1, "This set is damaged")]
    [InlineData(-17, "This set is damaged")]
    public async Task A_flipped_byte_is_found_wherever_it_is_in_an_encrypted_set(int at, string says)
    {
        var set = await MakeAsync(Key, new Dictionary<string, byte[]>(StringComparer.Ordinal) { [SetNames.Database] = RandomNumberGenerator.GetBytes(150_000) });

        Assert.Contains(says, await RefusalAsync(Flipped(set, at < 0 ? set.Length + at : at), Key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_whose_tail_is_cut_off_or_that_has_one_too_many_is_damaged()
    {
        var set = await MakeAsync(null);
        foreach (var length in new[] { set.Length - 1, set.Length - 113, set.Length - 114, set.Length - 1200, 3000, 700, 64 })
        {
            Assert.StartsWith("This set is damaged", await RefusalAsync(set[..length], null), StringComparison.Ordinal);
        }

        Assert.StartsWith("This set is damaged", await RefusalAsync([.. set, 0], null), StringComparison.Ordinal);
        Assert.Contains("is not a backup", await RefusalAsync([], null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chunks_of_an_encrypted_set_cannot_be_left_out_swapped_or_cut_off()
    {
        const int header = 68;
        const int chunk = 65_552;
        var set = await MakeAsync(Key, new Dictionary<string, byte[]>(StringComparer.Ordinal) { [SetNames.Database] = RandomNumberGenerator.GetBytes(150_000) });
        var (first, second, third) = (set[header..(header + chunk)], set[(header + chunk)..(header + (2 * chunk))], set[(header + (2 * chunk))..]);

        foreach (var other in new[] { [.. set[..header], .. second, .. first, .. third], [.. set[..header], .. first, .. third], [.. set[..header], .. first, .. second], set[..header], set[..(header - 1)], set[..^1] })
        {
            Assert.StartsWith("This set is damaged", await RefusalAsync(other, Key), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_missing_a_wrong_and_a_needless_key_have_a_sentence_each()
    {
        var set = await MakeAsync(Key);

        Assert.Equal("This set is encrypted: name the file with its key (--key-file FILE).", await RefusalAsync(set, null));
        Assert.Equal("This key does not open this set: it was encrypted with another one.", await RefusalAsync(set, BackupKey.Of("another pass phrase of mine"u8)));
        Assert.StartsWith("This set is not encrypted: leave --key-file away", await RefusalAsync(await MakeAsync(null), Key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_and_a_foreign_set_have_a_sentence_each()
    {
        var newer = await MakeAsync(null, head: Head with { Format = 2, Version = "12.0.0" });
        var otherProduct = await MakeAsync(null, head: Head with { Product = "Another" });

        Assert.Equal("This set was made by a newer TalentHub (12.0.0), and this one cannot read it. Restore it with that version or a newer one.", await RefusalAsync(newer, null));
        Assert.EndsWith("set is not a backup that TalentHub made.", await RefusalAsync(otherProduct, null), StringComparison.Ordinal);
        Assert.EndsWith("set is not a backup that TalentHub made.", await RefusalAsync("PK\u0003\u0004 something else"u8.ToArray(), null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_what_a_backup_writes_is_taken_out_of_a_set()
    {
        foreach (var name in new[] { "../outside.txt", "files/ab/../../../outside", "/tmp/outside", "erased.jsonl", "files/ab/cdef0123456789abcdef0123456789abcd" })
        {
            var set = await MakeAsync(null, new Dictionary<string, byte[]>(StringComparer.Ordinal) { [name] = [1, 2, 3] });
            await Reader(set, null).VerifyAsync(CancellationToken.None);

            var refusal = await Assert.ThrowsAsync<BackupRefusal>(() => Reader(set, null).UnpackAsync(Path.Combine(folder, "out"), _ => true, CancellationToken.None));

            Assert.Contains("something is in it that no backup writes", refusal.Message, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [Fact]
    public async Task A_key_file_that_is_away_or_too_short_is_said()
    {
        var file = Path.Combine(folder, "key");
        Assert.Equal($"The key file {file} cannot be read.", (await Assert.ThrowsAsync<BackupRefusal>(() => BackupKey.ReadAsync(file, CancellationToken.None))).Message);

        await File.WriteAllTextAsync(file, "too short\n\n\n\n\n\n\n\n\n\n\n\n\n\n", TestContext.Current.CancellationToken);
        Assert.StartsWith("A key file holds 20 to 4096 characters", (await Assert.ThrowsAsync<BackupRefusal>(() => BackupKey.ReadAsync(file, CancellationToken.None))).Message, StringComparison.Ordinal);

        // A line end that an editor adds is not part of the key.
        await File.WriteAllTextAsync(file, "correct horse battery staple\r\n", TestContext.Current.CancellationToken);
        await Reader(await MakeAsync(Key), await BackupKey.ReadAsync(file, CancellationToken.None)).VerifyAsync(CancellationToken.None);
    }

    [Fact]
    public void Too_little_room_is_said_with_both_figures()
    {
        DiskRoom.Ask("/data", 10 * 1024 * 1024, 60 * 1024 * 1024);

        var refusal = Assert.Throws<BackupRefusal>(() => DiskRoom.Ask("/data", (10 * 1024 * 1024) + 1, 60 * 1024 * 1024));
        Assert.Equal("There is not enough room in /data: 61 MB are needed, 60 MB are free. Nothing was written.", refusal.Message);
    }

    private static SetHead Head => new(SetHead.OurProduct, SetHead.OurFormat, "9.8.7", SetHead.Sqlite, "20260101000000_Initial", A.Noon);

    private static byte[] Flipped(byte[] set, int at)
    {
        var other = set.ToArray();
        other[at] ^= 0x10;
        return other;
    }

    private static async Task<byte[]> MakeAsync(BackupKey? key, Dictionary<string, byte[]>? contents = null, SetHead? head = null)
    {
        using var file = new MemoryStream();
        using var set = new SetWriter(file, key, A.Noon);
        await set.BeginAsync(head ?? Head, CancellationToken.None);
        foreach (var (name, bytes) in contents ?? Contents)
        {
            using var content = new MemoryStream(bytes);
            await set.AddAsync(name, content, CancellationToken.None);
        }

        await set.FinishAsync(new Dictionary<string, long> { ["People"] = 7 }, [], CancellationToken.None);
        return file.ToArray();
    }

    private SetReader Reader(byte[] set, BackupKey? key)
    {
        var path = Path.Combine(folder, "set");
        File.WriteAllBytes(path, set);
        return new SetReader(path, key);
    }

    private async Task<string> RefusalAsync(byte[] set, BackupKey? key)
    {
        var refusal = await Assert.ThrowsAsync<BackupRefusal>(() => Reader(set, key).VerifyAsync(CancellationToken.None));
        return refusal.Message.Replace(folder + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);
    }
}
