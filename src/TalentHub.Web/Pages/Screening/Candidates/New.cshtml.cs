using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Documents;
using TalentHub.Domain.People;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Services;
using TalentHub.Services.Documents;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Careers;

namespace TalentHub.Web.Pages.Screening.Candidates;

/// <summary>Staff enter someone for a job: a new person, or one who is known and tries again.</summary>
[TooBigUpload]
[RequestTimeout(Limits.Long)]
public sealed class NewModel(TalentHubDb db, Uploads uploads, ReadingDesk desk, TimeProvider clock) : FormPage
{
    /// <summary>A person who is known already.</summary>
    [FromQuery(Name = "person")]
    public long? PersonId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(Name = "File")]
    public IFormFile? Upload { get; set; }

    [FromQuery(Name = TooBigUpload.Key)]
    public bool WasTooBig { get; set; }

    public IReadOnlyList<SelectListItem> Jobs { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sources { get; private set; } = [];

    public PersonName? Known { get; private set; }

    public Task OnGetAsync(CancellationToken ct)
    {
        Response.StatusCode = WasTooBig ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status200OK;
        return LoadAsync(ct);
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        if (PersonId is not null)
        {
            Known = (await db.People.AsNoTracking().Where(p => p.Id == PersonId && db.Applications.Any(a => a.PersonId == p.Id)).Select(p => new { p.Name }).FirstOrNotFoundAsync(ct)).Name;
        }

        Jobs = [.. (await db.Requisitions.AsNoTracking().Where(r => r.State == RequisitionState.Open).OrderByDescending(r => r.Id).Select(r => new { r.Id, r.Title }).Take(200).ToListAsync(ct))
            .Select(r => new SelectListItem($"{T.Of(r.Title)} · {Requisition.NumberOf(r.Id)}", r.Id.ToString(CultureInfo.InvariantCulture)))];
        Sources = [.. Enum.GetValues<Source>().Select(s => new SelectListItem(T.Enum(s), s.ToString()))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input.IsKnown = Known is not null;
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var application = await db.InTransactionAsync(() => EnterAsync(ct), ct);
        if (application.ResumeFileId is { } file)
        {
            desk.Ask(file);
        }

        return Done("Added.", Links.Application(application.Id));
    }

    private async Task<JobApplication> EnterAsync(CancellationToken ct)
    {
        var job = await db.Requisitions.Where(r => r.Id == Input.Job && r.State == RequisitionState.Open).Select(r => (long?)r.Id).FirstOrDefaultAsync(ct);
        Require.That(job is not null, "This job is not open.", "Job");
        var personId = PersonId;
        if (personId is null)
        {
            var person = new Person(PersonName.Parse(Input.Name!, Input.LatinName), Input.Email, Input.Phone, Input.Language ?? "en", clock.UtcNow());
            person.Describe(Input.Title, Input.Employer, null, Input.Link);
            db.People.Add(person);
            await db.SaveChangesAsync(ct);
            personId = person.Id;
        }
        else
        {
            Require.That(
                !await db.Applications.AnyAsync(a => a.PersonId == personId && a.RequisitionId == job && a.EndedAt == null, ct),
                "This person already has a running application there.", "Job");
        }

        var application = new JobApplication(
            Me, clock.UtcNow(), personId.Value, job!.Value, Input.Source!.Value, Input.SourceDetail, resumeFileId: await TakeFileAsync(personId.Value, ct));
        db.Applications.Add(application);
        await db.SaveChangesAsync(ct);
        return application;
    }

    private async Task<long?> TakeFileAsync(long personId, CancellationToken ct)
    {
        if (Upload is null)
        {
            return null;
        }

        await using var content = Upload.OpenReadStream();
        var file = await uploads.TakeAsync(content, Upload.FileName, FileKind.Resume, personId, ct);
        await db.SaveChangesAsync(ct);
        return file.Id;
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }

        public string? LatinName { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        public string? Language { get; set; }

        public string? Title { get; set; }

        public string? Employer { get; set; }

        public string? Link { get; set; }

        public long? Job { get; set; }

        public Source? Source { get; set; }

        public string? SourceDetail { get; set; }

        internal bool IsKnown { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Name).NotEmpty().When(i => !i.IsKnown, ApplyConditionTo.CurrentValidator).WithMessage(_ => t["Write a name."]).MaximumLength(PersonName.PartLength);
            RuleFor(i => i.LatinName).SpellsName(t);
            RuleFor(i => i.Email).Must(e => string.IsNullOrWhiteSpace(e) || EmailAddress.IsValid(e)).WithMessage(_ => t["This is not an e-mail address."])
                .MaximumLength(EmailAddress.Length);
            RuleFor(i => i.Language).OneOf(t, "en", "zh-CN").When(i => !string.IsNullOrEmpty(i.Language));
            RuleFor(i => i.Phone).MaximumLength(Person.PhoneLength);
            RuleFor(i => i.Title).MaximumLength(Person.TextLength);
            RuleFor(i => i.Employer).MaximumLength(Person.TextLength);
            RuleFor(i => i.Link).MaximumLength(Person.LinkLength)
                .Must(l => string.IsNullOrWhiteSpace(l) || (Uri.TryCreate(l.Trim(), UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps)).WithMessage(_ => t["A link starts with https://."]);
            RuleFor(i => i.Job).NotEmpty().WithMessage(_ => t["Choose a job."]);
            RuleFor(i => i.Source).NotNull().WithMessage(_ => t["Say where they come from."]);
            RuleFor(i => i.SourceDetail).MaximumLength(JobApplication.SourceDetailLength);
        }
    }
}
