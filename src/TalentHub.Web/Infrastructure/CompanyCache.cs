using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Web.Infrastructure;

/// <summary>The company as every page needs it; null while the installation is empty.</summary>
public sealed record CompanyInfo(Bilingual Name, string Zone, string Currency, bool IsDemo);

/// <summary>Keeps it for a few seconds, since every page asks.</summary>
public sealed class CompanyCache(IMemoryCache cache, IServiceScopeFactory scopes)
{
    private const string Key = "company";
    private volatile CompanyInfo? last;

    public async ValueTask<CompanyInfo?> GetAsync(CancellationToken ct)
    {
        if (cache.TryGetValue(Key, out CompanyInfo? known) && known is not null)
        {
            return known;
        }

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        var company = await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => new CompanyInfo(c.Name, c.Zone, c.Currency, c.IsDemo)).FirstOrDefaultAsync(ct);
        if (company is not null)
        {
            cache.Set(Key, company, TimeSpan.FromSeconds(20));
            last = company;
        }

        return company;
    }

    /// <summary>What was read last, without asking the database.</summary>
    public CompanyInfo? Known => last;

    public void Forget() => cache.Remove(Key);
}
