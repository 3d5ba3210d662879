using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Documents;
using TalentHub.Services.Documents;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Careers;

/// <summary>The résumé comes first, is read by the reader's process, and fills what is empty; all of it without script.</summary>
public sealed class ReadingTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private const string Resume = """
        Ada Lovelace
        ada@example.org | +44 20 7946 0958

        Experience
        Analytical Engines Ltd, London
        Principal engineer, 2019 – present
        Wrote programs in Python and trained models with PyTorch.
        """;

    [Fact]
    public async Task What_was_read_fills_the_empty_fields_and_leaves_the_others_alone()
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");

        var waiting = await PressAsync(browser, form, "Read", new Dictionary<string, string?> { ["Input.Name"] = "A. Lovelace" }, ("cv.txt", Resume));
        Assert.Equal(HttpStatusCode.OK, waiting.Status);
        Assert.Contains("We are reading it", waiting.Text, StringComparison.Ordinal);
        Assert.Equal("A. Lovelace", Value(waiting, "Input.Name"));
        await ReadAllAsync();
        var filled = await PressAsync(browser, waiting, "Continue");

        Assert.Equal(("A. Lovelace", "ada@example.org"), (Value(filled, "Input.Name"), Value(filled, "Input.Email")));
        var sent = await browser.SubmitAsync(filled, new Dictionary<string, string?> { ["Input.Consent"] = "yes" });

        Assert.StartsWith("/c/", sent.Location, StringComparison.Ordinal);
        await factory.DbAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.PostingId == posting.Id);
            var file = await db.Files.SingleAsync(f => f.Id == application.ResumeFileId);
            Assert.Equal((ReadState.Read, application.PersonId, null), (file.ReadState, file.PersonId!.Value, file.DropAt));
            Assert.Contains("Analytical Engines", file.Text!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_protected_or_damaged_file_is_said_at_its_field_once_it_was_looked_into()
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");

        var waiting = await PressAsync(browser, form, "Read", new Dictionary<string, string?> { ["Input.Name"] = "Kept" }, ("cv.pdf", "%PDF-1.7\nnothing of a document follows"));
        await ReadAllAsync();
        var again = await PressAsync(browser, waiting, "Continue");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("This file is damaged and cannot be read.", again.Document.GetElementById("Input_File-error")!.TextContent);
        Assert.Equal("Kept", Value(again, "Input.Name"));
        Assert.Null(again.Document.QuerySelector("[name='Input.UploadToken']"));
    }

    [Fact]
    public async Task A_file_that_nobody_sends_is_gone_after_a_day()
    {
        var posting = await factory.LivePostingAsync(closesOn: DateOnly.FromDateTime(A.Noon).AddDays(60));
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");
        await PressAsync(browser, form, "Read", file: ("unsent.txt", Resume));
        var name = await factory.DbAsync(db => db.Files.Where(f => f.FileName == "unsent.txt").Select(f => f.StorageName).SingleAsync());
        var store = factory.Services.GetRequiredService<FileStore>();
        Assert.True(store.Exists(name));

        factory.Clock.Advance(TimeSpan.FromHours(25));
        await using var scope = factory.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        await ActivatorUtilities.CreateInstance<DropUnsentFiles>(scope.ServiceProvider).RunAsync(CancellationToken.None);

        Assert.False(store.Exists(name));
        Assert.False(await factory.DbAsync(db => db.Files.AnyAsync(f => f.FileName == "unsent.txt")));
    }

    [Fact]
    public async Task Somebody_elses_token_claims_nothing()
    {
        var posting = await factory.LivePostingAsync(closesOn: DateOnly.FromDateTime(A.Noon).AddDays(60));
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");

        var sent = await browser.SubmitAsync(form, new Dictionary<string, string?>
        {
            ["Input.Name"] = "Eve", ["Input.Email"] = "eve@example.org", ["Input.Consent"] = "yes", ["Input.UploadToken"] = "AAAAAAAAAAAAAAAAAAAAAA",
        });

        Assert.StartsWith("/c/", sent.Location, StringComparison.Ordinal);
        Assert.Null((await factory.DbAsync(db => db.Applications.SingleAsync(a => a.PostingId == posting.Id))).ResumeFileId);
    }

    /// <summary>Presses a button that sends the same form to another handler.</summary>
    private static Task<TestPage> PressAsync(
        TestBrowser browser, TestPage page, string handler, Dictionary<string, string?>? values = null, (string Name, string Text)? file = null)
    {
        var form = page.Document.QuerySelector("main form[method=post]")!;
        form.SetAttribute("action", page.Document.QuerySelector($"button[formaction$='handler={handler}']")!.GetAttribute("formaction")!);
        var files = file is { } one
            ? new Dictionary<string, (string, byte[])>(StringComparer.Ordinal) { ["Input.File"] = (one.Name, Encoding.UTF8.GetBytes(one.Text)) }
            : null;
        return browser.SubmitAsync(page, values, files: files);
    }

    private static string? Value(TestPage page, string name) => page.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value");

    private async Task ReadAllAsync()
    {
        var desk = factory.Services.GetRequiredService<ReadingDesk>();
        foreach (var id in await factory.DbAsync(db => db.Files.Where(f => f.ReadState == ReadState.Waiting).Select(f => f.Id).ToListAsync()))
        {
            await desk.ReadAsync(id, CancellationToken.None);
        }
    }
}
