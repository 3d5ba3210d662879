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
public sealed class MoveModel(TalentHubDb db, BookInterview book, InterviewFactsLoader facts, Reader reader) : SlotPage(db)
{
    [FromRoute]
    public long Id { get; set; }

    public Interview Interview { get; private set; } = null!;

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
        if (!await IsSlotAsync(ct))
        {
            return await InvalidAsync(ct);
        }

        var interview = await Db.Interviews.AsNoTracking().SingleOrNotFoundAsync(i => i.Id == Id, ct);
        Findings = interview.Can(InterviewTrigger.Move, await facts.LoadAsync(interview, Input.ToSlot(), ct), Me).Findings;
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsSlotAsync(ct))
        {
            return await InvalidAsync(ct);
        }

        await Db.Interviews.AsNoTracking().Where(i => i.Id == Id).Select(i => i.Id).FirstOrNotFoundAsync(ct);
        await book.MoveAsync(Id, Version, Input.ToSlot(), Input.Reason, ct);
        return Done("Moved. Everyone's calendar follows.", Links.Interview(Id));
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Interview = await Db.Interviews.AsNoTracking().SingleOrNotFoundAsync(i => i.Id == Id, ct);
        Shows(Interview.Version);
        CandidateName = (await Db.NamesAsync([Interview.PersonId], T.Language, ct)).GetValueOrDefault(Interview.PersonId, "?");
        var named = await Db.InterviewPlans.AsNoTracking().Where(p => p.RequisitionId == Interview.RequisitionId)
            .SelectMany(p => p.Rounds).Where(r => r.Id == Interview.RoundId).Select(r => r.InterviewerIds).FirstOrDefaultAsync(ct) ?? [];
        Slot = new SlotView(Input, await Db.ColleaguesAsync(T.Language, ct), named, CandidateName, reader.Zone, Findings);
    }
}
