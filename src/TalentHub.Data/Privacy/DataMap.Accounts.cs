using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using TalentHub.Data.Accounts;

namespace TalentHub.Data.Privacy;

public static partial class DataMap
{
    private static IReadOnlyList<TableClass> Accounts =>
    [
        TableClass.Of<Account>("Your account").OfPerson("PersonId").RowsGo()
            .Personal("UserName NormalizedUserName Email NormalizedEmail PhoneNumber")
            .Secret("PasswordHash SecurityStamp ConcurrencyStamp")
            .Internal("CreatedAt IsDisabled Theme KeysOff EmailConfirmed PhoneNumberConfirmed TwoFactorEnabled LockoutEnd LockoutEnabled AccessFailedCount").Withholds("NormalizedUserName NormalizedEmail"),
        TableClass.Of<RoleGrant>("Roles that you were given").OfPerson("PersonId").RowsGo().Internal("Role GivenAt"),
        TableClass.Of<Session>("Where you are signed in").OfRow<Account>("AccountId").RowsGo()
            .Personal("Device Network").Secret("TokenHash Stamp").Internal("CreatedAt LastSeenAt EndsAt SecondFactorAt IsDemo ViewsAs ViewsUntil"),
        TableClass.Of<AccountLink>("Invitations and resets").OfRow<Account>("AccountId").RowsGo().Secret("TokenHash Stamp").Internal("Kind CreatedAt ExpiresAt UsedAt"),
        TableClass.Of<SecondFactor>("Your second factor").OfRow<Account>("AccountId").RowsGo().Secret("ProtectedSecret").Internal("ConfirmedAt LastStep"),
        TableClass.Of<RecoveryCode>("Your recovery codes").OfRow<Account>("AccountId").RowsGo().Secret("Hash"),
        TableClass.Of<IdentityUserClaim<long>>("Claims of your account").OfRow<Account>("UserId").RowsGo().Personal("ClaimType ClaimValue"),
        TableClass.Of<IdentityUserLogin<long>>("Other ways to sign in").OfRow<Account>("UserId").RowsGo().Personal("ProviderDisplayName").Secret("ProviderKey").Internal("LoginProvider"),
        TableClass.Of<IdentityUserToken<long>>("Tokens of your account").OfRow<Account>("UserId").RowsGo().Secret("Value").Internal("LoginProvider Name"),
        TableClass.Of<ResetRequest>("Requests for a new password").OfAddress("EmailKey").RowsGo().Personal("EmailKey").Internal("At"),
        TableClass.Of<DemoPerson>("Sign-in of the sample company").OfPerson("PersonId").RowsGo().Internal("Label"),
        TableClass.Of<GuessCount>("Counters against guessing").Secret("Key").Internal("Failures LastAt OpensAt"),
        TableClass.Of<SetupCode>("Set-up codes").Secret("Hash").Internal("CreatedAt"),
        TableClass.Of<SetupClaim>("Who sets up").Internal("At"),
        TableClass.Of<DataProtectionKey>("Keys of the installation").Internal("FriendlyName").Secret("Xml"),
    ];
}
