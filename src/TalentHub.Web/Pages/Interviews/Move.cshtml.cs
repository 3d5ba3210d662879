using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Interviews;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>Moves an interview: another time, other people, another place. Everyone's calendar follows.</summary>
public sealed class MoveModel(TalentHubDb db, BookInterview book, InterviewFactsLoader facts, Reader reader) : FormPage
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public SlotInput Input { get; set; } = new();

    public Interview Interview { get; private set; } = null!;

    public string CandidateName { get; private set; } = string.Empty;

    public SlotView Slot { get; private set; } = null!;

    private IReadOnlyList<Finding>? findings;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var start = Clock.LocalIn(Interview.StartsAt ?? DateTime.UnixEpoch, reader.Zone);
        Input.Day = DateOnly.FromDateTime(start);
        Input.Time = TimeOnly.FromDateTime(start);
        Input.Zone = reader.Zone;
        Input.Minutes = Interview.Minutes;
        Input.CandidateZone = Interview.CandidateZone;
        Input.InterviewerIds.AddRange(Interview.Panel.Select(p => p.PersonId));
        Input.Place = Interview.Place;
        Input.Link = Interview.Link;
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct) || !await AreColleaguesAsync(ct))
        {
            return await InvalidAsync(ct);
        }

        var interview = await db.Interviews.AsNoTracking().SingleOrNotFoundAsync(i => i.Id == Id, ct);
        findings = interview.Can(InterviewTrigger.Move, await facts.LoadAsync(interview, Input.ToSlot(), ct), Me).Findings;
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct) || !await AreColleaguesAsync(ct))
        {
            return await InvalidAsync(ct);
        }

        await db.Interviews.AsNoTracking().Where(i => i.Id == Id).Select(i => i.Id).FirstOrNotFoundAsync(ct);
        await book.MoveAsync(Id, Version, Input.ToSlot(), Input.Reason, ct);
        return Done("Moved. Everyone's calendar follows.", Links.Interview(Id));
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Interview = await db.Interviews.AsNoTracking().SingleOrNotFoundAsync(i => i.Id == Id, ct);
        Shows(Interview.Version);
        CandidateName = (await db.NamesAsync([Interview.PersonId], ct)).GetValueOrDefault(Interview.PersonId, "?");
        var named = await db.InterviewPlans.AsNoTracking().Where(p => p.RequisitionId == Interview.RequisitionId)
            .SelectMany(p => p.Rounds).Where(r => r.Id == Interview.RoundId).Select(r => r.InterviewerIds).FirstOrDefaultAsync(ct) ?? [];
        Slot = new SlotView(Input, await db.ColleaguesAsync(ct), named, CandidateName, reader.Zone, findings);
    }

    private async Task<bool> AreColleaguesAsync(CancellationToken ct) =>
        IsOffered("Input.InterviewerIds", Input.InterviewerIds, (await db.ColleaguesAsync(ct)).Select(c => c.Id), "Choose interviewers from the list.");
}
