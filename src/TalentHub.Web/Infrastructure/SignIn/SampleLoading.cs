using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services.Accounts;
using TalentHub.Services.Seeding;

namespace TalentHub.Web.Infrastructure.SignIn;

/// <summary>Fills the installation with the sample company while the page looks on; leaving the page does not stop it.</summary>
public sealed partial class SampleLoading(IServiceScopeFactory scopes, CompanyCache company, IHostApplicationLifetime lifetime, ILogger<SampleLoading> logger)
{
    private volatile string? step;
    private volatile bool failed;

    /// <summary>What is being made, in English; null when nothing is.</summary>
    public string? Step => step;

    public bool HasFailed => failed;

    /// <summary>Begins, unless another has set up or is about to. The claim is taken before anything is made.</summary>
    /// <exception cref="Domain.Common.DomainException">Somebody else was faster.</exception>
    public async Task BeginAsync(SampleSize size, CancellationToken ct)
    {
        await using (var scope = AsSystem())
        {
            await scope.ServiceProvider.GetRequiredService<FirstStart>().ClaimAsync(ct);
        }

        failed = false;
        step = "Making the company";
        _ = Task.Run(() => RunAsync(size), CancellationToken.None);
    }

    private async Task RunAsync(SampleSize size)
    {
        try
        {
            await using var scope = AsSystem();
            await scope.ServiceProvider.GetRequiredService<ISampleCompany>().LoadAsync(size, new Steps(this), lifetime.ApplicationStopping);
        }
#pragma warning disable CA1031 // Whatever went wrong, the page says so and the claim is given back.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(logger, fault);
            failed = true;
            await using var scope = AsSystem();
            await scope.ServiceProvider.GetRequiredService<FirstStart>().GiveBackAsync(CancellationToken.None);
        }
        finally
        {
            company.Forget();
            step = null;
        }
    }

    private AsyncServiceScope AsSystem()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sample company could not be loaded")]
    private static partial void Failed(ILogger logger, Exception fault);

    private sealed class Steps(SampleLoading loading) : IProgress<string>
    {
        public void Report(string value) => loading.step = value;
    }
}
