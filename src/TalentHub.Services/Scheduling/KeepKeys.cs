using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace TalentHub.Services.Scheduling;

/// <summary>
/// Makes the next data-protection key a week before the framework would. The framework makes one at whatever moment something is protected, on a connection
/// of its own; inside our write transaction that waits for itself on SQLite, until it fails.
/// </summary>
public sealed class KeepKeys(IKeyManager keys, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7);
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    public string Name => "keys";

    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <summary>At the start, before anybody is served: the first key.</summary>
    public static void Warm(IDataProtectionProvider protection) => _ = protection.CreateProtector("start").Protect("key");

    public Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!keys.GetAllKeys().Any(k => !k.IsRevoked && k.ExpirationDate > now + Ahead))
        {
            keys.CreateNewKey(now, now + Life);
        }

        return Task.CompletedTask;
    }
}
