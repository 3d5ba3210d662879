using TalentHub.Data.Content;
using TalentHub.Domain.Onboarding;

namespace TalentHub.Web.Tests.Content;

public sealed class NoticeAndOnboardingContentTests
{
    [Fact]
    public void The_privacy_notice_says_what_the_law_asks_for()
    {
        var notice = ShippedContent.PrivacyNotice;

        Assert.Equal("2026-01", notice.Version);
        Assert.Equal(
            ["who", "what", "why", "decisions", "who-sees", "how-long", "rights", "must", "changes"],
            notice.Sections.Select(section => section.Code));
        Assert.All(notice.Sections, section => Assert.NotEmpty(section.Paragraphs));
    }

    [Fact]
    public void The_privacy_notice_names_its_fields_and_its_version_in_both_languages()
    {
        var notice = ShippedContent.PrivacyNotice;
        var english = string.Concat(notice.Sections.SelectMany(section => section.Paragraphs).Select(text => text.En));
        var chinese = string.Concat(notice.Sections.SelectMany(section => section.Paragraphs).Select(text => text.Zh));

        Assert.Equal(notice.Fields.Order(StringComparer.Ordinal), MailTemplateContent.FieldsIn(english).Order(StringComparer.Ordinal));
        Assert.Equal(notice.Fields.Order(StringComparer.Ordinal), MailTemplateContent.FieldsIn(chinese).Order(StringComparer.Ordinal));
        Assert.All(new[] { english, chinese, notice.Consent.En, notice.Consent.Zh }, text => Assert.Contains(notice.Version, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_onboarding_template_gives_every_owner_work_in_order()
    {
        var tasks = ShippedContent.OnboardingTemplate.Tasks;

        Assert.InRange(tasks.Count, 15, 20);
        Assert.Equal(Enum.GetValues<TaskOwner>().Order(), tasks.Select(task => task.Owner).Distinct().Order());
        Assert.Equal(tasks.Select(task => task.DueOffset).Order(), tasks.Select(task => task.DueOffset));
        Assert.Equal(tasks.Count, tasks.Select(task => task.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void What_blocks_something_is_due_before_day_one()
    {
        var blocking = ShippedContent.OnboardingTemplate.Tasks.Where(task => task.Blocks != TaskBlocks.Nothing).ToList();

        Assert.Contains(blocking, task => task.Blocks == TaskBlocks.DayOne);
        Assert.Contains(blocking, task => task.Blocks == TaskBlocks.Account);
        Assert.All(blocking, task => Assert.True(task.DueOffset < 0));
    }
}
