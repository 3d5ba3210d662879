using System.IO.Compression;
using System.Text;
using TalentHub.Domain.Common;
using TalentHub.Services.Documents;

namespace TalentHub.Web.Tests.Documents;

public sealed class FileStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("talenthub-files-").FullName;
    private readonly FileStore store;

    public FileStoreTests() => store = new FileStore(folder);

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "nothing", [], FileStore.Empty },
        { "a picture", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13], FileType.Unsupported },
        { "a program", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0], FileType.Unsupported },
        { "a page that runs scripts", Encoding.UTF8.GetBytes("\n <html><script>alert(1)</script>"), FileType.Unsupported },
        { "a drawing", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), FileType.Unsupported },
        { "rich text", Encoding.UTF8.GetBytes("{\\rtf1 hello}"), FileType.Unsupported },
        { "an old Word file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], FileType.Unsupported },
        { "a protected Word file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage")], FileType.Encrypted },
        { "a spreadsheet", Zip("xl/workbook.xml"), FileType.Unsupported },
        { "a Word file with macros", Zip("word/document.xml", "word/vbaProject.bin"), "This file carries macros. Save it as .docx or PDF." },
        { "half a package", Zip("word/document.xml")[..40], FileType.Damaged },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_we_do_not_take_is_refused_in_words_and_leaves_nothing_behind(string what, byte[] content, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<DomainException>(() => store.TakeAsync(new MemoryStream(content), CancellationToken.None));

        Assert.Equal(sentence, Assert.Single(refusal.Sentences).Template);
        Assert.True(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length == 0, what);
    }

    [Fact]
    public async Task A_file_that_is_too_big_is_read_no_further_than_its_limit()
    {
        using var endless = new Endless();

        var refusal = await Assert.ThrowsAsync<DomainException>(() => store.TakeAsync(endless, CancellationToken.None));

        Assert.Equal("This file is too big: at most 10 MB.", refusal.Message);
        Assert.InRange(endless.Handed, FileStore.UploadLimit, FileStore.UploadLimit + (1024 * 1024));
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_bomb_is_refused_by_the_list_of_its_parts()
    {
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var part = await zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).OpenAsync();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 201; i++)
            {
                await part.WriteAsync(zeros);
            }
        }

        bomb.Position = 0;
        var refusal = await Assert.ThrowsAsync<DomainException>(() => store.TakeAsync(bomb, CancellationToken.None));

        Assert.Equal(FileType.Bomb, refusal.Message);
    }

    [Theory]
    [InlineData("%PDF-1.7\nrest", FileType.Pdf)]
    [InlineData("李明\nML engineer", FileType.Text)]
    public async Task A_good_file_comes_back_byte_for_byte_under_a_random_name(string text, string type)
    {
        var content = Encoding.UTF8.GetBytes(text);

        var stored = await store.TakeAsync(new MemoryStream(content), CancellationToken.None);

        await using var back = store.OpenRead(stored.StorageName);
        using var copy = new MemoryStream();
        await back.CopyToAsync(copy);
        Assert.Equal(content, copy.ToArray());
        Assert.Equal((type, content.Length), (stored.ContentType, (int)stored.Size));
        Assert.Matches("^[0-9a-f]{32}$", stored.StorageName);
    }

    [Fact]
    public async Task A_Word_file_is_known_by_its_parts() =>
        Assert.Equal(FileType.Docx, (await store.TakeAsync(new MemoryStream(Zip("[Content_Types].xml", "word/document.xml")), CancellationToken.None)).ContentType);

    [Fact]
    public async Task A_Chinese_text_in_its_older_encoding_is_text()
    {
        byte[] gb = [0xC0, 0xEE, 0xC3, 0xF7, (byte)'\n', 0xB9, 0xA4, 0xB3, 0xCC, 0xCA, 0xA6];   // 李明 / 工程师

        Assert.Equal(FileType.Text, (await store.TakeAsync(new MemoryStream(gb), CancellationToken.None)).ContentType);
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("")]
    public void A_name_that_the_store_did_not_give_opens_nothing(string name) => Assert.Throws<ArgumentException>(() => store.PathOf(name));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Zip(params string[] parts)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                using var stream = zip.CreateEntry(part).Open();
                stream.Write("<x/>"u8);
            }
        }

        return content.ToArray();
    }

    /// <summary>Letters without end, counting how many were asked for.</summary>
    private sealed class Endless : Stream
    {
        public long Handed { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            Handed += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
