using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Content;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Organisation.Reasons;

/// <summary>One reason in both languages; a rejection's also says which message goes out. Kind and code stand once it is made: history refers to them.</summary>
public sealed class EditModel(TalentHubDb db) : FormPage
{
    private const string RejectionMails = "application-rejected-";

    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public long? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public List<SelectListItem> Kinds => [.. Enum.GetValues<ReasonKind>().Select(k => new SelectListItem(T.Enum(k), k.ToString()))];

    public List<SelectListItem> Mails => [.. ShippedContent.MailTemplates.Where(m => m.Code.StartsWith(RejectionMails, StringComparison.Ordinal)).Select(m => new SelectListItem(MessageNames.Of(T, m.Code), m.Code))];

    public sealed class InputModel
    {
        public ReasonKind? Kind { get; set; }

        public string? Code { get; set; }

        public string? TextEn { get; set; }

        public string? TextZh { get; set; }

        public string? MailTemplate { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.TextEn).NotEmpty().When(i => string.IsNullOrWhiteSpace(i.TextZh)).WithMessage(_ => t["Write it in at least one language."]);
            RuleFor(i => i.TextEn).MaximumLength(CompanyReason.TextLength);
            RuleFor(i => i.TextZh).MaximumLength(CompanyReason.TextLength);
        }
    }

    public override async Task LoadAsync(CancellationToken ct) =>
        Shows(Id is null ? Guid.Empty : (await db.CompanyReasons.AsNoTracking().SingleOrNotFoundAsync(r => r.Id == Id, ct)).Version);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Id is not null)
        {
            var reason = await db.CompanyReasons.AsNoTracking().SingleOrNotFoundAsync(r => r.Id == Id, ct);
            Input = new InputModel { Kind = reason.Kind, Code = reason.Code, TextEn = reason.Text.En, TextZh = reason.Text.Zh, MailTemplate = reason.MailTemplate };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct) | !IsOffered("Input.MailTemplate", Input.MailTemplate, Mails))
        {
            return await InvalidAsync(ct);
        }

        var text = new Bilingual(Input.TextEn, Input.TextZh);
        var mail = string.IsNullOrEmpty(Input.MailTemplate) ? null : Input.MailTemplate;
        if (Id is null)
        {
            Require.That(Input.Kind is not null, "Choose what it is a reason for.", "Kind");
            var made = new CompanyReason(Input.Kind!.Value, Input.Code ?? string.Empty, text, Input.Kind == ReasonKind.Rejection ? mail : null);
            Require.That(!await db.CompanyReasons.AnyAsync(r => r.Kind == made.Kind && r.Code == made.Code, ct), "This kind has a reason with this code.", "Code");
            db.CompanyReasons.Add(made);
        }
        else
        {
            var reason = await db.CompanyReasons.SingleOrNotFoundAsync(r => r.Id == Id, ct);
            db.Expect(reason, Version);
            reason.Say(text, reason.Kind == ReasonKind.Rejection ? mail : reason.MailTemplate);
        }

        await db.SaveChangesAsync(ct);
        return Done(new Sentence("“{name}” is saved", ("name", text)), "/admin/reasons");
    }
}
