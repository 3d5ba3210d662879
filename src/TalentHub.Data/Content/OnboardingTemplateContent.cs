using TalentHub.Domain.Common;
using TalentHub.Domain.Onboarding;

namespace TalentHub.Data.Content;

/// <summary>An onboarding template as it ships, tasks in order of their due day.</summary>
public sealed record OnboardingTemplateContent(string Code, Bilingual Name, Bilingual Description, IReadOnlyList<OnboardingTaskContent> Tasks);

/// <param name="DueOffset">Working days at the person's place, counted from the start date: -5 is a week before, 0 the day itself.</param>
public sealed record OnboardingTaskContent(string Code, TaskOwner Owner, int DueOffset, TaskBlocks Blocks, TaskKind Kind, Bilingual Name, Bilingual Description);
