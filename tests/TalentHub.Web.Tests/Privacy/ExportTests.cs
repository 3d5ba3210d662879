using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Privacy;
using TalentHub.Domain.Access;
using TalentHub.Services.Privacy;
using TalentHub.Web.Commands;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Privacy;

/// <summary>Everything about a person in one file, and nothing about anybody else.</summary>
public sealed class ExportTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task The_file_holds_every_table_of_theirs_to_read_and_for_machines_and_their_files()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var person = await MarkedPerson.MakeAsync(factory, scene.JobId);
        var to = Path.Combine(Directory.CreateTempSubdirectory("export-").FullName, "all.zip");
        using var said = new StringWriter();

        Assert.Equal(0, await ExportCommand.RunAsync(factory.Services, person, to, said, said, CancellationToken.None));
        Assert.Equal(1, await ExportCommand.RunAsync(factory.Services, person, to, said, said, CancellationToken.None));

        using var zip = ZipFile.OpenRead(to);
        var (html, json) = (TextOf(zip, "about-you.html"), TextOf(zip, "about-you.json"));
        var kept = JsonNode.Parse(json)!["kept"]!.AsObject().Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var missing = await factory.DbAsync(db => Task.FromResult(DataMap.All.Where(t => t.Owners.Count > 0 && t.WhyWithheld is null)
            .Select(t => db.Model.FindEntityType(t.Entity)!.GetTableName()!).Where(t => !kept.Contains(t)).ToList()));
        Assert.Empty(missing);
        Assert.Contains(zip.Entries, e => e.FullName.EndsWith($"-{MarkedPerson.Family}.txt", StringComparison.Ordinal) && e.Length > 0);
        foreach (var text in new[] { html, json })
        {
            Assert.Contains(MarkedPerson.Family, text, StringComparison.Ordinal);
            Assert.Contains(MarkedPerson.ResumeWord, text, StringComparison.Ordinal);
            Assert.Contains($"{MarkedPerson.Word} Notes", text, StringComparison.Ordinal);
        }

        Directory.Delete(Path.GetDirectoryName(to)!, recursive: true);
    }

    [Fact]
    public async Task No_secret_and_no_colleague_stands_in_it()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync("Xena Exported");
        var colleague = await factory.PersonAsync(Role.Recruiter, "Nadia Noteworthy");
        await factory.DbAsync(async db =>
        {
            db.Notes.Add(new Domain.Screening.Note(colleague.Actor, TalentHub.Testing.A.Noon, application.PersonId, scene.JobId, application.Id, Domain.Timeline.EntryAudience.HiringTeam, "Spoke well."));
            await db.SaveChangesAsync();
        });
        var hr = await factory.PersonAsync(Role.HR);
        var browser = factory.Browser(hr);

        using var zip = await DownloadAsync(browser, application.PersonId);

        var (html, json) = (TextOf(zip, "about-you.html"), TextOf(zip, "about-you.json"));
        Assert.Contains("Spoke well.", html, StringComparison.Ordinal);
        Assert.Contains("a colleague", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nadia", html + json, StringComparison.Ordinal);
        Assert.DoesNotContain("Rita", html + json, StringComparison.Ordinal);
        Assert.DoesNotContain("TokenHash", json, StringComparison.Ordinal);
        Assert.DoesNotContain("PasswordHash", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_written_in_the_persons_language_and_every_label_has_its_chinese_twin()
    {
        var employee = await factory.PersonAsync(Role.Employee, "王小明", "zh-CN");
        using var zip = await DownloadAsync(factory.Browser(await factory.PersonAsync(Role.Admin)), employee.Id);

        Assert.Contains("您的任职", TextOf(zip, "about-you.html"), StringComparison.Ordinal);
        var scene = await ScreeningScene.MakeAsync(factory);
        var marked = await MarkedPerson.MakeAsync(factory, scene.JobId);
        var all = await factory.ServiceAsync<PersonExport, PersonFile>(export => export.CollectAsync(marked, CancellationToken.None));
        var missing = all.Tables.SelectMany(t => t.Columns.Where(c => !c.IsNumber).Select(c => "column." + Whole(c.Name)).Append(t.Title)).Where(k => !Text.ChineseTexts.ContainsKey(k)).Distinct();
        Assert.True(!missing.Any(), string.Join('\n', missing));
    }

    private static string Whole(string column)
    {
        foreach (var part in new[] { "_MinorUnits", "_Currency", "_En", "_Zh" })
        {
            column = column.EndsWith(part, StringComparison.Ordinal) ? column[..^part.Length] : column;
        }

        return column;
    }

    private static async Task<ZipArchive> DownloadAsync(TestBrowser browser, long person)
    {
        var page = await browser.GetAsync($"/admin/privacy/people/{person}");
        var sent = await browser.SubmitAsync(page, form: "form[action*=Export]");
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal("application/zip", sent.Response.Content.Headers.ContentType?.MediaType);
        return new ZipArchive(new MemoryStream(await sent.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }

    private static string TextOf(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
