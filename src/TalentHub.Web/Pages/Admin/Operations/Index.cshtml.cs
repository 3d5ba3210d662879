using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Services;
using TalentHub.Services.Notifications;
using TalentHub.Services.Operations;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Operations;

/// <summary>How the installation runs, for its administrators: what waits, what ran, what failed, and what to do about it.</summary>
public sealed class IndexModel(OperationsDesk desk, SendAgain again, HealthCache health, IMailTransport transport, Settings settings, TimeProvider clock) : FormPage
{
    private const string Here = "/admin/operations";

    public OperationsFigures Figures { get; private set; } = null!;

    public IReadOnlyList<HealthFinding> Findings { get; private set; } = [];

    public bool MaySend => Me.May(Capability.SeeMail);

    public string Runtime => RuntimeInformation.FrameworkDescription;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Figures = await desk.ReadAsync(settings.DataFolder, ct);
        var ready = await health.GetAsync(ct);
        Findings = HealthFindings.Of(Figures, new Readiness(ready.Database, ready.Schema, ready.Disk, ready.Keys), transport.IsConfigured, clock.UtcNow());
    }

    /// <summary>Has a job run at the next look of a timer.</summary>
    public async Task<IActionResult> OnPostRunAsync(string? job, CancellationToken ct) =>
        job is not null && await desk.RunSoonAsync(job, ct) ? Done("It runs within a few seconds.", Here) : NotFound();

    /// <summary>Sends one failed mail again.</summary>
    public async Task<IActionResult> OnPostAgainAsync(long id, CancellationToken ct) =>
        await again.OneAsync(id, ct) ? Done("It will be sent again in a moment.", Here) : NotFound();

    /// <summary>Sends failed mails again, as many as go at one time.</summary>
    public async Task<IActionResult> OnPostAllAgainAsync(CancellationToken ct) =>
        Done(new Sentence("Mails that will be sent again in a moment: {count}.", ("count", await again.AllAsync(ct))), Here);

    /// <summary>How a job stands.</summary>
    public (Tone Tone, string Says) StandOf(JobFigures job) =>
        job.Holder is not null ? (Tone.Moving, T["runs now"])
        : job.LastError is not null ? (Tone.Blocked, T["failed"])
        : job.LastEndedAt is null ? (Tone.Draft, T["has not run yet"])
        : (Tone.Good, T["went well"]);

    /// <summary>How long a run took.</summary>
    public string Took(TimeSpan span) =>
        span.TotalSeconds < 1 ? T["under 1 s"] : span.TotalMinutes < 1 ? T["{seconds} s", ("seconds", (int)span.TotalSeconds)] : T.Span(span);

    /// <summary>How often a job looks.</summary>
    public string Every(TimeSpan span) =>
        span.TotalMinutes < 1 ? T["{seconds} s", ("seconds", (int)span.TotalSeconds)] : T.Span(span);
}
