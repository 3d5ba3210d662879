using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Onboarding;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Offers;

namespace TalentHub.Web.Tests.Pages.Onboarding;

/// <summary>The hire's own page before day one: details, documents and the photo.</summary>
public sealed class PreboardingTests : OnboardingTestsBase
{
    [Fact]
    public async Task The_hires_page_takes_details_and_a_document_that_hr_sends_back_or_approves()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        var planId = await scene.AcceptedAsync();
        var link = await scene.LinkAsync("preboarding-welcome");
        var hire = Factory.Browser();
        var hr = Factory.Browser(await Factory.PersonAsync(Role.HR));

        var page = await hire.GetAsync(link);
        Assert.DoesNotContain("600,000", page.Text, StringComparison.Ordinal);
        var kept = await hire.SubmitAsync(page, new Dictionary<string, string?> { ["Input.Phone"] = "13800001234" }, "form[action*='Details']");
        Assert.Equal(HttpStatusCode.Redirect, kept.Status);
        Assert.Equal(TaskState.Todo, await TaskAsync(planId, TaskKind.Details));
        await hire.SubmitAsync(
            await hire.GetAsync(link), new Dictionary<string, string?> { ["Input.EmergencyName"] = "Charles", ["Input.EmergencyPhone"] = "13900001234" }, "form[action*='Details']");
        Assert.Equal(TaskState.Done, await TaskAsync(planId, TaskKind.Details));

        var refused = await HandInAsync(hire, link, "empty.pdf", []);
        Assert.True(refused.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict);
        await HandInAsync(hire, link, "permit.txt", Encoding.UTF8.GetBytes("Work permit 42"));
        Assert.Equal(TaskState.InProgress, await TaskAsync(planId, TaskKind.Document));
        await TaskMoveAsync(hr, planId, TaskKind.Document, TaskTrigger.SendBack, "The second page is missing.");
        Assert.Contains("The second page is missing.", (await hire.GetAsync(link)).Text, StringComparison.Ordinal);
        await HandInAsync(hire, link, "permit.txt", Encoding.UTF8.GetBytes("Work permit 42, both pages"));
        await TaskMoveAsync(hr, planId, TaskKind.Document, TaskTrigger.Complete, null);

