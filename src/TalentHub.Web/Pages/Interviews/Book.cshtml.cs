using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Calendar;
using TalentHub.Services.Interviews;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>Books a round for an application: when, with whom, where; says what is unusual before and asks why.</summary>
public sealed class BookModel(TalentHubDb db, BookInterview book, InterviewFactsLoader facts, Zones zones, Reader reader, TimeProvider clock) : SlotPage(db)
{
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The round of the plan.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Round { get; set; }

    public InterviewPlan? Plan { get; private set; }

    public Bilingual JobTitle { get; private set; } = null!;

    public string? Availability { get; private set; }

    public long RequisitionId { get; private set; }

    public async Task OnGetAsync(DateOnly? day, TimeOnly? time, long? who, CancellationToken ct)
    {
        await LoadAsync(ct);
        Input.Day = day ?? clock.TodayIn(reader.Zone).AddDays(1);
        Input.Time = time;
        Input.Zone = reader.Zone;
        Input.Minutes = ChosenRound?.Minutes ?? 60;

        // Where they said they are, when an earlier round was booked.
        Input.CandidateZone = CandidateZone ?? await zones.OfAsync(PersonId, ct);
        if (who is { } one)
        {
            Input.InterviewerIds.Add(one);
        }
        else if (ChosenRound is { } round)
        {
            // Those whom the plan names for the round, as far as they still work here.
            Input.InterviewerIds.AddRange(round.InterviewerIds.Intersect(Slot.Colleagues.Select(c => c.Id)));
        }
    }

    /// <summary>Says what the times are on both clocks and who is not free; books nothing.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        if (!await IsSlotAsync(ct))
        {
            return await InvalidAsync(ct);
        }

        var application = await Db.Applications.AsNoTracking().Where(a => a.Id == Id).Select(a => new { a.PersonId, a.RequisitionId }).FirstOrNotFoundAsync(ct);
        var plan = await Db.InterviewPlans.AsNoTracking().SingleOrNotFoundAsync(p => p.RequisitionId == application.RequisitionId, ct);
        var proposed = new Interview(Me, clock.UtcNow(), Id, application.RequisitionId, application.PersonId, plan.Find(Round ?? 0));
        Findings = proposed.Can(InterviewTrigger.Book, await facts.LoadAsync(proposed, Input.ToSlot(), ct), Me).Findings;
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsSlotAsync(ct))
        {
            return await InvalidAsync(ct);
        }

        await Db.Applications.AsNoTracking().Where(a => a.Id == Id).Select(a => a.Id).FirstOrNotFoundAsync(ct);
        var interview = await book.BookAsync(Id, Round ?? 0, Input.ToSlot(), Input.Reason, ct);
        return Done("Booked. Everyone gets an invitation with a calendar file.", Links.Interview(interview.Id));
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        var application = await (
            from a in Db.Applications.AsNoTracking()
            join person in Db.People on a.PersonId equals person.Id
            where a.Id == Id
            select new { a.RequisitionId, a.PersonId, person.Name }).FirstOrNotFoundAsync(ct);
        (PersonId, RequisitionId) = (application.PersonId, application.RequisitionId);
        CandidateName = T.Name(application.Name);
        JobTitle = (await Db.JobTitlesAsync([application.RequisitionId], ct))[application.RequisitionId];
        Plan = await Db.InterviewPlans.AsNoTracking().SingleOrDefaultAsync(p => p.RequisitionId == application.RequisitionId, ct);
        var rounds = await Db.Interviews.AsNoTracking().Where(i => i.ApplicationId == Id).OrderBy(i => i.RoundOrder).ThenBy(i => i.Id)
            .Select(i => new { i.Id, i.RoundId, i.State, i.Availability, i.CandidateZone }).ToListAsync(ct);
        var toBook = rounds.FindAll(i => InterviewFlow.WithoutTime.Contains(i.State));
        Round ??= toBook.FirstOrDefault()?.RoundId ?? Plan?.Ordered.FirstOrDefault()?.Id;
        Availability = toBook.Find(i => i.RoundId == Round)?.Availability;
        CandidateZone = rounds.Where(i => i.CandidateZone is not null).MaxBy(i => i.Id)?.CandidateZone;
        Slot = new SlotView(Input, await Db.ColleaguesAsync(T.Language, ct), ChosenRound?.InterviewerIds ?? [], CandidateName, reader.Zone, Findings);
    }

    private InterviewRound? ChosenRound => Plan?.Rounds.FirstOrDefault(r => r.Id == Round);

    private long PersonId { get; set; }

    private string? CandidateZone { get; set; }
}
