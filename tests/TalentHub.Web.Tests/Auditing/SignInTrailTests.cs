using TalentHub.Domain.Auditing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Auditing;

/// <summary>Signing in, failing to, and signing out leave their line.</summary>
public sealed class SignInTrailTests(RealSignInFactory factory) : IClassFixture<RealSignInFactory>
{
    [Fact]
    public async Task A_sign_in_a_wrong_password_and_a_sign_out_are_written_down_with_the_account_and_the_network()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync());
        var browser = factory.Browser();

        await factory.SignInAsync(browser, person.Email, "not the right one");
        await factory.SignInAsync(browser, person.Email);
        await browser.SubmitAsync(await browser.GetAsync("/account/sign-out"));
        var lines = (await factory.EntriesAsync()).FindAll(e => e.Record == RecordKind.Account && e.RecordId == person.AccountId && e.Action.Group() == AuditGroup.SignIn && e.Action != AuditAction.PasswordChanged);

        Assert.Equal([AuditAction.SignInFailed, AuditAction.SignedIn, AuditAction.SignedOut], lines.OrderBy(e => e.Action == AuditAction.SignInFailed ? 0 : e.Id).Select(e => e.Action));
        var failed = lines.Single(e => e.Action == AuditAction.SignInFailed);
        Assert.Equal((AuditDoor.Visitor, AuditResult.Refused, (long?)null, (long?)person.Id), (failed.Door, failed.Result, failed.PersonId, failed.SubjectPersonId));
        var right = lines.Single(e => e.Action == AuditAction.SignedIn);
        Assert.Equal((AuditDoor.Account, (long?)person.Id, "password"), (right.Door, right.PersonId, right.Detail));
        Assert.All(lines, e => Assert.NotNull(e.Network));
        Assert.Equal(person.Id, lines.Single(e => e.Action == AuditAction.SignedOut).PersonId);
    }

    [Fact]
    public async Task Whoever_tries_an_address_without_an_account_is_written_down_without_what_they_typed()
    {
        var browser = factory.Browser();

        await factory.SignInAsync(browser, "my-password-by-mistake", "whatever it may be");
        var line = (await factory.EntriesAsync()).Last(e => e.Action == AuditAction.SignInFailed);

        Assert.Null(line.RecordId);
        Assert.Null(line.Detail);
        Assert.Null(line.Text);
    }
}
