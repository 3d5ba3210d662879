using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Services.Access;
using TalentHub.Services.Accounts;

namespace TalentHub.Web.Infrastructure.SignIn;

public static class SignInServices
{
    /// <summary>Accounts by Identity (hasher, stores, stamps), sessions of our own: Identity's cookie outlives its sign-out.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, Settings settings)
    {
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Password.RequiredLength = PasswordRules.Shortest;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
            identity.User.AllowedUserNameCharacters = string.Empty;
        }).AddEntityFrameworkStores<TalentHubDb>().AddPasswordValidator<PasswordValidator>();
        services.AddSingleton<Sessions>();
        services.AddSingleton(new GuessLimits(settings.RateFactor));
        services.AddSingleton<Guesses>();
        services.AddScoped<IInvitePeople>(provider => provider.GetRequiredService<Invitations>());
        services.AddSingleton<DemoDoor>();
        services.AddSingleton<SetupDoor>();
        services.AddSingleton<SampleLoading>();
        services.AddAuthentication(SessionHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null);
        services.AddOpenFormLimits(settings);
        return services;
    }
}
