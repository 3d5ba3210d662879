using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Onboarding;

/// <summary>The days that are different at each place: due days step over them.</summary>
public sealed class HolidaysModel(TalentHubDb db, TimeProvider clock) : FormPage
{
    [FromQuery(Name = "place")]
    public long? PlaceId { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public string? NameZh { get; set; }

    [BindProperty]
    public bool IsWorked { get; set; }

    [BindProperty]
    public long HolidayId { get; set; }

    public IReadOnlyList<Location> Places { get; private set; } = [];

    public IReadOnlyList<Holiday> Days { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Places = await db.Locations.AsNoTracking().OrderBy(l => l.Id).ToListAsync(ct);
        PlaceId ??= Places.Count > 0 ? Places[0].Id : null;
        var from = clock.TodayIn(null).AddMonths(-12);
        Days = await db.Holidays.AsNoTracking().Where(h => h.LocationId == PlaceId && h.On >= from).OrderBy(h => h.On).Take(400).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        var place = await db.Locations.AsNoTracking().SingleOrNotFoundAsync(l => l.Id == PlaceId, ct);
        if (!await IsValidAsync(this, ct, prefix: string.Empty))
        {
            return await InvalidAsync(ct);
        }

        var name = new Bilingual(NameEn, NameZh);
        Require.That(!await db.Holidays.AnyAsync(h => h.LocationId == place.Id && h.On == On, ct), "This day is in the list already.", "On");
        db.Holidays.Add(new Holiday(place.Id, On!.Value, name, IsWorked));
        await db.SaveChangesAsync(ct);
        return Done("The day is added.", $"/onboarding/holidays?place={place.Id}");
    }

    public sealed class Rules : AbstractValidator<HolidaysModel>
    {
        private const int NameLength = 200;

        /// <summary>The list shows a year back; nobody knows the days of later years yet.</summary>
        private const int DaysBack = 366;
        private const int DaysAhead = 3 * 366;

        public Rules(Text t, TimeProvider clock)
        {
            RuleFor(i => i.On).NotNull().WithMessage(_ => t["Choose the day."]);
            RuleFor(i => i.On).Within(t, () => DayRange.Around(clock.TodayIn(null), DaysBack, DaysAhead));
            RuleFor(i => i.NameEn).Must((i, _) => !string.IsNullOrWhiteSpace(i.NameEn + i.NameZh)).WithMessage(_ => t["Write it in at least one language."]);
            RuleFor(i => i.NameEn).MaximumLength(NameLength);
            RuleFor(i => i.NameZh).MaximumLength(NameLength);
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        var day = await db.Holidays.SingleOrNotFoundAsync(h => h.Id == HolidayId, ct);
        db.Holidays.Remove(day);
        await db.SaveChangesAsync(ct);
        return Done("The day is removed.", $"/onboarding/holidays?place={day.LocationId}");
    }
}
