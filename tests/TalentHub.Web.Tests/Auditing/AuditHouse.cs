using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Services.Auditing;
using TalentHub.Services.Scheduling;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Auditing;

/// <summary>What the tests of the audit log do with it.</summary>
internal static class AuditHouse
{
    /// <summary>Everything written down so far, looks included.</summary>
    public static async Task<List<AuditEntry>> EntriesAsync(this TalentHubFactory factory)
    {
        await factory.Services.GetRequiredService<ReadLog>().FlushAsync(CancellationToken.None);
        return await factory.DbAsync(db => db.AuditEntries.AsNoTracking().OrderBy(e => e.Id).ToListAsync());
    }

    public static async Task JobAsync(this TalentHubFactory factory, string name)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        await scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == name).RunAsync(CancellationToken.None);
    }

    /// <summary>Writes a few entries down and seals them.</summary>
    public static async Task FillAsync(this TalentHubFactory factory, int entries)
    {
        await factory.DbAsync(async db =>
        {
            for (var i = 1; i <= entries; i++)
            {
                db.Audit(new AuditNote(AuditAction.Exported, RecordKind.Person, i, i, $"field{i}", $"Because of {i}."));
            }

            await db.SaveChangesAsync();
        });
        await factory.JobAsync("audit-seal");
    }

    /// <summary>What <c>audit verify</c> says, without its last line.</summary>
    public static async Task<(int Code, string[] Says)> VerifyAsync(this TalentHubFactory factory, string? known = null)
    {
        await using var output = new StringWriter();
        var code = await AuditCommand.VerifyAsync(factory.Services, known, output, CancellationToken.None);
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[..^1]);
    }

    public static async Task<string> HeadAsync(this TalentHubFactory factory)
    {
        await using var output = new StringWriter();
        await AuditCommand.HeadAsync(factory.Services, output, CancellationToken.None);
        return output.ToString().Trim();
    }
}
