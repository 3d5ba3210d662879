using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Privacy;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.Privacy;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Admin.Privacy;

/// <summary>One person at the privacy desk: what is kept, giving it out, legal holds, erasure.</summary>
[RequestTimeout(Limits.Long)]
[EnableRateLimiting(OpenForms.PrivacyPolicy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PersonModel(TalentHubDb db, PersonRecords people, PersonExport export, ErasePerson erase, PrivacyDesk desk, TimeProvider clock) : FormPage
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public EraseInput Erasing { get; set; } = new();

    [BindProperty]
    public AskInput Asking { get; set; } = new();

    [BindProperty]
    public HoldInput Holding { get; set; } = new();

    public PersonName Name { get; private set; } = null!;

    public DateTime? ErasedAt { get; private set; }

    /// <summary>What is kept, by kind: how many rows.</summary>
    public IReadOnlyList<(string Title, long Rows)> Kept { get; private set; } = [];

    public IReadOnlyList<HoldRow> Holds { get; private set; } = [];

    public IReadOnlyList<Finding> Against { get; private set; } = [];

    public bool MayErase => Me.May(Capability.ErasePeople);

    public sealed class EraseInput
    {
        public string? Number { get; set; }
    }

    public sealed class AskInput
    {
        public PrivacyRequestKind? Kind { get; set; }

        public string? Words { get; set; }
    }

    public sealed class HoldInput
    {
        public string? Reason { get; set; }
    }

    public sealed class EraseRules : AbstractValidator<EraseInput>
    {
        public EraseRules(Text t) => RuleFor(i => i.Number).NotEmpty().MaximumLength(20);
    }

    public sealed class HoldRules : AbstractValidator<HoldInput>
    {
        public HoldRules(Text t) => RuleFor(i => i.Reason).NotEmpty().MaximumLength(LegalHold.ReasonLength);
    }

    public sealed class AskRules : AbstractValidator<AskInput>
    {
        public AskRules(Text t)
        {
            RuleFor(i => i.Kind).NotNull().IsInEnum().WithName(_ => t["What is asked for"]);
            RuleFor(i => i.Words).MaximumLength(PrivacyRequest.WordsLength);
            RuleFor(i => i.Words).NotEmpty().When(i => i.Kind == PrivacyRequestKind.Correction).WithMessage(_ => t["Say what should be put right."]);
        }
    }

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<PrivacyRequestKind>().Select(k => new SelectListItem(T.Enum(k), k.ToString()));

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var records = await people.OfAsync(Id, ct);
        var person = records.FirstOrDefault(p => p.Id == Id) ?? throw new NotFoundException();
        (Name, ErasedAt) = (person.Name, person.ErasedAt);
        Kept = await export.CountAsync(records, ct);
        Holds = await db.LegalHolds.AsNoTracking().Where(h => h.PersonId == Id).OrderByDescending(h => h.Id).Select(h => new HoldRow(h.Id, h.Reason, h.PlacedAt, h.LiftedAt, h.Version)).ToListAsync(ct);
        Against = await people.AgainstErasureAsync(records, Me, ct);
    }

    /// <summary>Everything in one file; changes nothing, and is written to the audit log.</summary>
    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        return new ExportResult(await export.GiveOutAsync(Id, ct));
    }

    /// <summary>Writes down what somebody asked by mail, by phone or at the desk.</summary>
    public async Task<IActionResult> OnPostRequestAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Asking, ct, "Asking"))
        {
            return await InvalidAsync(ct);
        }

        await FindAsync(ct);
        var request = await desk.AskAsync(Me, Id, Asking.Kind!.Value, Asking.Words, ct);
        return Done("The request is written down.", "/admin/privacy/" + request.Number);
    }

    public async Task<IActionResult> OnPostHoldAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Holding, ct, "Holding"))
        {
            return await InvalidAsync(ct);
        }

        await FindAsync(ct);
        db.LegalHolds.Add(new LegalHold(Me, clock.UtcNow(), Id, Holding.Reason));
        await db.SaveChangesAsync(ct);
        return Done("Their records are held.", Links.Privacy(Id));
    }

    public async Task<IActionResult> OnPostLiftAsync(long hold, CancellationToken ct)
    {
        var found = await db.LegalHolds.SingleOrNotFoundAsync(h => h.Id == hold && h.PersonId == Id, ct);
        db.Expect(found, Version);
        found.Lift(Me, clock.UtcNow());
        await db.SaveChangesAsync(ct);
        return Done("The hold is lifted.", Links.Privacy(Id));
    }

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (!await IsValidAsync(Erasing, ct, "Erasing"))
        {
            return await InvalidAsync(ct);
        }

        if (Erasing.Number!.Trim().TrimStart('#') != Id.ToString(CultureInfo.InvariantCulture))
        {
            ModelState.AddModelError("Erasing.Number", T["This is not this person's number. Nothing was erased."]);
            return await InvalidAsync(ct);
        }

        await erase.EraseAsync(Id, ErasureCause.Decision, Me, ct);
        return Done("Everything about this person is erased.", Links.Privacy(Id));
    }

    private async Task FindAsync(CancellationToken ct)
    {
        if (!await db.People.AnyAsync(p => p.Id == Id, ct))
        {
            throw new NotFoundException();
        }
    }

    public sealed record HoldRow(long Id, string Reason, DateTime PlacedAt, DateTime? LiftedAt, Guid Version);

    private sealed class ExportResult(PersonFile file) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            var http = context.HttpContext;

            // The framework's zip closes its entries without waiting, also when it is asked to wait.
            http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
            http.Response.ContentType = "application/zip";
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{ExportZip.NameOf(file)}\"";
            http.Response.Headers.CacheControl = "no-store";
            return http.RequestServices.GetRequiredService<ExportZip>().WriteAsync(file, http.Response.Body, http.RequestAborted);
        }
    }
}
