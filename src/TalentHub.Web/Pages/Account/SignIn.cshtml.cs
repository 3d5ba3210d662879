using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Data.Setup;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services.Access;
using TalentHub.Services.Accounts;
using TalentHub.Services.Auditing;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Account;

/// <summary>
/// E-mail and password; in demo mode also one click to be somebody. Says the same in the same time whether the address, the password or the account is the matter.
/// </summary>
[EnableRateLimiting(OpenForms.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignInModel(TalentHubDb db, Passwords passwords, Guesses guesses, DemoDoor demo, DemoAccounts demoAccounts, CurrentActor actor, ActorLoader actors, Looks looks) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The session ended while a form was being written.</summary>
    [FromQuery]
    public bool Ended { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsDemo { get; private set; }

    public IReadOnlyList<DemoRow> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (User.WaitingFor() is { } waiting)
        {
            return LocalRedirect((waiting.Stage == SessionStage.NeedsCode ? "/account/code" : "/account/second-factor") + "?returnUrl=" + Uri.EscapeDataString(Languages.Back(ReturnUrl)));
        }

        await LoadAsync(ct);
        // In the sample company this page is where one becomes somebody else; who was on the way somewhere goes on.
        return actor.IsSignedIn && (!IsDemo || ReturnUrl is not null) ? LocalRedirect(Languages.Back(ReturnUrl)) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        IsDemo = await demo.IsOpenAsync(HttpContext);
        if (IsDemo)
        {
            using var reading = db.ReadingAsSystem();
            var rows = await (
                from d in db.DemoPeople.AsNoTracking()
                join p in db.People.AsNoTracking() on d.PersonId equals p.Id
                select new DemoRow(d.Label, p.Id, p.Name, db.Employments.Where(e => e.PersonId == p.Id && EmploymentFlow.Employed.Contains(e.State)).Select(e => e.Title).FirstOrDefault()))
                .ToListAsync(ct);
            People = [.. rows.OrderBy(r => DemoPerson.Labels.ToList().IndexOf(r.Label))];
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        string[] keys = [Guesses.AccountKey(Input.Email), Guesses.NetworkKey(HttpContext.Connection.RemoteIpAddress)];
        if (await guesses.TakeAsync(keys, ct) is { } wait)
        {
            await looks.NoteAsync(new AuditNote(AuditAction.SignInSlowed, RecordKind.Account, Detail: Guesses.NetworkOf(HttpContext.Connection.RemoteIpAddress), Result: AuditResult.Refused), ct);
            return await this.WaitAsync(wait, ct);
        }

        var (account, tried) = await passwords.CheckAsync(Input.Email, Input.Password, ct);
        if (account is null)
        {
            await looks.TriedAsync(new AuditNote(AuditAction.SignInFailed, RecordKind.Account, tried?.Id, tried?.PersonId), tried?.Id, ct);
            ModelState.AddModelError(string.Empty, T["E-mail or password is not right. After several tries, each next one takes longer."]);
            return await InvalidAsync(ct);
        }

        await guesses.RightAsync(keys, ct);
        await HttpContext.StartSessionAsync(account.Id);

        // The sign-in page knows what is still missing, if anything.
        return LocalRedirect("/account/sign-in?returnUrl=" + Uri.EscapeDataString(Languages.Back(ReturnUrl)));
    }

    /// <summary>One click to be somebody of the sample company. Not there outside demo mode.</summary>
    public async Task<IActionResult> OnPostDemoAsync([FromForm] string? label, CancellationToken ct)
    {
        if (!await demo.IsOpenAsync(HttpContext) || await demoAccounts.FindAsync(label, ct) is not { } accountId)
        {
            return NotFound();
        }

        // Whoever tries the sample goes on in the language in which they came.
        using (db.ReadingAsSystem())
        {
            var person = await db.People.SingleAsync(p => db.Users.Any(a => a.Id == accountId && a.PersonId == p.Id), ct);
            person.Speaks(T.Language, null);
            await db.SaveChangesAsync(ct);
        }

        actors.Forget(accountId);
        await HttpContext.StartSessionAsync(accountId, isDemo: true);
        return LocalRedirect(Languages.Back(ReturnUrl));
    }

    public sealed record DemoRow(string Label, long PersonId, PersonName Name, string? Title)
    {
        /// <summary>The role or relation in words.</summary>
        public string What => Label switch
        {
            "HiringManager" => "Hiring manager",
            "HR" => "HR partner",
            "DepartmentHead" => "Department head",
            "CompensationOwner" => "Compensation owner",
            "Manager" => "Line manager",
            "Employee2" => "Another employee",
            "LearningOwner" => "Learning owner",
            "Admin" => "Administrator",
            _ => Label,
        };
    }

    public sealed class InputModel
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Email).NotEmpty().WithMessage(_ => t["Write your e-mail address."]).MaximumLength(EmailAddress.Length);
            RuleFor(i => i.Password).NotEmpty().WithMessage(_ => t["Write your password."]);
        }
    }
}
