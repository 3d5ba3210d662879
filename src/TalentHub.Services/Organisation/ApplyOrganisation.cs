using TalentHub.Data;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Organisation;

/// <summary>What was dated ahead takes effect when its day has come for the company.</summary>
public sealed class ApplyOrganisation(TalentHubDb db, DatedOrganisation organisation) : IJob
{
    public string Name => "apply-organisation";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await organisation.ApplyAsync(ct);
            await db.SaveChangesAsync(ct);
        },
        ct);
}
