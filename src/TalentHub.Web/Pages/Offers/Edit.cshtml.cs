using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Services;
using TalentHub.Services.Offers;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Offers;

/// <summary>Writes the terms while nobody was asked for them; after that it makes the next version.</summary>
public sealed class EditModel(TalentHubDb db, OfferDesk desk, TimeProvider clock) : FormPage, IShowsRecords
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public TermsInput Input { get; set; } = new();

    public Offer Offer { get; private set; } = null!;

    public OfferAbout About { get; private set; } = null!;

    public TermsForm Form => TermsForm.Of(Input, Offer.Current.BaseAnnual.Currency);

    public IEnumerable<AuditNote> Revealed => [new(AuditAction.ReadPay, RecordKind.Offer, Id, Offer.PersonId)];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OfferFlow.Editable.Contains(Offer.State)
            ? Page()
            : Done("The terms can be written while the offer is a draft or was sent back.", Links.Offer(Id));
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Offer = await db.Offers.AsNoTracking().Include(o => o.Versions).AsSplitQuery().SingleOrNotFoundAsync(o => o.Id == Id, ct);
        About = (await db.AboutOffersAsync([Id], ct))[Id];
        if (HttpMethods.IsGet(Request.Method))
        {
            Input = TermsInput.From(Offer.Current);
        }

        Shows(Offer.Version);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var offer = await desk.FindAsync(Id, ct) ?? throw new NotFoundException();
        db.Expect(offer, Version);
        offer.Write(Me, clock.UtcNow(), Input.ToTerms(offer.Current.Zone));

        // A change of a version alone does not touch the offer's row; its version number must move all the same.
        db.Entry(offer).Property(nameof(Entity.Version)).IsModified = true;
        await db.SaveChangesAsync(ct);
        return Done(new Sentence("{number} is saved.", ("number", offer.Number)), Links.Offer(Id));
    }
}
