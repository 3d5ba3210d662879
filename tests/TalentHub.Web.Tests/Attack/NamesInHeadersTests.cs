using System.Text;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Services.Notifications;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Careers;

namespace TalentHub.Web.Tests.Attack;

/// <summary>
/// What people write into names never becomes a header of a download or of a mail. Lines of calendar files: InviteFileTests; fields of mail templates: MailTemplateContentTests.
/// </summary>
public sealed class NamesInHeadersTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Theory]
    [InlineData("cv%22; filename=%22evil.exe.txt")]
    [InlineData("cv'; filename*=UTF-8''evil.exe.txt")]
    [InlineData("cv%0D%0AX-Evil: 1.txt")]
    [InlineData("../../cv.txt")]
    [InlineData("cv;x=y.txt")]
    [InlineData("\u202Etxt.exe.txt")]
    public async Task The_name_of_a_file_is_one_name_in_its_download(string name)
    {
        var (id, recruiter) = await UploadedAsync(name);

        var answer = await factory.Browser(recruiter).Client.GetAsync(new Uri($"/files/{id}", UriKind.Relative));

        var disposition = Assert.Single(answer.Content.Headers.GetValues("Content-Disposition"));
        Assert.StartsWith("attachment", disposition, StringComparison.Ordinal);
        Assert.True(System.Net.Http.Headers.ContentDispositionHeaderValue.TryParse(disposition, out var read), disposition);
        Assert.All(read.Parameters, p => Assert.Contains(p.Name, (string[])["filename", "filename*"]));
        Assert.DoesNotContain('/', read.FileNameStar ?? read.FileName ?? string.Empty);
        Assert.False(answer.Headers.Contains("X-Evil"));
    }

    [Theory]
    [InlineData("Ada\r\nBcc: other@example.org")]
    [InlineData("Ada\nSubject: won")]
    [InlineData("Ada\u2028Bcc: other@example.org")]
    public async Task A_name_with_a_line_break_begins_no_header_of_a_mail(string name)
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        var email = $"break{name.Length}{name[3] == '\n'}@example.org".ToLowerInvariant();
        await browser.SubmitAsync(
            await browser.GetAsync($"/careers/{posting.Number}/apply"), new Dictionary<string, string?> { ["Input.Name"] = name, ["Input.Email"] = email, ["Input.Consent"] = "yes" });

        var mail = await factory.DbAsync(db => db.Outbox.AsNoTracking().SingleOrDefaultAsync(m => m.To == email));

        if (mail is not null)
        {
            Assert.DoesNotContain('\n', mail.Subject);
            Assert.DoesNotContain('\r', mail.Subject);
            using var sink = new MailSink();
            await new SmtpTransport(new MailSettings("127.0.0.1", sink.Port, "talent@example.com")).SendAsync(mail, mail.Body, CancellationToken.None);
            var sent = MailSink.Opened(Assert.Single(sink.Messages));
            Assert.Equal(email, Assert.Single(sent.To.Mailboxes).Address);
            Assert.Empty(sent.Bcc);
            Assert.Single(sent.Headers, h => h.Field == "Subject");
        }
    }

    [Fact]
    public async Task An_address_with_a_line_break_is_no_address()
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();

        var answer = await browser.SubmitAsync(
            await browser.GetAsync($"/careers/{posting.Number}/apply"),
            new Dictionary<string, string?> { ["Input.Name"] = "Ada", ["Input.Email"] = "ada@example.org\r\nBcc: other@example.org", ["Input.Consent"] = "yes" });

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    private async Task<(long FileId, TestPerson Recruiter)> UploadedAsync(string name)
    {
        var posting = await factory.LivePostingAsync();
        var browser = factory.Browser();
        var page = await browser.GetAsync($"/careers/{posting.Number}/apply");
        await browser.SubmitAsync(
            page, new Dictionary<string, string?> { ["Input.Name"] = "Ada", ["Input.Email"] = "names@example.org", ["Input.Consent"] = "yes" },
            files: new Dictionary<string, (string, byte[])> { ["Input.File"] = (name, Encoding.UTF8.GetBytes("the words")) });
        return (await factory.DbAsync(db => db.Applications.Where(a => a.PostingId == posting.Id).Select(a => a.ResumeFileId!.Value).SingleAsync()), await factory.PersonAsync(Role.Recruiter));
    }
}
