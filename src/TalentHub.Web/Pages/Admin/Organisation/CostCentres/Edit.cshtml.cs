using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services.Organisation;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Organisation.CostCentres;

/// <summary>One cost centre: its number stays; its name, its company and whether it is open hold from a day on.</summary>
public sealed class EditModel(TalentHubDb db, DatedOrganisation organisation) : FormPage
{
    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public long? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public List<SelectListItem> Companies { get; private set; } = [];

    public DateOnly Today { get; private set; }

    [BindProperty]
    public DateOnly? TakenFrom { get; set; }

    public IReadOnlyList<CostCentreChange> History { get; private set; } = [];

    public sealed class InputModel
    {
        public string? Code { get; set; }

        public string? NameEn { get; set; }

        public string? NameZh { get; set; }

        public long? LegalEntityId { get; set; }

        public bool IsClosed { get; set; }

        /// <summary>Empty: from today on.</summary>
        public DateOnly? From { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Code).NotEmpty().WithMessage(_ => t["Write a short code."]);
            RuleFor(i => i.Code).MaximumLength(CostCentre.CodeLength);
            RuleFor(i => i.NameEn).NotEmpty().When(i => string.IsNullOrWhiteSpace(i.NameZh)).WithMessage(_ => t["Write it in at least one language."]);
            RuleFor(i => i.NameEn).MaximumLength(200);
            RuleFor(i => i.NameZh).MaximumLength(200);
            RuleFor(i => i.LegalEntityId).NotNull().WithMessage(_ => t["Choose a company."]);
        }
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Today = await organisation.TodayAsync(ct);
        Companies = [.. (await db.LegalEntities.AsNoTracking().OrderBy(e => e.Code).ToListAsync(ct))
            .Select(e => new SelectListItem(T.Of(e.Name), e.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
        History = Id is null ? [] : await db.CostCentreChanges.AsNoTracking().Where(c => c.CostCentreId == Id).OrderByDescending(c => c.From).ToListAsync(ct);
        Shows(Id is null ? Guid.Empty : (await db.CostCentres.AsNoTracking().SingleOrNotFoundAsync(c => c.Id == Id, ct)).Version);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input.From = Today;
        if (Id is not null)
        {
            var centre = await db.CostCentres.AsNoTracking().SingleOrNotFoundAsync(c => c.Id == Id, ct);
            var now = History.FirstOrDefault(c => c.From <= Today) ?? History[^1];
            Input = new InputModel { From = Today, Code = centre.Code, NameEn = now.Name.En, NameZh = now.Name.Zh, LegalEntityId = now.LegalEntityId, IsClosed = now.IsClosed };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var (code, name) = (Input.Code!.Trim(), new Bilingual(Input.NameEn, Input.NameZh));
        Require.That(await db.LegalEntities.AnyAsync(e => e.Id == Input.LegalEntityId, ct), "Choose a company.", "LegalEntityId");
        Require.That(!await db.CostCentres.AnyAsync(c => c.Code == code && c.Id != Id, ct), "Another cost centre has this number.", "Code");
        var from = Input.From ?? await organisation.TodayAsync(ct);
        var centre = Id is null ? new CostCentre(code) : await db.CostCentres.SingleOrNotFoundAsync(c => c.Id == Id, ct);
        if (Id is not null)
        {
            db.Expect(centre, Version);
            Require.That(centre.Code == code, "The number of a cost centre stays. Close this one and make another.", "Code");
        }

        await organisation.ChangeAsync(centre, from, new CostCentreTerms(name, Input.LegalEntityId!.Value, Input.IsClosed), Me, ct);
        return Done(new Sentence("{name} is saved", ("name", name)), "/admin/cost-centres");
    }

    /// <summary>A change that has not come yet is not made after all.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct)
    {
        var id = (await db.CostCentres.AsNoTracking().SingleOrNotFoundAsync(c => c.Id == Id, ct)).Id;
        Require.That(TakenFrom is not null, "Choose a day that people can mean.");
        await organisation.TakeBackCostCentreAsync(id, TakenFrom!.Value, ct);
        return Done("Taken back: it will stay as it is.", $"/admin/cost-centres/edit?id={id}");
    }
}