        Assert.Equal(TaskState.Done, await TaskAsync(planId, TaskKind.Document));
        var manager = Factory.Browser(scene.Manager);
        var seen = await manager.GetAsync($"/onboarding/ONB-{planId}");
        Assert.DoesNotContain("13800001234", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=File", seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_is_taken_clean_shown_to_hr_and_the_hire_alone_and_sent_back_with_a_word()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        var planId = await scene.AcceptedAsync();
        var link = await scene.LinkAsync("preboarding-welcome");
        var token = link.Split('/')[2].Split('?')[0];
        var hire = Factory.Browser();
        var hr = Factory.Browser(await Factory.PersonAsync(Role.HR));
        var task = await Factory.DbAsync(db => db.OnboardingTasks.Where(t => t.PlanId == planId && t.Kind == TaskKind.Photo).Select(t => t.Id).SingleAsync());
        var shown = $"/onboarding/ONB-{planId}?handler=Photo&task={task}";

        var refused = await PhotoAsync(hire, link, task, "me.png", Encoding.UTF8.GetBytes("<svg onload='alert(1)'/>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("This is no picture that can be shown. Use JPEG, PNG or WebP.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await hire.GetAsync($"/w/{token}?handler=Photo")).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await PhotoAsync(hire, link, task, "me.exe", TalentHub.Web.Tests.Documents.SamplePhotos.Jpeg())).Status);
        var seen = await hr.Client.GetAsync(new Uri(shown, UriKind.Relative));
        var bytes = await seen.Content.ReadAsByteArrayAsync();
        Assert.Equal("image/jpeg", seen.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain(TalentHub.Web.Tests.Documents.SamplePhotos.Secret, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Contains("sandbox", seen.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(bytes, await hire.Client.GetByteArrayAsync(new Uri($"/w/{token}?handler=Photo", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.Forbidden, (await Factory.Browser(scene.Manager).GetAsync(shown)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Factory.Browser(await Factory.PersonAsync(Role.Recruiter)).GetAsync(shown)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hire.GetAsync("/w/" + new string('A', token.Length) + "?handler=Photo")).Status);

        await TaskMoveAsync(hr, planId, TaskKind.Photo, TaskTrigger.SendBack, "Please without the hat.");
        Assert.Contains("Please without the hat.", (await hire.GetAsync(link)).Text, StringComparison.Ordinal);
        await PhotoAsync(hire, link, task, "again.png", TalentHub.Web.Tests.Documents.SamplePhotos.Png());
        Assert.DoesNotContain("Please without the hat.", (await hire.GetAsync(link)).Text, StringComparison.Ordinal);
        await TaskMoveAsync(hr, planId, TaskKind.Photo, TaskTrigger.Complete, null);

        Assert.Equal(TaskState.Done, await TaskAsync(planId, TaskKind.Photo));
    }

    [Fact]
    public async Task A_document_photographed_with_a_phone_is_taken_without_what_the_camera_wrote_and_hr_opens_it()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        var planId = await scene.AcceptedAsync();
        var link = await scene.LinkAsync("preboarding-welcome");
        var hire = Factory.Browser();
        var hr = Factory.Browser(await Factory.PersonAsync(Role.HR));
        var task = await Factory.DbAsync(db => db.OnboardingTasks.Where(t => t.PlanId == planId && t.Kind == TaskKind.Document).Select(t => t.Id).SingleAsync());

        var refused = await PhotoAsync(hire, link, task, "permit.jpg", Encoding.UTF8.GetBytes("<svg onload='alert(1)'/>"));
        Assert.Contains("This kind of file cannot be read. Use JPEG, PNG, WebP, PDF or Word (.docx).", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PhotoAsync(hire, link, task, "permit.jpg", TalentHub.Web.Tests.Documents.SamplePhotos.Jpeg())).Status);

        Assert.Equal(TaskState.InProgress, await TaskAsync(planId, TaskKind.Document));
        var seen = await hr.Client.GetByteArrayAsync(new Uri($"/onboarding/ONB-{planId}?handler=File&task={task}", UriKind.Relative));
        Assert.Equal([0xFF, 0xD8, 0xFF], seen[..3]);
        Assert.DoesNotContain(TalentHub.Web.Tests.Documents.SamplePhotos.Secret, Encoding.Latin1.GetString(seen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_that_hr_sends_back_with_a_word_are_mended_and_sent_again()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        var planId = await scene.AcceptedAsync();
        var link = await scene.LinkAsync("preboarding-welcome");
        var hire = Factory.Browser();
        var hr = Factory.Browser(await Factory.PersonAsync(Role.HR));
        var details = new Dictionary<string, string?> { ["Input.Phone"] = "13800001234", ["Input.EmergencyName"] = "Charles", ["Input.EmergencyPhone"] = "1" };
        await hire.SubmitAsync(await hire.GetAsync(link), details, "form[action*='Details']");

        await TaskMoveAsync(hr, planId, TaskKind.Details, TaskTrigger.Reopen, "Their phone lacks its digits.");

        Assert.Contains("Their phone lacks its digits.", (await hire.GetAsync(link)).Text, StringComparison.Ordinal);
        details["Input.EmergencyPhone"] = "13900001234";
        await hire.SubmitAsync(await hire.GetAsync(link), details, "form[action*='Details']");
        Assert.Equal(TaskState.Done, await TaskAsync(planId, TaskKind.Details));
    }

    [Fact]
    public async Task The_hires_page_answers_every_form_with_a_sentence()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        await scene.AcceptedAsync();
        var link = await scene.LinkAsync("preboarding-welcome");
        var hire = Factory.Browser();
        var page = await hire.GetAsync(link);

        var nothing = await hire.SubmitAsync(page, form: "form[action*='Details']");
        var tooLong = await hire.SubmitAsync(page, new Dictionary<string, string?> { ["Input.Phone"] = new string('1', 500) }, "form[action*='Details']");
        var some = await hire.FollowAsync(await hire.SubmitAsync(page, new Dictionary<string, string?> { ["Input.Phone"] = "13800001234" }, "form[action*='Details']"));
        var empty = await HandInAsync(hire, link, "empty.pdf", []);
        var huge = await HandInAsync(hire, link, "huge.pdf", new byte[12 * 1024 * 1024]);
        var told = await hire.FollowAsync(huge);
        var locked = await HandInAsync(hire, link, "locked.pdf", LockedPdf());
        var taken = await hire.FollowAsync(await HandInAsync(hire, link, "permit.txt", Encoding.UTF8.GetBytes("Work permit 42")));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Write at least your phone number."), (nothing.Status, nothing.ErrorAt("Input.Phone")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "This is too long: at most 100 characters."), (tooLong.Status, tooLong.ErrorAt("Input.Phone")));
        Assert.Contains("Saved. We still need whom to call in an emergency, with their number.", some.Text, StringComparison.Ordinal);
        Assert.Contains("This file is empty.", empty.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, told.Status);
        Assert.Contains("This file is too big: at most 10 MB.", told.Text, StringComparison.Ordinal);
        Assert.Contains("This file is protected by a password.", locked.Text, StringComparison.Ordinal);
        Assert.Contains("Thank you, HR looks at it.", taken.Text, StringComparison.Ordinal);
    }

    private static async Task<TestPage> PhotoAsync(TestBrowser hire, string link, long task, string name, byte[] content) => await hire.SubmitAsync(
        await hire.GetAsync(link), form: $"#task-{task} form[action*='File']", files: new Dictionary<string, (string, byte[])> { ["Document"] = (name, content) });

    /// <summary>Says that it is encrypted, and no known password fits.</summary>
    private static byte[] LockedPdf()
    {
        string[] objects =
        [
            "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n", "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n",
            "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj\n",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = objects.Select(o => { var at = pdf.Length; pdf.Append(o); return at; }).ToList();
        var start = pdf.Length;
        pdf.Append("xref\n0 4\n0000000000 65535 f \n").Append(string.Concat(offsets.Select(o => $"{o:D10} 00000 n \n")))
            .Append($"trailer << /Size 4 /Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('1', 64)}> /U <{new string('2', 64)}> >>")
            .Append($" /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static Task<TestPage> HandInAsync(TestBrowser hire, string link, string name, byte[] content) => Task.Run(async () => await hire.SubmitAsync(
        await hire.GetAsync(link), form: "section:has([accept*=pdf]) form[action*='File']",
        files: new Dictionary<string, (string, byte[])> { ["Document"] = (name, content) }));
}
