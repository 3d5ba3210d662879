using TalentHub.Data.Content;
using TalentHub.Domain.Common;

namespace TalentHub.Web.Tests.Content;

public sealed class MailTemplateContentTests
{
    public static TheoryData<string> Codes => [.. ShippedContent.MailTemplates.Select(template => template.Code)];

    [Fact]
    public void The_mails_of_the_hiring_line_ship()
    {
        string[] needed =
        [
            "application-received", "application-rejected-skills", "application-rejected-other-chosen", "application-rejected-role-closed",
            "application-rejected-after-interview", "interview-invitation-candidate", "interview-invitation-interviewer", "interview-moved",
            "interview-cancelled", "interview-reminder", "scorecard-reminder", "approval-requested", "requisition-approved", "sent-back",
            "offer-extended", "offer-question-received", "offer-question-answered", "offer-expiring", "offer-accepted", "offer-declined", "preboarding-welcome",
            "task-due", "account-invitation", "password-reset", "withdraw-confirmation", "status-link-again",
        ];

        Assert.Empty(needed.Except(ShippedContent.MailTemplates.Select(template => template.Code), StringComparer.Ordinal));
        Assert.Equal(ShippedContent.MailTemplates.Count, ShippedContent.MailTemplates.Select(template => template.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, MemberData(nameof(Codes))]
    public void Both_languages_use_exactly_the_required_fields(string code)
    {
        var template = ShippedContent.MailTemplate(code);
        var required = template.Fields.Order(StringComparer.Ordinal);

        Assert.Equal(required, MailTemplateContent.FieldsIn(template.Subject.En + template.Body.En).Order(StringComparer.Ordinal));
        Assert.Equal(required, MailTemplateContent.FieldsIn(template.Subject.Zh + template.Body.Zh).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Codes))]
    public void A_link_stands_alone_on_its_line(string code)
    {
        var template = ShippedContent.MailTemplate(code);

        foreach (var body in new[] { template.Body.En, template.Body.Zh })
        {
            Assert.All(
                body.Split('\n').Where(line => line.Contains("Link}}", StringComparison.Ordinal)),
                line => Assert.True(line.StartsWith("{{", StringComparison.Ordinal) && line.EndsWith("Link}}", StringComparison.Ordinal), line));
        }
    }

    [Theory, MemberData(nameof(Codes))]
    public void A_filled_mail_has_no_field_left(string code)
    {
        var template = ShippedContent.MailTemplate(code);
        var values = template.Fields.ToDictionary(field => field, field => "<" + field + ">", StringComparer.Ordinal);

        foreach (var language in new[] { "en", "zh-CN" })
        {
            var mail = template.Fill(language, values);

            Assert.DoesNotContain("{{", mail.Subject + mail.Body, StringComparison.Ordinal);
            Assert.All(template.Fields, field => Assert.Contains("<" + field + ">", mail.Subject + mail.Body, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_mail_with_a_blank_field_is_refused_by_name()
    {
        var template = ShippedContent.MailTemplate("status-link-again");
        var values = template.Fields.ToDictionary(field => field, _ => "x", StringComparer.Ordinal);
        values["statusLink"] = " ";

        var refusal = Assert.Throws<InvalidOperationException>(() => template.Fill("en", values));

        Assert.Contains("statusLink", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_can_neither_add_a_header_nor_be_read_as_a_field()
    {
        var template = new MailTemplateContent("t", MailAudience.Staff, ["name", "secret"], new Bilingual("To {{name}}", "致 {{name}}"), new Bilingual("{{name}} {{secret}}", "{{name}} {{secret}}"));

        var mail = template.Fill("en", new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "A\r\nBcc: {{secret}}", ["secret"] = "s" });

        Assert.Equal("To A Bcc: {{secret}}", mail.Subject);
        Assert.Equal("A\r\nBcc: {{secret}} s", mail.Body);
    }
}
