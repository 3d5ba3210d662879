using TalentHub.Data.Content;
using TalentHub.Domain.People;

namespace TalentHub.Web.Tests.Content;

public sealed class ReasonContentTests
{
    [Fact]
    public void A_missed_must_have_speaks_of_skills_and_not_of_place_or_pay() =>
        Assert.Equal("application-rejected-skills", ShippedContent.ReasonsFor(ReasonKind.Rejection).Single(r => r.Code == "must-have").Template);

    [Fact]
    public void Every_kind_of_reason_has_some_and_no_code_twice()
    {
        foreach (var kind in Enum.GetValues<ReasonKind>())
        {
            var codes = ShippedContent.ReasonsFor(kind).Select(reason => reason.Code).ToList();

            Assert.True(codes.Count >= 3, kind.ToString());
            Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void Every_rejection_reason_picks_a_mail_to_the_candidate()
    {
        var rejections = ShippedContent.ReasonsFor(ReasonKind.Rejection).ToList();

        Assert.True(rejections.Count >= 10);
        Assert.All(rejections, reason =>
        {
            Assert.StartsWith("application-rejected-", reason.Template, StringComparison.Ordinal);
            Assert.Equal(MailAudience.Candidate, ShippedContent.MailTemplate(reason.Template!).Audience);
        });
        Assert.All(ShippedContent.Reasons.Except(rejections), reason => Assert.Null(reason.Template));
    }

    [Fact]
    public void Every_rejection_mail_is_picked_by_a_reason()
    {
        var picked = ShippedContent.Reasons.Select(reason => reason.Template).Distinct(StringComparer.Ordinal);

        Assert.Empty(ShippedContent.MailTemplates
            .Select(template => template.Code)
            .Where(code => code.StartsWith("application-rejected-", StringComparison.Ordinal))
            .Except(picked, StringComparer.Ordinal));
    }
}
