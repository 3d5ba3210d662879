using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Services.Privacy;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Careers;
using TalentHub.Web.Tests.Pages.Screening;
using static TalentHub.Domain.Screening.ApplicationState;

namespace TalentHub.Web.Tests.Pages.People;

/// <summary>How somebody spells their Chinese name in letters: where it is given, and who reads it.</summary>
public sealed class LatinNameTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private const string Refusal = "Write it in Latin letters.";

    [Fact]
    public async Task A_spelling_is_read_in_english_wherever_the_candidate_stands_and_nowhere_in_chinese()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync("何晓雪 Ho Hiu Suet");
        var number = TalentHub.Domain.Screening.JobApplication.NumberOf(application.Id);
        string[] paths =
        [
            "/candidates?q=何晓雪", "/candidates?q=hiu suet", $"/candidates/{application.PersonId}", $"/applications/{number}", $"/jobs/{TalentHub.Domain.Demand.Requisition.NumberOf(scene.JobId)}",
            "/search?q=何晓雪",
        ];
        var english = factory.Browser(scene.Recruiter);
        var chinese = factory.Browser(await factory.PersonAsync(Role.Recruiter, language: "zh-CN"));

        foreach (var path in paths)
        {
            var page = await english.GetAsync(path);
            Assert.True(page.Text.Contains("Ho Hiu Suet 何晓雪", StringComparison.Ordinal), $"{path}: {page.Status}\n{page.Text}");
            var other = await chinese.GetAsync(path);
            Assert.Contains("何晓雪", other.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Ho Hiu Suet", other.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Screen Ho Hiu Suet 何晓雪 for", (await english.GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colleagues_are_shown_with_their_spelling_in_lists_and_timelines()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync("Ada Lovelace");
        var writer = await factory.PersonAsync(Role.HR, "关晓彤 Guan Xiaotong");
        var browser = factory.Browser(writer);
        var page = await browser.GetAsync($"/candidates/{application.PersonId}");
        await browser.SubmitAsync(page, new Dictionary<string, string?> { ["text"] = "Called her." }, form: "form[action*=Note]");

        Assert.Contains("Guan Xiaotong 关晓彤", (await browser.GetAsync($"/candidates/{application.PersonId}")).Text, StringComparison.Ordinal);
        Assert.Contains("Guan Xiaotong 关晓彤", (await browser.GetAsync("/people?q=xiaotong guan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recruiter_records_how_a_candidate_spells_their_name_and_a_wrong_one_is_refused_at_its_field()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync("苏晓静");
        var browser = factory.Browser(scene.Recruiter);
        var page = await browser.GetAsync($"/candidates/{application.PersonId}");

        var refused = await browser.SubmitAsync(page, Spelling("苏"), form: "form[action*=Spelling]");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, Refusal), (refused.Status, refused.ErrorAt("Input.LatinName")));
        Assert.Equal("苏", refused.Document.QuerySelector("[name='Input.LatinName']")!.GetAttribute("value"));
        var done = await browser.SubmitAsync(refused, Spelling("Su Xiaojing"), form: "form[action*=Spelling]");
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        var late = await browser.SubmitAsync(page, Spelling("Su Later"), form: "form[action*=Spelling]");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Su Xiaojing 苏晓静", (await browser.GetAsync($"/candidates/{application.PersonId}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(scene.Manager).PostAsync($"/candidates/{application.PersonId}?handler=Spelling")).Status);
    }

    [Fact]
    public async Task One_spells_ones_own_name_where_it_is_chinese()
    {
        var me = await factory.PersonAsync(name: "白小鹿");
        var browser = factory.Browser(me);
        var page = await browser.GetAsync("/account");

        var refused = await browser.SubmitAsync(page, Spelling("白"));
        Assert.Equal(Refusal, refused.ErrorAt("Input.LatinName"));
        await browser.SubmitAsync(refused, Spelling("Bai Xiaolu"));

        Assert.Equal("Bai Xiaolu", (await browser.GetAsync("/account")).Document.QuerySelector("[name='Input.LatinName']")!.GetAttribute("value"));
        Assert.Contains("Bai Xiaolu 白小鹿", (await browser.GetAsync("/people?q=白小鹿")).Text, StringComparison.Ordinal);
        Assert.Null((await factory.Browser(await factory.PersonAsync(name: "Ada Lovelace")).GetAsync("/account")).Document.QuerySelector("[name='Input.LatinName']"));
    }

    [Fact]
    public async Task An_invitation_and_an_entered_candidate_take_a_spelling()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var recruiter = factory.Browser(scene.Recruiter);
        var values = new Dictionary<string, string?>
        {
            ["Input.Name"] = "林小雨", ["Input.LatinName"] = "林", ["Input.Source"] = "Outreach", ["Input.Job"] = scene.JobId.ToString(CultureInfo.InvariantCulture),
        };
        var refused = await recruiter.SubmitAsync(await recruiter.GetAsync("/candidates/new"), values);
        Assert.Equal(Refusal, refused.ErrorAt("Input.LatinName"));
        var entered = await recruiter.SubmitAsync(refused, new Dictionary<string, string?>(values) { ["Input.LatinName"] = "Lim Siau Hoo" });
        Assert.Contains("Lim Siau Hoo 林小雨", (await recruiter.FollowAsync(entered)).Text, StringComparison.Ordinal);

        var admin = factory.Browser(await factory.PersonAsync(Role.Admin));
        await admin.SubmitAsync(await admin.GetAsync("/admin/users/invite"), new Dictionary<string, string?>
        {
            ["Input.Name"] = "林小雪", ["Input.LatinName"] = "Lim Siau Soat", ["Input.Email"] = "lim@example.com", ["Input.Title"] = "Engineer", ["Input.Language"] = "en",
            ["Input.DepartmentId"] = factory.Company.DepartmentId.ToString(CultureInfo.InvariantCulture), ["Input.LocationId"] = factory.Company.LocationId.ToString(CultureInfo.InvariantCulture),
        });
        Assert.Contains("Lim Siau Soat 林小雪", (await admin.GetAsync("/admin/users?q=siau soat")).Text, StringComparison.Ordinal);
        var mail = await factory.DbAsync(db => db.Outbox.SingleAsync(m => m.To == "lim@example.com"));
        Assert.Contains("Lim Siau Soat", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("林小雪", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_applies_may_add_it_behind_their_name_and_an_english_mail_greets_with_it()
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        var form = await browser.GetAsync($"/careers/{posting.Number}/apply");
        Assert.Contains("李明 Li Ming", form.Text, StringComparison.Ordinal);

        var sent = await browser.SubmitAsync(form, new Dictionary<string, string?>
        {
            ["Input.Name"] = "胡小天 (Woo Siu Tin)", ["Input.Email"] = "woo@example.org", ["Input.Consent"] = "yes",
        });

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var person = await factory.DbAsync(db => db.People.SingleAsync(p => p.Email == "woo@example.org"));
        Assert.Equal(("胡", "小天", "Woo Siu Tin", "woo siu tin 胡小天"), (person.Name.Family, person.Name.Given, person.Name.Latin, person.SortName));
        var mail = await factory.DbAsync(db => db.Outbox.SingleAsync(m => m.PersonId == person.Id));
        Assert.StartsWith("Dear Woo Siu Tin,", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_gives_it_and_erasure_takes_it()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync("邓小洁 Tang Siu Kit", Rejected);

        var kept = await factory.ServiceAsync<PersonExport, PersonFile>(export => export.CollectAsync(application.PersonId, CancellationToken.None));
        Assert.Contains(kept.Tables.Single(t => t.Name == "People").Rows.Single(), value => value?.ToString() == "Tang Siu Kit");

        await factory.DbAsync(async db =>
        {
            var person = await db.People.SingleAsync(p => p.Id == application.PersonId);
            person.Erase(TalentHub.Testing.A.Noon);
            Assert.Equal((null, string.Empty), (person.Name.Latin, person.SortName));
            return true;
        });
    }

    private static Dictionary<string, string?> Spelling(string latin) => new() { ["Input.LatinName"] = latin };
}
