using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Timeline;
using TalentHub.Services.Notifications;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Screening;

/// <summary>The message of a rejection: its reason picks the words, the candidate's language their language.</summary>
public sealed class RejectionMessage(TalentHubDb db, Mailer mailer) : IService
{
    /// <summary>All rejections' templates begin so; by it they are recalled.</summary>
    public const string TemplatePrefix = "application-rejected-";

    private const string General = TemplatePrefix + "general";

    /// <summary>As it would read; null when there is no address to write to.</summary>
    public async Task<MailText?> PreviewAsync(JobApplication application, string? reasonCode, CancellationToken ct) =>
        await OrderAsync(application, reasonCode, ct) is { } order ? mailer.Preview(order) : null;

    /// <summary>Into the outbox, to be recalled for half an hour.</summary>
    public async Task<OutboxMail?> QueueAsync(JobApplication application, string? reasonCode, CancellationToken ct) =>
        await OrderAsync(application, reasonCode, ct) is { } order ? mailer.Queue(order) : null;

    private async Task<MailOrder?> OrderAsync(JobApplication application, string? reasonCode, CancellationToken ct)
    {
        using (db.ReadingAsSystem())
        {
            var about = await (
                from a in db.Applications.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking()
                where a.Id == application.Id
                join p in db.People on a.PersonId equals p.Id
                join j in db.JobScopes on a.RequisitionId equals j.Id
                select new
                {
                    p.Name,
                    p.Email,
                    p.Language,
                    Title = new Bilingual(j.TitleEn, j.TitleZh),
                    Template = db.Set<CompanyReason>().Where(r => r.Kind == ReasonKind.Rejection && r.Code == reasonCode).OrderBy(r => r.Id).Select(r => r.MailTemplate).FirstOrDefault(),
                }).SingleAsync(ct);
            if (about.Email is not { } email)
            {
                return null;
            }

            var company = await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Name).FirstOrDefaultAsync(ct);
            var language = about.Language;
            return new MailOrder(
                about.Template ?? General, email, language, application.PersonId,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["candidateName"] = about.Name.CalledIn(language),
                    ["jobTitle"] = about.Title.In(language),
                    ["companyName"] = company?.In(language) ?? "TalentHub",
                })
            {
                Machine = ApplicationFlow.Table.Name,
                SubjectId = application.Id,
                Delay = JobApplication.RecallDelay,
            };
        }
    }
}

/// <summary>A rejection is told by mail, after the delay in which it can be taken back.</summary>
public sealed class TellRejection(RejectionMessage message) : IReaction<ApplicationRejected>
{
    public async Task ReactAsync(ApplicationRejected happened, TalentHubDb db, CancellationToken ct)
    {
        var application = happened.Application;
        if (await message.QueueAsync(application, application.RejectionReason, ct) is { } mail)
        {
            db.Timeline.Add(new TimelineEntry(
                application.PersonId, happened.At, EntryKind.Mail, EntryAudience.HiringTeam,
                new Sentence("The message “{subject}” goes out in {minutes} minutes unless it is recalled", ("subject", mail.Subject), ("minutes", (int)JobApplication.RecallDelay.TotalMinutes)),
                null, ApplicationFlow.Table.Name, application.Id, application.RequisitionId, mail.Body));
        }
    }
}

/// <summary>A rejection is taken back: its message, if it still waits, never leaves.</summary>
public sealed class RecallRejection : IReaction<ApplicationRestored>
{
    public async Task ReactAsync(ApplicationRestored happened, TalentHubDb db, CancellationToken ct)
    {
        var application = happened.Application;
        var machine = ApplicationFlow.Table.Name;
        var waiting = await db.Outbox
            .Where(m => m.Machine == machine && m.SubjectId == application.Id && m.State == MailState.Waiting && m.Template.StartsWith(RejectionMessage.TemplatePrefix))
            .ToListAsync(ct);
        foreach (var mail in waiting)
        {
            mail.State = MailState.Recalled;
            db.Timeline.Add(new TimelineEntry(
                application.PersonId, happened.At, EntryKind.Mail, EntryAudience.HiringTeam, new Sentence("The message “{subject}” was recalled", ("subject", mail.Subject)),
                happened.By.PersonId, machine, application.Id, application.RequisitionId, null));
        }
    }
}
