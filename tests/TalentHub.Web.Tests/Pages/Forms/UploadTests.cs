using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Onboarding;
using TalentHub.Services.Documents;
using TalentHub.Testing;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Careers;
using TalentHub.Web.Tests.Pages.Offers;

namespace TalentHub.Web.Tests.Pages.Forms;

/// <summary>
/// Every page that takes a file, sent what it cannot take: a sentence at the field in the reader's language, what was typed is kept, nothing is stored. That this list of pages is whole is proved too.
/// </summary>
public sealed class UploadTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private const string Photo = "pre-boarding photo";
    private const string ApplySays = "The file was too big and was not taken: at most {megabytes} MB. Go back in your browser to find what you typed, and choose a smaller file.";
    private const string Scan = "pre-boarding document";

    private static readonly Lazy<byte[]> Bomb = new(MakeBomb);

    private static readonly string[] Pages = ["apply", "apply, read first", "status", "new candidate", "opening", Scan, Photo];

    public static MatrixTheoryData<string, string> PagesAndLanguages => new(Pages, ["en", "zh-CN"]);

    [Theory]
    [MemberData(nameof(PagesAndLanguages))]
    public async Task What_cannot_be_taken_is_said_at_its_field_and_nothing_is_kept_of_it(string page, string language)
    {
        var desk = await DeskAsync(page, language);
        var before = await factory.DbAsync(db => db.Files.CountAsync());

        foreach (var (what, content, says) in Refused(page))
        {
            var form = await desk.Browser.GetAsync(desk.Path);
            Point(form, desk);
            var answer = await desk.Browser.SubmitAsync(form, desk.Typed, desk.Form, files: new Dictionary<string, (string, byte[])> { [desk.Field] = ("cv.pdf", content) });

            Assert.Equal((what, HttpStatusCode.UnprocessableEntity), (what, answer.Status));
            var field = answer.Document.QuerySelector($"{desk.Form} input[type=file][name='{desk.Field}']")!;
            Assert.Equal((what, In(language, says)), (what, SaidAt(field)));
            Assert.Equal((what, "true"), (what, field.GetAttribute("aria-invalid")));
            foreach (var (name, typed) in desk.Kept)
            {
                var kept = answer.Document.QuerySelector($"{desk.Form} [name='{name}']")!;
                Assert.Equal((what, typed), (what, kept.GetAttribute("value") ?? kept.TextContent));
            }
        }

        Assert.Equal(before, await factory.DbAsync(db => db.Files.CountAsync()));
    }

    /// <summary>So much is not read at all: the form answers before the file is through.</summary>
    [Theory]
    [MemberData(nameof(PagesAndLanguages))]
    public async Task What_is_far_too_big_is_said_by_the_form_itself(string page, string language)
    {
        var desk = await DeskAsync(page, language);
        var form = await desk.Browser.GetAsync(desk.Path);
        Point(form, desk);

        var answer = await desk.Browser.SubmitAsync(form, desk.Typed, desk.Form, files: new Dictionary<string, (string, byte[])> { [desk.Field] = ("cv.pdf", new byte[12 * 1024 * 1024]) });

        var again = await desk.Browser.FollowAsync(answer);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, again.Status);
        Assert.Contains(In(language, page.StartsWith("apply", StringComparison.Ordinal) ? ApplySays : FileStore.TooBig), again.Text, StringComparison.Ordinal);
        Assert.NotNull(again.Document.QuerySelector($"{desk.Form} input[type=file]"));
    }

    [Fact]
    public async Task A_person_for_whom_a_file_was_too_big_is_still_the_one_who_is_entered()
    {
        var browser = factory.Browser(await factory.PersonAsync(Role.Recruiter));
        var job = await factory.OpenRequisitionAsync();
        var person = await factory.DbAsync(async db =>
        {
            var known = new Domain.People.Person(Domain.Common.PersonName.Parse("Known Before"), "before@example.org", null, "en", A.Noon);
            db.People.Add(known);
            await db.SaveChangesAsync();
            db.Applications.Add(A.Application(known.Id, job.Id));
            await db.SaveChangesAsync();
            return known.Id;
        });

        var answer = await browser.SubmitAsync(
            await browser.GetAsync($"/candidates/new?person={person}"), files: new Dictionary<string, (string, byte[])> { ["File"] = ("cv.pdf", new byte[12 * 1024 * 1024]) });

        Assert.Contains("Known Before", (await browser.FollowAsync(answer)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_with_a_field_for_a_file_is_tried_here()
    {
        string[] tried = ["_Resume.cshtml", "Status.cshtml", "New.cshtml", "Details.cshtml", "Preboarding.cshtml"];

        var found = Repository.Files("src/TalentHub.Web/Pages", ".cshtml").Where(f => File.ReadAllText(f).Contains("type=\"file\"", StringComparison.Ordinal)).Select(f => Path.GetFileName(f));

        Assert.Equal(tried.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string What, byte[] Content, string Says)> Refused(string page)
    {
        byte[] program = [0x4D, 0x5A, 0, 0, .. new byte[600]];
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000], .. Encoding.Unicode.GetBytes("EncryptedPackage")];
        if (page == Photo)
        {
            return
            [
                ("wrong kind", program, PhotoFile.Unsupported), ("empty", [], FileStore.Empty), ("too big", [0xFF, 0xD8, 0xFF, .. new byte[PhotoFile.Limit]], FileStore.TooBig.Replace("{megabytes}", "5", StringComparison.Ordinal)),
                ("encrypted", locked, PhotoFile.Unsupported), ("bomb", Poster(), "This picture is too large: at most {maximum} pixels a side."),
            ];
        }

        return
        [
            ("wrong kind", program, page == Scan ? "This kind of file cannot be read. Use JPEG, PNG, WebP, PDF or Word (.docx)." : FileType.Unsupported), ("empty", [], FileStore.Empty),
            ("too big", Encoding.ASCII.GetBytes(new string('a', (int)FileStore.UploadLimit + 1)), FileStore.TooBig), ("encrypted", locked, FileType.Encrypted), ("bomb", Bomb.Value, FileType.Bomb),
        ];
    }

    /// <summary>The sentence as its reader reads it.</summary>
    private static string In(string language, string english)
    {
        var five = english.Contains("5 MB", StringComparison.Ordinal);
        var template = five ? FileStore.TooBig : english;
        return (language == "en" ? template : Text.ChineseTexts[template])
            .Replace("{megabytes}", five ? "5" : "10", StringComparison.Ordinal).Replace("{maximum}", "8000", StringComparison.Ordinal);
    }

    /// <summary>What the field's own message says.</summary>
    private static string SaidAt(IElement field) => string.Join(' ', (field.GetAttribute("aria-describedby") ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(id => id.EndsWith("-error", StringComparison.Ordinal)).Select(id => field.Owner!.GetElementById(id)?.TextContent.Trim()));

    /// <summary>Where the form goes when another than its first button is pressed.</summary>
    private static void Point(TestPage form, Desk desk)
    {
        if (desk.Handler is not null)
        {
            form.Document.QuerySelector(desk.Form)!.SetAttribute("action", form.Document.QuerySelector($"button[formaction$='handler={desk.Handler}']")!.GetAttribute("formaction")!);
        }
    }

    private async Task<Desk> DeskAsync(string page, string language)
    {
        _ = factory.Services;
        var stranger = factory.Browser(language: language);
        switch (page)
        {
            case "apply" or "apply, read first":
                var posting = await factory.LivePostingAsync();
                var person = new Dictionary<string, string?> { ["Input.Name"] = "Kept Name", ["Input.Email"] = "kept@example.org", ["Input.Consent"] = "yes" };
                return new Desk(stranger, $"/careers/{posting.Number}/apply", "main form[method=post]", "Input.File", person, page == "apply" ? null : "Read");
            case "status":
                var live = await factory.LivePostingAsync();
                var sent = await stranger.SubmitAsync(
                    await stranger.GetAsync($"/careers/{live.Number}/apply"), new Dictionary<string, string?> { ["Input.Name"] = "Grace Hopper", ["Input.Email"] = $"{Guid.NewGuid():N}@example.org", ["Input.Consent"] = "yes" });
                return new Desk(stranger, sent.Location!, "section form", "File", new());
            case "new candidate":
                var job = await factory.OpenRequisitionAsync();
                var entered = new Dictionary<string, string?> { ["Input.Name"] = "Kept Name", ["Input.Email"] = "entered@example.org", ["Input.Source"] = "Outreach", ["Input.Job"] = $"{job.Id}" };
                return new Desk(factory.Browser(await factory.PersonAsync(Role.Recruiter, language: language)), "/candidates/new", "main form[method=post]", "File", entered);
            case "opening":
                var open = await factory.LivePostingAsync();
                return new Desk(
                    factory.Browser(await factory.PersonAsync(language: language)), $"/openings/{open.Number}", "main form[method=post]", "Input.File", new() { ["Input.Letter"] = "Kept words" });
            default:
                var scene = await OfferScene.CreateAsync(factory);
                var plan = await scene.AcceptedAsync();
                var kind = page == Photo ? TaskKind.Photo : TaskKind.Document;
                var task = await factory.DbAsync(db => db.OnboardingTasks.Where(t => t.PlanId == plan && t.Kind == kind).Select(t => t.Id).SingleAsync());
                return new Desk(stranger, $"{(await scene.LinkAsync("preboarding-welcome")).Split('?')[0]}?lang={language}", $"#task-{task} form[action*='File']", "Document", new());
        }
    }

    /// <summary>A Word file of 200 kB that claims, and unpacks to, more than any document needs.</summary>
    private static byte[] MakeBomb()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var blanks = new byte[1024 * 1024];
            for (var i = 0; i < 201; i++)
            {
                part.Write(blanks);
            }
        }

        return memory.ToArray();
    }

    /// <summary>A picture that is small as a file and says that it is a hundred thousand pixels wide.</summary>
    private static byte[] Poster()
    {
        var png = Documents.SamplePhotos.Png();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 100_000);
        return png;
    }

    /// <summary>A form that takes a file, and somebody in front of it.</summary>
    /// <param name="Typed">What they write beside it.</param>
    /// <param name="Handler">Of the button that they press, where it is not the form's own.</param>
    private sealed record Desk(TestBrowser Browser, string Path, string Form, string Field, Dictionary<string, string?> Typed, string? Handler = null)
    {
        public IEnumerable<(string Name, string Typed)> Kept => Typed.Where(t => t.Key is "Input.Name" or "Input.Letter").Select(t => (t.Key, t.Value!));
    }
}
