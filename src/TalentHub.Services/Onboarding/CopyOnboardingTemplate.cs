using TalentHub.Data;
using TalentHub.Data.Content;
using TalentHub.Services.Accounts;

namespace TalentHub.Services.Onboarding;

/// <summary>A new company gets its own copy of the standard list of tasks.</summary>
public sealed class CopyOnboardingTemplate(TalentHubDb db) : ICopyShipped
{
    public Task AddAsync(CopyFor company, CancellationToken ct)
    {
        db.OnboardingTemplates.Add(ShippedContent.OnboardingTemplate.ToTemplate());
        return Task.CompletedTask;
    }
}
