using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Services.Notifications;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Demand;

/// <summary>
/// Who is told of a request by mail: the approvers whose turn it is, the person who asked when it was approved, sent back or refused seats, and those who worked on it
/// when it ended. That last one waits for a while, and is recalled when the end is undone.
/// </summary>
public sealed class RequisitionMail(Mailer mailer, PublicAddress address) :
    IReaction<RequisitionSubmitted>, IReaction<RequisitionStepApproved>, IReaction<RequisitionApproved>, IReaction<RequisitionSentBack>, IReaction<SeatsAsked>,
    IReaction<SeatsRefused>, IReaction<RequisitionEnded>, IReaction<RequisitionRestored>
{
    /// <summary>The mail of an end waits so long, and can be recalled meanwhile.</summary>
    public static readonly TimeSpan RecallDelay = TimeSpan.FromMinutes(30);

    private const string Ended = "ended-by-colleague";

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

    public Task ReactAsync(SeatsAsked happened, TalentHubDb db, CancellationToken ct) => AskAsync(happened.Requisition, db, ct);

    public Task ReactAsync(SeatsRefused happened, TalentHubDb db, CancellationToken ct) =>
        SendBackAsync(happened.Requisition, happened.AskedBy, happened.By, happened.Reason, db, ct);

    /// <summary>Those who asked for it and who ran it, not the one who ended it; a filled job is no news to them.</summary>
    public async Task ReactAsync(RequisitionEnded happened, TalentHubDb db, CancellationToken ct)
    {
        if (happened.How == RequisitionEnd.Filled)
        {
            return;
        }

        var request = happened.Requisition;
        var actor = await NameAsync(happened.By.PersonId, db, ct);
        var people = new[] { request.RequestedBy, request.HiringManagerId, request.RecruiterId ?? 0 }.Distinct().Where(p => p != happened.By.PersonId).ToList();
        await TellAsync(
            Ended, people, request, db,
            (fields, reader) =>
            {
                fields["recipientName"] = reader.Name;
                fields["actorName"] = actor.In(reader.Language);
                fields["subjectName"] = NameOf(request, reader.Language);
                fields["detailsLink"] = LinkTo(request);
            },
            ct,
            RecallDelay);
    }

    public async Task ReactAsync(RequisitionRestored happened, TalentHubDb db, CancellationToken ct) =>
        await db.RecallAsync(RequisitionFlow.Table.Name, happened.Requisition.Id, Ended, ct);

    public Task ReactAsync(RequisitionSentBack happened, TalentHubDb db, CancellationToken ct) =>
        SendBackAsync(happened.Requisition, happened.Requisition.RequestedBy, happened.By, happened.Reason, db, ct);

    private async Task SendBackAsync(Requisition requisition, long to, Actor by, string reason, TalentHubDb db, CancellationToken ct)
    {
        var actor = await NameAsync(by.PersonId, db, ct);
        await TellAsync(
            "sent-back", [to], requisition, db,
            (fields, reader) =>
            {
                fields["recipientName"] = reader.Name;
                fields["actorName"] = actor.In(reader.Language);
                fields["subjectName"] = NameOf(requisition, reader.Language);
                fields["comment"] = reason.Length > 0 ? reason : "–";
                fields["detailsLink"] = LinkTo(requisition);
            },
            ct);
    }

    private async Task AskAsync(Requisition requisition, TalentHubDb db, CancellationToken ct)
    {
        var requester = await NameAsync(requisition.SeatRequest?.AskedBy ?? requisition.RequestedBy, db, ct);
        await TellAsync(
            "approval-requested", [.. (requisition.Approval?.Current?.Votes ?? []).Where(v => v.ApprovedAt is null).Select(v => v.ApproverId)], requisition, db,
            (fields, reader) =>
            {
                fields["approverName"] = reader.Name;
                fields["requesterName"] = requester.In(reader.Language);
                fields["subjectName"] = NameOf(requisition, reader.Language);
                fields["approvalLink"] = LinkTo(requisition);
            },
            ct);
    }

    private async Task TellAsync(
        string template, List<long> people, Requisition requisition, TalentHubDb db, Action<Dictionary<string, string>, Recipient> fill, CancellationToken ct, TimeSpan delay = default)
    {
        var readers = await db.People.AsNoTracking().Where(p => people.Contains(p.Id) && p.Email != null).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.Name, p.Email, p.Language }).ToListAsync(ct);
        foreach (var reader in readers.Select(r => new Recipient(r.Id, r.Name.CalledIn(r.Language), r.Email!, r.Language)))
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            fill(fields, reader);
            mailer.Queue(new MailOrder(template, reader.Email, reader.Language, reader.Id, fields) { Machine = RequisitionFlow.Table.Name, SubjectId = requisition.Id, Delay = delay });
        }
    }

    private static async Task<Bilingual> NameAsync(long personId, TalentHubDb db, CancellationToken ct) =>
        (await db.People.AsNoTracking().Where(p => p.Id == personId).Select(p => p.Name).SingleOrDefaultAsync(ct))?.InBoth() ?? new Bilingual("TalentHub", "TalentHub");

    private static string NameOf(Requisition requisition, string language) =>
        string.Create(CultureInfo.InvariantCulture, $"{requisition.Number} {requisition.Title.In(language)}");

    private string LinkTo(Requisition requisition) => address.Of($"/demand/requisitions/{requisition.Number}");

    private sealed record Recipient(long Id, string Name, string Email, string Language);
}
