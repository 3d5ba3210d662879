using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Services.Access;
using TalentHub.Services.Interviews;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>The candidate's page of one interview, opened by a signed link: when and where on their clock, say yes or ask for another time, or say when they can.</summary>
[EnableRateLimiting(OpenForms.Policy)]
public sealed class AnswerModel(TalentHubDb db, SignedLinks links, AnswerInvitation answers, InterviewFactsLoader facts, InterviewMail mail) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = string.Empty;

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Availability { get; set; }

    /// <summary>The time that the page showed when they answered on it.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>Null while the link does not open.</summary>
    public Interview? Interview { get; private set; }

    public LinkProblem? Problem { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public string Panel { get; private set; } = string.Empty;

    public Bilingual JobTitle { get; private set; } = null!;

    public bool MayConfirm { get; private set; }

    public bool MayDecline { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Interview is null)
        {
            Response.StatusCode = Problem is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        }

        return Page();
    }

    public async Task<IActionResult> OnGetCalendarAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return CalendarDownload.Of(Interview is null ? null : await mail.FileAsync(Interview, Interview.PersonId, ct), Interview.NumberOf(Interview?.Id ?? 0));
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) =>
        DoAsync((link, me) => answers.ConfirmAsync(link.SubjectId, me, null, Shown, ct), "Thank you. We look forward to meeting you.", ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) =>
        DoAsync((link, me) => answers.DeclineAsync(link.SubjectId, me, Reason, Shown, ct), "Thank you for telling us. We will write to you about another time.", ct);

    public Task<IActionResult> OnPostAvailabilityAsync(CancellationToken ct) =>
        DoAsync((link, me) => answers.GiveAvailabilityAsync(link.SubjectId, me, Availability, ct), "Thank you. We will write to you with a time.", ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        HttpContext.Items[SecurityHeaders.SecretAddress] = true;
        var found = await links.FindAsync(Token, LinkPurpose.InterviewAnswer, ct);
        Problem = found?.Problem;
        if (found is not { Opens: true })
        {
            return;
        }

        using var reading = db.ReadingAsSystem();
        Interview = await db.Interviews.AsNoTracking().SingleOrNotFoundAsync(i => i.Id == found.Link.SubjectId && i.PersonId == found.Link.PersonId, ct);
        var names = await db.NamesAsync(Interview.Panel.Select(p => p.PersonId).Append(Interview.PersonId), T.Language, ct);
        Name = names.GetValueOrDefault(Interview.PersonId, string.Empty);
        Panel = T.List(Interview.Panel.Select(p => names.GetValueOrDefault(p.PersonId, "?")));
        JobTitle = (await db.JobTitlesAsync([Interview.RequisitionId], ct))[Interview.RequisitionId];
        var known = await facts.LoadAsync(Interview, null, ct);
        var me = Actor.Candidate(Interview.PersonId);
        MayConfirm = Interview.CandidateConfirmedAt is null && Interview.Can(InterviewTrigger.Confirm, known, me).IsPossible;
        MayDecline = Interview.Can(InterviewTrigger.Decline, known, me).IsPossible;
    }

    /// <summary>Acts as the candidate whom the link names; reads as they may.</summary>
    private async Task<IActionResult> DoAsync(Func<SignedLink, Actor, Task> work, Sentence says, CancellationToken ct)
    {
        if (await links.FindAsync(Token, LinkPurpose.InterviewAnswer, ct) is not { Opens: true } found)
        {
            // Over since the page was read: it says so itself.
            return LocalRedirect("/i/" + Uri.EscapeDataString(Token));
        }

        var me = Actor.Candidate(found.Link.PersonId);
        var before = db.Viewer;
        db.ReadAs(me);
        try
        {
            await work(found.Link, me);
        }
        finally
        {
            db.ReadAs(before);
        }

        // The address holds the token, so it is not written into the form's receipt.
        TempData["toast"] = T.Of(says);
        return LocalRedirect("/i/" + Token);
    }
}
