using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;
using TalentHub.Services;
using TalentHub.Services.Offers;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Offers;

/// <summary>Drafts an offer for an application at the offer; without one in the address it lists those that wait for an offer.</summary>
public sealed class NewModel(TalentHubDb db, OfferDesk desk, TimeProvider clock) : FormPage
{
    [FromQuery(Name = "application")]
    public long? ApplicationId { get; set; }

    [BindProperty]
    public long? OpeningId { get; set; }

    [BindProperty]
    public TermsInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public Subject? About { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        if (ApplicationId is not { } applicationId)
        {
            Choices = await (
                from application in db.Applications.AsNoTracking()
                where application.State == ApplicationState.OfferStage && !db.Offers.Any(o => o.ApplicationId == application.Id && OfferFlow.Live.Contains(o.State))
                join person in db.People on application.PersonId equals person.Id
                join job in db.Requisitions on application.RequisitionId equals job.Id
                orderby application.StateSince, application.Id
                select new Choice(application.Id, person.Name, job.Title, application.StateSince)).Take(100).ToListAsync(ct);
            return;
        }

        About = await (
            from application in db.Applications.AsNoTracking()
            where application.Id == applicationId
            join person in db.People on application.PersonId equals person.Id
            join job in db.Requisitions on application.RequisitionId equals job.Id
            join place in db.Locations on job.LocationId equals place.Id
            select new Subject(application.Id, person.Name, person.Language, job.Id, job.Title, job.TargetStart, job.RoleFamilyCode, job.LevelCode, place.Currency, place.Zone))
            .FirstOrNotFoundAsync(ct);
        Seats = await db.Openings.AsNoTracking().Where(o => o.RequisitionId == About.RequisitionId && o.State == OpeningState.Open).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(ct);
        var family = await db.RoleFamilies.AsNoTracking().SingleOrDefaultAsync(f => f.Code == About.RoleFamilyCode, ct);
        var band = family?.Level(About.LevelCode)?.Pay(About.Currency);
        Band = band is null ? null : (new Money(band.Minimum, band.Currency), new Money(band.Maximum, band.Currency));
        if (HttpMethods.IsGet(Request.Method))
        {
            Propose(About);
        }
    }

    public IReadOnlyList<long> Seats { get; private set; } = [];

    /// <summary>What the level is paid at the place, in its currency.</summary>
    public (Money Minimum, Money Maximum)? Band { get; private set; }

    public TermsForm Form => TermsForm.Of(Input, About!.Currency);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ApplicationId is not { } applicationId)
        {
            return NotFound();
        }

        if (OpeningId is null)
        {
            ModelState.AddModelError(nameof(OpeningId), T["Choose a seat that is open."]);
        }

        if (!await IsValidAsync(Input, ct) || OpeningId is not { } openingId)
        {
            return await InvalidAsync(ct);
        }

        var zone = await (
            from application in db.Applications
            where application.Id == applicationId
            join job in db.Requisitions on application.RequisitionId equals job.Id
            join place in db.Locations on job.LocationId equals place.Id
            select place.Zone).FirstOrNotFoundAsync(ct);
        var offer = await desk.DraftAsync(Me, applicationId, openingId, Input.ToTerms(zone), ct);
        return Done(new Sentence("{number} is drafted; its seat is reserved.", ("number", offer.Number)), Links.Offer(offer.Id));
    }

    /// <summary>A week to answer, the wished start, four years with a year's cliff: the usual, to be changed.</summary>
    private void Propose(Subject about)
    {
        var today = clock.TodayIn(about.Zone);
        var start = about.TargetStart is { } wished && wished > today.AddDays(14) ? wished : today.AddDays(42);
        OpeningId = Seats.Count > 0 ? Seats[0] : null;
        Input.Currency = about.Currency;
        Input.Language = about.Language;
        Input.StartsOn = start;
        Input.ExpiresOn = today.AddDays(7);
        Input.CliffMonths = 12;
        Input.Months[0] = 48;
        Input.Shares[0] = 100;
    }

    public sealed record Choice(long Id, PersonName Name, Bilingual Title, DateTime Since);

    public sealed record Subject(
        long Id, PersonName Name, string Language, long RequisitionId, Bilingual Title, DateOnly? TargetStart, string RoleFamilyCode, string LevelCode, string Currency, string Zone);
}
