using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Organisation.Places;

/// <summary>One place: its zone says when its day ends, its currency in what people there are paid.</summary>
public sealed class EditModel(TalentHubDb db) : FormPage
{
    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public long? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public sealed class InputModel
    {
        public string? NameEn { get; set; }

        public string? NameZh { get; set; }

        public string? Zone { get; set; }

        public string? Country { get; set; }

        public string? Currency { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.NameEn).NotEmpty().When(i => string.IsNullOrWhiteSpace(i.NameZh)).WithMessage(_ => t["Write it in at least one language."]);
            RuleFor(i => i.NameEn).MaximumLength(200);
            RuleFor(i => i.NameZh).MaximumLength(200);
            RuleFor(i => i.Zone).Must(Choices.IsZone).WithMessage(_ => t["This time zone is not known."]);
            RuleFor(i => i.Country).Matches("^[A-Za-z]{2}$").WithMessage(_ => t["A country is two capital letters (ISO 3166): CN, US."]);
            RuleFor(i => i.Country).NotEmpty().WithMessage(_ => t["A country is two capital letters (ISO 3166): CN, US."]);
            RuleFor(i => i.Currency).NotEmpty().Matches("^[A-Za-z]{3}$").WithMessage(_ => t["Choose a currency."]);
        }
    }

    public override async Task LoadAsync(CancellationToken ct) =>
        Shows(Id is null ? Guid.Empty : (await db.Locations.AsNoTracking().SingleOrNotFoundAsync(l => l.Id == Id, ct)).Version);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Id is not null)
        {
            var place = await db.Locations.AsNoTracking().SingleOrNotFoundAsync(l => l.Id == Id, ct);
            Input = new InputModel { NameEn = place.Name.En, NameZh = place.Name.Zh, Zone = place.Zone, Country = place.Country, Currency = place.Currency };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var name = new Bilingual(Input.NameEn, Input.NameZh);
        var (country, currency) = (Input.Country!.ToUpperInvariant(), Input.Currency!.ToUpperInvariant());
        if (Id is null)
        {
            db.Locations.Add(new Location(name, Input.Zone!, country, currency));
        }
        else
        {
            var place = await db.Locations.SingleOrNotFoundAsync(l => l.Id == Id, ct);
            db.Expect(place, Version);
            place.Describe(name, Input.Zone!, country, currency);
        }

        await db.SaveChangesAsync(ct);
        return Done(new Sentence("{name} is saved", ("name", name)), "/admin/places");
    }
}
