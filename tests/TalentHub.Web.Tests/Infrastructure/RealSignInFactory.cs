using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalentHub.Data.Accounts;
using TalentHub.Services.Accounts;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>The product with its own sign-in, its own cookie and its usual limits for guessing.</summary>
public class RealSignInFactory : TalentHubFactory
{
    public const string Password = "correct horse battery staple";

    public CountingHasher Hasher { get; } = new();

    protected override bool SignsInByHeader => false;

    /// <summary>Gives a person a password.</summary>
    public Task<TestPerson> WithPasswordAsync(TestPerson person) => DbAsync(async db =>
    {
        var account = await db.Users.SingleAsync(a => a.Id == person.AccountId);
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        await db.SaveChangesAsync();
        return person;
    });

    /// <summary>Gives a person an authenticator.</summary>
    public async Task<string> WithFactorAsync(TestPerson person)
    {
        var secret = Totp.NewSecret();
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SecondFactors>().Keep(person.AccountId, secret);
        await scope.ServiceProvider.GetRequiredService<TalentHub.Data.TalentHubDb>().SaveChangesAsync();
        return secret;
    }

    /// <summary>Fills in the form of the sign-in page.</summary>
    public async Task<TestPage> SignInAsync(TestBrowser browser, string email, string password = Password, string? returnUrl = null)
    {
        var page = await browser.GetAsync("/account/sign-in" + (returnUrl is null ? string.Empty : "?returnUrl=" + Uri.EscapeDataString(returnUrl)));
        return await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Input.Email"] = email, ["Input.Password"] = password }, form: "#sign-in");
    }

    /// <summary>A browser that has signed in with the password of a person who needs no more.</summary>
    public async Task<TestBrowser> SignedInAsync(TestPerson person)
    {
        var browser = Browser(null, person.Language);
        await SignInAsync(browser, (await WithPasswordAsync(person)).Email);
        return browser;
    }

    protected override void Configure(IServiceCollection services)
    {
        services.RemoveAll<GuessLimits>();
        services.AddSingleton(new GuessLimits(1));
        services.RemoveAll<IPasswordHasher<Account>>();
        services.AddSingleton<IPasswordHasher<Account>>(Hasher);
    }
}

/// <summary>An installation before its set-up.</summary>
public sealed class EmptyFactory : RealSignInFactory
{
    protected override bool HasCompany => false;
}

/// <summary>The product's hasher, counting how often it worked.</summary>
public sealed class CountingHasher : IPasswordHasher<Account>
{
    private readonly PasswordHasher<Account> real = new();
    private int verified;

    public int Verified => verified;

    public string HashPassword(Account user, string password) => real.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref verified);
        return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
