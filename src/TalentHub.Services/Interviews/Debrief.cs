using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Interviews;

/// <summary>The moves of a hiring decision, each judged on facts that are read inside the transaction that writes.</summary>
public sealed class Debrief(TalentHubDb db, DecisionFactsLoader facts, Actor actor, TimeProvider clock) : IService
{
    public Task OpenAsync(long applicationId, Guid version, Reason? reason, CancellationToken ct) =>
        ChangeAsync(applicationId, version, (d, f) => d.OpenDebrief(f, actor, clock.UtcNow(), reason), ct);

    /// <summary>The hiring manager signs; nothing moves yet.</summary>
    public Task SignHireAsync(long applicationId, Guid version, Reason? reason, CancellationToken ct) =>
        ChangeAsync(applicationId, version, (d, f) => db.Signatures.Add(d.SignHire(f, actor, clock.UtcNow(), reason)), ct);

    /// <summary>HR signs as well: hired.</summary>
    public Task HireAsync(long applicationId, Guid version, Reason? reason, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var (decision, known) = await LoadAsync(applicationId, version, ct);
            decision.Hire(known, actor, clock.UtcNow(), reason);
            db.Signatures.Add(new Signature(DecisionFlow.Table.Name, decision.Id, nameof(DecisionTrigger.Hire), actor, clock.UtcNow(), reason?.Text));
            await db.SaveChangesAsync(ct);
        },
        ct);

    public Task WithdrawSignatureAsync(long applicationId, Guid version, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var (decision, known) = await LoadAsync(applicationId, version, ct);
            var signature = await facts.SignatureAsync(decision.Id, ct) ?? throw new DomainException("This signature has been withdrawn already.");
            decision.WithdrawSignature(known, actor, clock.UtcNow(), signature);
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>HR does not sign: the hiring manager decides anew.</summary>
    public Task SendBackAsync(long applicationId, Guid version, Reason? reason, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var (decision, known) = await LoadAsync(applicationId, version, ct);
            var signature = await facts.SignatureAsync(decision.Id, ct) ?? throw new DomainException("This signature has been withdrawn already.");
            decision.SendBack(known, actor, clock.UtcNow(), signature, reason);
            await db.SaveChangesAsync(ct);
        },
        ct);

    public Task NoHireAsync(long applicationId, Guid version, Reason? reason, CancellationToken ct) =>
        ChangeAsync(applicationId, version, (d, f) => d.NoHire(f, actor, clock.UtcNow(), reason), ct);

    public Task AskMoreAsync(long applicationId, Guid version, string? question, CancellationToken ct) =>
        ChangeAsync(applicationId, version, (d, f) => d.AskMore(f, actor, clock.UtcNow(), question), ct);

    public Task ReconsiderAsync(long applicationId, Guid version, Reason? reason, CancellationToken ct) =>
        ChangeAsync(applicationId, version, (d, f) => d.Reconsider(f, actor, clock.UtcNow(), reason), ct);

    private Task ChangeAsync(long applicationId, Guid version, Action<HiringDecision, DecisionFacts> change, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var (decision, known) = await LoadAsync(applicationId, version, ct);
            change(decision, known);
            await db.SaveChangesAsync(ct);
        },
        ct);

    private async Task<(HiringDecision Decision, DecisionFacts Facts)> LoadAsync(long applicationId, Guid version, CancellationToken ct)
    {
        var decision = await db.HiringDecisions.SingleOrDefaultAsync(d => d.ApplicationId == applicationId, ct)
            ?? throw new DomainException("There is no decision to be made on this application yet.");
        db.Expect(decision, version);
        return (decision, await facts.LoadAsync(decision, ct));
    }
}
