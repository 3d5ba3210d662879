using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services.Accounts;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Setup;

/// <summary>One's own company: its name, where it is, and who administers it first. The code on the console says that one may.</summary>
[EnableRateLimiting(OpenForms.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CompanyModel(TalentHubDb db, FirstStart start, SetupDoor door, Guesses guesses, CompanyCache company) : FormPage
{
    /// <summary>For the script: what follows the choice of a country.</summary>
    public static string Usual { get; } = JsonSerializer.Serialize(Choices.AllCountries.ToDictionary(
        c => c.Code, c => new Dictionary<string, string> { ["Input.Zone"] = c.Zone, ["Input.Currency"] = c.Currency }));

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input.Country = T.IsChinese ? "CN" : "US";
        return await company.GetAsync(ct) is null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await company.GetAsync(ct) is not null)
        {
            return NotFound();
        }

        Input.TakeUsual();
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        string[] keys = [Guesses.NetworkKey(HttpContext.Connection.RemoteIpAddress)];
        if (await guesses.TakeAsync(keys, ct) is { } wait)
        {
            return await this.WaitAsync(wait, ct);
        }

        if (!await door.IsRightAsync(db, Input.Code, ct))
        {
            ModelState.AddModelError("Input.Code", T["This is not the code that the last start printed on the console."]);
            return await InvalidAsync(ct);
        }

        var account = await start.SetUpAsync(
            new FirstCompany(new Bilingual(Input.NameEn, Input.NameZh), Input.Zone!, Input.Currency!, Input.Country!, new Bilingual(Input.Place, null)),
            new FirstPerson(Input.Name!, Input.Email!, Input.Password!, T.Language), ct);
        company.Forget();
        await guesses.RightAsync(keys, ct);
        await HttpContext.StartSessionAsync(account.Id);
        return LocalRedirect("/account/sign-in?returnUrl=%2Fadmin%2Ffirst-steps");
    }

    public sealed class InputModel
    {
        public string? Code { get; set; }

        public string? NameEn { get; set; }

        public string? NameZh { get; set; }

        public string? Zone { get; set; }

        public string? Currency { get; set; }

        public string? Country { get; set; }

        public string? Place { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }

        /// <summary>What was left open is as usual in the country.</summary>
        public void TakeUsual()
        {
            var usual = Choices.Country(Country);
            Zone = string.IsNullOrEmpty(Zone) ? usual?.Zone : Zone;
            Currency = string.IsNullOrEmpty(Currency) ? usual?.Currency : Currency;
        }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Code).NotEmpty().WithMessage(_ => t["Write the code that the last start printed on the console."]).MaximumLength(40);
            RuleFor(i => i.NameEn).MaximumLength(Company.NameLength);
            RuleFor(i => i.NameEn).Must((input, name) => !string.IsNullOrWhiteSpace(name) || !string.IsNullOrWhiteSpace(input.NameZh)).WithMessage(_ => t["Name the company in at least one language."]);
            RuleFor(i => i.NameZh).MaximumLength(Company.NameLength);
            RuleFor(i => i.Zone).Must(Choices.IsZone).WithMessage(_ => t["Choose a time zone."]);
            RuleFor(i => i.Currency).Must(Choices.IsCurrency).WithMessage(_ => t["Choose a currency."]);
            RuleFor(i => i.Country).Must(Choices.IsCountry).WithMessage(_ => t["Choose a country."]);
            RuleFor(i => i.Place).NotEmpty().WithMessage(_ => t["Name the first place of work."]).MaximumLength(Company.NameLength);
            RuleFor(i => i.Name).NotEmpty().WithMessage(_ => t["Write your name."]).MaximumLength(PersonName.PartLength);
            RuleFor(i => i.Email).Must(EmailAddress.IsValid).WithMessage(_ => t["This is not an e-mail address."]);
            RuleFor(i => i.Password).NotEmpty().WithMessage(_ => t["Write a password."]).MinimumLength(PasswordRules.Shortest)
                .WithMessage(_ => t["A password has at least {minimum} characters. A few words in a row are easy to keep in mind.", ("minimum", PasswordRules.Shortest)]);
        }
    }
}
