using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Services;
using TalentHub.Services.Notifications;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Mail;

/// <summary>What the product wrote to whom, and where it stands. Links that sign someone in are masked, unless no mail server is set and the installation is for this machine only.</summary>
public sealed class IndexModel(TalentHubDb db, IMailTransport transport, IDataProtectionProvider protection, PublicAddress address, Settings settings, SendAgain again) : FormPage
{
    private const int PageSize = 50;

    [FromQuery]
    public MailState? State { get; set; }

    [FromQuery]
    public long? Before { get; set; }

    /// <summary>The mail that is opened below its row.</summary>
    [FromQuery]
    public long? Open { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = new(null, null);

    /// <summary>Body of the opened mail, and whether it has a calendar file.</summary>
    public (string Body, bool HasCalendar, string? Error)? Opened { get; private set; }

    public bool IsSending => transport.IsConfigured;

    /// <summary>How links to our own pages begin.</summary>
    public string Own => address.Of("/");

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var mails = db.Outbox.AsNoTracking();
        if (State is { } state)
        {
            mails = mails.Where(m => m.State == state);
        }

        if (Before is { } before)
        {
            mails = mails.Where(m => m.Id < before);
        }

        var rows = await mails.OrderByDescending(m => m.Id).Take(PageSize + 1)
            .Select(m => new Row(m.Id, m.To, m.Subject, m.Template, m.State, m.CreatedAt, m.NotBefore, m.SentAt, m.Tries)).ToListAsync(ct);
        Rows = [.. rows.Take(PageSize)];
        Pager = new Pager(Before is null ? null : Address(null), rows.Count > PageSize ? Address(rows[PageSize - 1].Id) : null);
        if (Open is { } id)
        {
            var mail = await db.Outbox.AsNoTracking().SingleOrNotFoundAsync(m => m.Id == id, ct);
            Opened = (mail.SecretBody is not null && ShowsSecrets() ? protection.CreateProtector(Mailer.Purpose).Unprotect(mail.SecretBody) : mail.Body, mail.Calendar is not null, mail.LastError);
        }
    }

    /// <summary>The calendar file that a mail carries.</summary>
    public async Task<IActionResult> OnGetCalendarAsync(long id, CancellationToken ct) =>
        CalendarDownload.Of((await db.Outbox.AsNoTracking().SingleOrNotFoundAsync(m => m.Id == id, ct)).Calendar, string.Create(CultureInfo.InvariantCulture, $"mail-{id}"));

    /// <summary>Sends a failed mail again, under its old Message-ID.</summary>
    public async Task<IActionResult> OnPostAgainAsync(long id, CancellationToken ct) =>
        await again.OneAsync(id, ct) ? Done("It will be sent again in a moment.", "/admin/mail") : NotFound();

    private string Address(long? before) => "/admin/mail?" + (State is null ? string.Empty : $"state={State}&") + (before is null ? string.Empty : $"before={before}");

    private bool ShowsSecrets() =>
        !transport.IsConfigured
        && (settings.PublicUrl is null || new Uri(settings.PublicUrl).IsLoopback)
        && HttpContext.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && !Request.Headers.ContainsKey("X-Forwarded-For") && !Request.Headers.ContainsKey("Forwarded");

    public sealed record Row(long Id, string To, string Subject, string Template, MailState State, DateTime CreatedAt, DateTime NotBefore, DateTime? SentAt, int Tries)
    {
        public Tone Tone => State switch
        {
            MailState.Waiting => Tone.Waiting,
            MailState.Sent => Tone.Good,
            MailState.Recalled => Tone.End,
            MailState.Failed => Tone.Blocked,
        };
    }
}
