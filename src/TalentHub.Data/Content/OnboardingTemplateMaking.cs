using TalentHub.Domain.Onboarding;

namespace TalentHub.Data.Content;

/// <summary>Makes the company's own template of the one that ships.</summary>
public static class OnboardingTemplateMaking
{
    public static OnboardingTemplate ToTemplate(this OnboardingTemplateContent content) =>
        new(content.Name with { }, null, null, null, null, content.Tasks.Select((task, at) => new TemplateTask(
            at + 1, task.Name with { }, task.Description with { }, task.Owner, task.DueOffset, task.Blocks, task.Kind)));
}
