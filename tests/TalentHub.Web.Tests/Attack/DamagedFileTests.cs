using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Careers;

namespace TalentHub.Web.Tests.Attack;

/// <summary>Five hundred files that were damaged on the way: each is taken or refused in words, the program breaks on none and does not grow. What the reader makes of such files: the tests of the reader.</summary>
public sealed class DamagedFileTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private const int Files = 500;
    private const long MostGrowth = 100L * 1024 * 1024;

    [Fact]
    public async Task Five_hundred_damaged_files_break_nothing_and_cost_little_memory()
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        var page = await browser.GetAsync($"/careers/{posting.Number}/apply");
        var chance = new Random(5);
        var whole = Whole();
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var answers = new Dictionary<HttpStatusCode, int>();

        for (var i = 0; i < Files; i++)
        {
            var (name, bytes) = whole[i % whole.Count];
            var answer = await browser.SubmitAsync(
                page, new Dictionary<string, string?> { ["Input.Name"] = "Ada", ["Input.Email"] = $"d{i}@example.org", ["__once"] = Guid.NewGuid().ToString("N") }, form: "main form[method=post]",
                files: new Dictionary<string, (string, byte[])> { ["Input.File"] = (name, Damaged(bytes, chance)) });
            answers[answer.Status] = answers.GetValueOrDefault(answer.Status) + 1;
        }

        // Consent is missing on purpose: the page comes back each time, and nobody has applied.
        Assert.Equal([HttpStatusCode.UnprocessableEntity], answers.Keys);
        var read = await browser.GetAsync($"/careers/{posting.Number}/apply");
        for (var i = 0; i < 100; i++)
        {
            var (name, bytes) = whole[i % whole.Count];
            using var parts = new MultipartFormDataContent
            {
                { new StringContent(read.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
                { new ByteArrayContent(Damaged(bytes, chance)), "Input.File", name },
            };
            var answer = await browser.SendAsync($"/careers/{posting.Number}/apply?handler=Read", parts);
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{name}: {answer.Status}");
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostGrowth);
        Assert.False(await factory.DbAsync(db => db.Applications.AnyAsync(a => a.PostingId == posting.Id)));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/careers")).Status);
    }

    private static byte[] Damaged(byte[] whole, Random chance)
    {
        var bytes = chance.Next(3) == 0 ? whole[..chance.Next(1, whole.Length)] : (byte[])whole.Clone();
        for (var changes = chance.Next(30); changes > 0; changes--)
        {
            bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
        }

        return bytes;
    }

    private static List<(string Name, byte[] Bytes)> Whole() =>
    [
        ("cv.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99999999 99999999]>>endobj\nxref\n0 4\ntrailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF")),
        ("cv.docx", Docx()),
        ("cv.txt", Encoding.UTF8.GetBytes("Ada Lovelace\nLondon\n简历\n" + new string('x', 2000))),
        ("cv.docx", Encoding.UTF8.GetBytes("PK\u0003\u0004 no zip at all")),
        ("cv.pdf", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 8, 6, 0, 0, 0]),
    ];

    private static byte[] Docx()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in new[] { ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document><body><p><r><t>Ada</t></r></p></body></document>") })
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        return memory.ToArray();
    }
}
