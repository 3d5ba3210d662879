using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using TalentHub.Data;
using TalentHub.Services.Accounts;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Account;

/// <summary>
/// Sets up the authenticator: at the first sign-in of a role that must have one (nothing else opens before), or whenever somebody wants one. Recovery codes show once.
/// </summary>
[EnableRateLimiting(OpenForms.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FactorModel(TalentHubDb db, SecondFactors factors, Passwords passwords, Guesses guesses, Reader reader, CompanyCache company) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The secret, sealed for this account: kept nowhere until its first code is right.</summary>
    [BindProperty]
    public string? Offer { get; set; }

    public bool IsRequired => User.WaitingFor() is { Stage: SessionStage.NeedsFactor };

    public bool Has { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>In groups of four, for those who type it.</summary>
    public string Secret { get; private set; } = string.Empty;

    public string Picture { get; private set; } = string.Empty;

    /// <summary>Shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    private long? AccountId => reader.AccountId > 0 ? reader.AccountId : User.WaitingFor() is { Stage: SessionStage.NeedsFactor } waiting ? waiting.AccountId : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (AccountId is null)
        {
            return LocalRedirect("/account/sign-in?returnUrl=" + Uri.EscapeDataString(Languages.Back(ReturnUrl)));
        }

        await LoadAsync(ct);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        var id = AccountId ?? throw new NotFoundException();
        Has = await factors.HasAsync(id, ct);
        CodesLeft = await factors.RecoveryLeftAsync(id, ct);
        if (Has)
        {
            return;
        }

        if (factors.Unseal(id, Offer) is null)
        {
            Offer = factors.Offer(id);
            ModelState.Remove(nameof(Offer));
        }

        var secret = factors.Unseal(id, Offer)!;
        var email = await db.Users.Where(a => a.Id == id).Select(a => a.Email).SingleAsync(ct);
        var issuer = (await company.GetAsync(ct))?.Name.In("en") ?? "TalentHub";
        Secret = string.Join(' ', secret.Chunk(4).Select(c => new string(c)));
        using var code = QRCodeGenerator.GenerateQrCode(Totp.Address(secret, issuer, email ?? string.Empty), QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        Picture = "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(5));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (AccountId is not { } id)
        {
            return LocalRedirect("/account/sign-in");
        }

        if (await guesses.TakeAsync([Guesses.CodeKey(id)], ct) is { } wait)
        {
            return await this.WaitAsync(wait, ct);
        }

        if (await factors.ConfirmAsync(id, Offer, Input.Code, ct) is not { } codes)
        {
            ModelState.AddModelError("Input.Code", T["This code is not right. Look at the app again; its clock must be right."]);
            return await InvalidAsync(ct);
        }

        await guesses.RightAsync([Guesses.CodeKey(id)], ct);
        await passwords.EndSessionsAsync(await db.Users.SingleAsync(a => a.Id == id, ct), keepSessionId: null, ct);
        await HttpContext.StartSessionAsync(id, withSecondFactor: true);
        Codes = codes;
        return Page();
    }

    /// <summary>New recovery codes; the old ones no longer open.</summary>
    public async Task<IActionResult> OnPostCodesAsync(CancellationToken ct)
    {
        if (!await IsProvenAsync(ct))
        {
            return await InvalidAsync(ct);
        }

        Codes = await factors.RenewRecoveryAsync(reader.AccountId, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (!await IsProvenAsync(ct))
        {
            return await InvalidAsync(ct);
        }

        await factors.RemoveAsync(reader.AccountId, ct);
        return Done("The second step is taken away.", "/account");
    }

    /// <summary>A code of the present authenticator: an unlocked screen alone takes nothing away.</summary>
    private async Task<bool> IsProvenAsync(CancellationToken ct)
    {
        var isRight = await guesses.TakeAsync([Guesses.CodeKey(reader.AccountId)], ct) is null && await factors.CheckAsync(reader.AccountId, Input.Code, ct);
        if (isRight)
        {
            await guesses.RightAsync([Guesses.CodeKey(reader.AccountId)], ct);
        }
        else
        {
            ModelState.AddModelError("Input.Code", T["This code is not right. Each code works once; wait for the next one."]);
        }

        return isRight;
    }

    public sealed class InputModel
    {
        public string? Code { get; set; }
    }
}
