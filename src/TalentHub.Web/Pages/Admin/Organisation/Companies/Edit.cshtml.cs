using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Organisation.Companies;

/// <summary>One company in law.</summary>
public sealed class EditModel(TalentHubDb db) : FormPage
{
    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public long? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public sealed class InputModel
    {
        public string? Code { get; set; }

        public string? NameEn { get; set; }

        public string? NameZh { get; set; }

        public string? Country { get; set; }

        public string? RegisteredAs { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Code).NotEmpty().WithMessage(_ => t["Write a short code."]);
            RuleFor(i => i.Code).MaximumLength(LegalEntity.CodeLength);
            RuleFor(i => i.NameEn).NotEmpty().When(i => string.IsNullOrWhiteSpace(i.NameZh)).WithMessage(_ => t["Write it in at least one language."]);
            RuleFor(i => i.NameEn).MaximumLength(200);
            RuleFor(i => i.NameZh).MaximumLength(200);
            RuleFor(i => i.Country).NotEmpty().WithMessage(_ => t["A country is two capital letters (ISO 3166): CN, US."]);
            RuleFor(i => i.Country).Matches("^[A-Za-z]{2}$").WithMessage(_ => t["A country is two capital letters (ISO 3166): CN, US."]);
            RuleFor(i => i.RegisteredAs).MaximumLength(LegalEntity.NumberLength);
        }
    }

    public override async Task LoadAsync(CancellationToken ct) =>
        Shows(Id is null ? Guid.Empty : (await db.LegalEntities.AsNoTracking().SingleOrNotFoundAsync(e => e.Id == Id, ct)).Version);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Id is not null)
        {
            var entity = await db.LegalEntities.AsNoTracking().SingleOrNotFoundAsync(e => e.Id == Id, ct);
            Input = new InputModel { Code = entity.Code, NameEn = entity.Name.En, NameZh = entity.Name.Zh, Country = entity.Country, RegisteredAs = entity.RegisteredAs };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var (code, name, country) = (Input.Code!.Trim(), new Bilingual(Input.NameEn, Input.NameZh), Input.Country!.ToUpperInvariant());
        Require.That(!await db.LegalEntities.AnyAsync(e => e.Code == code && e.Id != Id, ct), "Another company has this code.", "Code");
        if (Id is null)
        {
            db.LegalEntities.Add(new LegalEntity(code, name, country, Input.RegisteredAs));
        }
        else
        {
            var entity = await db.LegalEntities.SingleOrNotFoundAsync(e => e.Id == Id, ct);
            db.Expect(entity, Version);
            entity.Describe(code, name, country, Input.RegisteredAs);
        }

        await db.SaveChangesAsync(ct);
        return Done(new Sentence("{name} is saved", ("name", name)), "/admin/companies");
    }
}
