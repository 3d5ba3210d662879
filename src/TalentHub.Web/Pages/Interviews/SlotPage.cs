using Microsoft.AspNetCore.Mvc;
using TalentHub.Data;
using TalentHub.Domain.Workflows;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>What booking an interview and moving one have in common: a time, a place and people, checked before they hold.</summary>
public abstract class SlotPage(TalentHubDb db) : FormPage
{
    protected TalentHubDb Db { get; } = db;

    [BindProperty]
    public SlotInput Input { get; set; } = new();

    public string CandidateName { get; protected set; } = string.Empty;

    public SlotView Slot { get; protected set; } = null!;

    /// <summary>What was found when the times were checked; null before.</summary>
    protected IReadOnlyList<Finding>? Findings { get; set; }

    /// <summary>The fields are as they must be and everyone chosen works here.</summary>
    protected async Task<bool> IsSlotAsync(CancellationToken ct) =>
        await IsValidAsync(Input, ct)
        && IsOffered("Input.InterviewerIds", Input.InterviewerIds, (await Db.ColleaguesAsync(T.Language, ct)).Select(c => c.Id), "Choose interviewers from the list.");
}
