using TalentHub.Domain.Common;

namespace TalentHub.Data.Content;

/// <summary>Who does an onboarding task.</summary>
public enum TaskOwner
{
    Hire,
    Manager,
    Hr,
    It,
    Buddy,
}

/// <summary>What waits until a task is done or waived.</summary>
public enum TaskBlocks
{
    Nothing,
    AccountCreation,
    DayOne,
}

/// <summary>An onboarding template as it ships, tasks in order of their due day.</summary>
public sealed record OnboardingTemplateContent(string Code, Bilingual Name, Bilingual Description, IReadOnlyList<OnboardingTaskContent> Tasks);

/// <param name="DueOffset">Working days at the person's place, counted from the start date: -5 is a week before, 0 the day itself.</param>
public sealed record OnboardingTaskContent(string Code, TaskOwner Owner, int DueOffset, TaskBlocks Blocks, Bilingual Name, Bilingual Description);
