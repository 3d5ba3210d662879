using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Services.Notifications;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Demand;

/// <summary>Who is told of a request by mail: the approvers whose turn it is, and the person who asked when it was approved or sent back.</summary>
public sealed class RequisitionMail(Mailer mailer, PublicAddress address) :
    IReaction<RequisitionSubmitted>, IReaction<RequisitionStepApproved>, IReaction<RequisitionApproved>, IReaction<RequisitionSentBack>
{
    public Task ReactAsync(RequisitionSubmitted happened, TalentHubDb db, CancellationToken ct) => AskAsync(happened.Requisition, db, ct);

    /// <summary>Only when that yes ended a step: within a step everyone was asked at once.</summary>
    public Task ReactAsync(RequisitionStepApproved happened, TalentHubDb db, CancellationToken ct) =>
        happened.Requisition.Approval?.Current is { } step && step.Votes.All(v => v.ApprovedAt is null) ? AskAsync(happened.Requisition, db, ct) : Task.CompletedTask;

    public Task ReactAsync(RequisitionApproved happened, TalentHubDb db, CancellationToken ct) => TellAsync(
        "requisition-approved", [happened.Requisition.RequestedBy, happened.Requisition.RecruiterId ?? 0], happened.Requisition, db,
        (fields, reader) =>
        {
            fields["recipientName"] = reader.Name;
            fields["requisitionNumber"] = happened.Requisition.Number;
            fields["requisitionTitle"] = happened.Requisition.Title.In(reader.Language);
            fields["requisitionLink"] = LinkTo(happened.Requisition);
        },
        ct);

    public async Task ReactAsync(RequisitionSentBack happened, TalentHubDb db, CancellationToken ct)
    {
        var actor = await NameAsync(happened.By.PersonId, db, ct);
        await TellAsync(
            "sent-back", [happened.Requisition.RequestedBy], happened.Requisition, db,
            (fields, reader) =>
            {
                fields["recipientName"] = reader.Name;
                fields["actorName"] = actor;
                fields["subjectName"] = NameOf(happened.Requisition, reader.Language);
                fields["comment"] = happened.Reason.Length > 0 ? happened.Reason : "–";
                fields["detailsLink"] = LinkTo(happened.Requisition);
            },
            ct);
    }

    private async Task AskAsync(Requisition requisition, TalentHubDb db, CancellationToken ct)
    {
        var requester = await NameAsync(requisition.RequestedBy, db, ct);
        await TellAsync(
            "approval-requested", [.. (requisition.Approval?.Current?.Votes ?? []).Where(v => v.ApprovedAt is null).Select(v => v.ApproverId)], requisition, db,
            (fields, reader) =>
            {
                fields["approverName"] = reader.Name;
                fields["requesterName"] = requester;
                fields["subjectName"] = NameOf(requisition, reader.Language);
                fields["approvalLink"] = LinkTo(requisition);
            },
            ct);
    }

    private async Task TellAsync(
        string template, List<long> people, Requisition requisition, TalentHubDb db, Action<Dictionary<string, string>, Recipient> fill, CancellationToken ct)
    {
        var readers = await db.People.AsNoTracking().Where(p => people.Contains(p.Id) && p.Email != null).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.Name, p.Email, p.Language }).ToListAsync(ct);
        foreach (var reader in readers.Select(r => new Recipient(r.Id, r.Name.Display, r.Email!, r.Language)))
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            fill(fields, reader);
            mailer.Queue(new MailOrder(template, reader.Email, reader.Language, reader.Id, fields) { Machine = RequisitionFlow.Table.Name, SubjectId = requisition.Id });
        }
    }

    private static async Task<string> NameAsync(long personId, TalentHubDb db, CancellationToken ct) =>
        (await db.People.AsNoTracking().Where(p => p.Id == personId).Select(p => p.Name).SingleOrDefaultAsync(ct))?.Display ?? "TalentHub";

    private static string NameOf(Requisition requisition, string language) =>
        string.Create(CultureInfo.InvariantCulture, $"{requisition.Number} {requisition.Title.In(language)}");

    private string LinkTo(Requisition requisition) => address.Of($"/demand/requisitions/{requisition.Number}");

    private sealed record Recipient(long Id, string Name, string Email, string Language);
}
