using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Observability;
using TalentHub.Data.Saving;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Auditing;
using TalentHub.Services;
using TalentHub.Web.Components;

namespace TalentHub.Web.Infrastructure;

/// <summary>Not there, or not yours to see: the two look the same.</summary>
public sealed class NotFoundException : Exception;

/// <summary>
/// Turns what a handler throws into an answer: a "no" of the domain into the page again (409, or 422 at a field), a lost race into fresh values beside the
/// typed text, a form sent twice into where the first one went, a missing row into 404. Also hands the form's key to the save.
/// </summary>
public sealed class Refusals(TalentHubDb db, TimeProvider clock, Text text) : IAsyncPageFilter
{
    public const string OnceField = "__once";
    public const string WentTo = "went-to";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var key = await OnceKeyAsync(context.HttpContext);
        if (key is { } once)
        {
            db.Receipt = new FormReceipt { Key = once, At = clock.UtcNow() };
        }

        if (context is { HandlerInstance: FormPage form } && form.Unreadable() is { } unreadable)
        {
            context.Result = await UnreadAsync(form, unreadable, context.HttpContext.RequestAborted);
            return;
        }

        var executed = await next();
        if (executed.Exception is null || executed.ExceptionHandled)
        {
            if (key is { } done && (executed.Result is LocalRedirectResult redirect ? redirect.Url : context.HttpContext.Items[WentTo]) is string href)
            {
                await db.FormReceipts.Where(r => r.Key == done).ExecuteUpdateAsync(set => set.SetProperty(r => r.WentTo, href));
            }

            return;
        }

        // Sent twice, and the second one came to a record that the first had moved on: that is no refusal, it is done.
        var answer = key is not null && executed.Exception is DomainException or DbUpdateConcurrencyException or NotFoundException && await SentBeforeAsync(key, context.HttpContext.RequestAborted) is { } sent
            ? WhereItWent(sent.WentTo, context.HttpContext)
            : await AnswerAsync(executed, context.HttpContext.RequestAborted);
        if (answer is not null)
        {
            executed.Result = answer;
            executed.ExceptionHandled = true;
        }
    }

    private async Task<IActionResult> UnreadAsync(FormPage page, string field, CancellationToken ct)
    {
        try
        {
            return await (field == nameof(FormPage.Version) ? LostAsync(page, ct) : page.UnreadAsync(ct));
        }
        catch (NotFoundException)
        {
            return new NotFoundResult();
        }
    }

    /// <summary>Where the first one was sent; where that was not written down any more (the program was killed between the deed and the note), to the page of the form.</summary>
    private static LocalRedirectResult WhereItWent(string? wentTo, HttpContext http) =>
        new(wentTo ?? http.Request.PathBase + http.Request.Path + QueryString.Create(http.Request.Query.Where(q => !q.Key.Equals("handler", StringComparison.OrdinalIgnoreCase))));

    private Task<FormReceipt?> SentBeforeAsync(Guid? key, CancellationToken ct) => db.FormReceipts.AsNoTracking().SingleOrDefaultAsync(r => r.Key == key, ct);

    private async Task<IActionResult?> AnswerAsync(PageHandlerExecutedContext executed, CancellationToken ct)
    {
        if (executed.Exception is MoveRefused { Machine: var machine, Trigger: var trigger })
        {
            Signals.Moved(machine, trigger, isDone: false);
        }

        switch (executed.Exception)
        {
            case NotFoundException:
                return new NotFoundResult();
            case SentBefore sent:
                return WhereItWent(sent.WentTo, executed.HttpContext);
            case DbUpdateException { InnerException: { } inner } when inner.Message.Contains("FormReceipts", StringComparison.Ordinal):
                return WhereItWent(null, executed.HttpContext);
            case MoveRefused { Answer: Answer.NotHeld } refused:
                await executed.HttpContext.RequestServices.GetRequiredService<Looks>().NoteAsync(
                    new AuditNote(AuditAction.RightRefused, RecordKind.Page, Detail: $"{refused.Machine}/{refused.Trigger}", Result: AuditResult.Refused), ct);
                return new StatusCodeResult(StatusCodes.Status403Forbidden);
            case DomainException refusal when executed.HandlerInstance is FormPage page:
                return await AgainAsync(page, refusal, ct);
            case DbUpdateConcurrencyException when executed.HandlerInstance is FormPage page:
                return await LostAsync(page, ct);
            default:
                return null;
        }
    }

    /// <summary>Someone else was faster, or the version that was sent is none.</summary>
    private Task<IActionResult> LostAsync(FormPage page, CancellationToken ct)
    {
        page.LostRace = true;
        page.ModelState.Remove(nameof(FormPage.Version));
        return AgainAsync(page, new DomainException("Someone else changed this while you were writing. Your text is still here; look at what it says now and send again."), ct);
    }

    private async Task<IActionResult> AgainAsync(FormPage page, DomainException refusal, CancellationToken ct)
    {
        // What was changed in memory is not what the database says: never show it.
        db.ChangeTracker.Clear();
        db.Receipt = null;
        var field = refusal.Field is null ? string.Empty : FieldKey(page, refusal.Field);
        foreach (var says in refusal is MoveRefused { Answer: Answer.AskReason } ? [text.OneAfterAnother(refusal.Sentences)] : refusal.Sentences.Select(text.Of))
        {
            page.ModelState.AddModelError(field, says);
        }

        try
        {
            await page.LoadAsync(ct);
        }
        catch (NotFoundException)
        {
            // What was typed was judged before the record was looked for: it is not there, or not theirs to see.
            return new NotFoundResult();
        }

        page.Response.StatusCode = refusal is not MoveRefused && refusal.Field is not null && !page.LostRace
            ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status409Conflict;
        return page.Page();
    }

    private static string FieldKey(FormPage page, string field)
    {
        var input = page.GetType().GetProperty("Input");
        return input?.PropertyType.GetProperty(field) is not null ? $"Input.{field}" : field;
    }

    private static async Task<Guid?> OnceKeyAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
        {
            return null;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return SentForm.OnceOf(form[OnceField]);
    }
}

public static class QueryExtensions
{
    /// <summary>The one row that the viewer may see.</summary>
    /// <exception cref="NotFoundException">None, or not theirs to see.</exception>
    public static async Task<T> SingleOrNotFoundAsync<T>(this IQueryable<T> query, System.Linq.Expressions.Expression<Func<T, bool>> predicate, CancellationToken ct) =>
        await query.SingleOrDefaultAsync(predicate, ct) ?? throw new NotFoundException();

    public static async Task<T> FirstOrNotFoundAsync<T>(this IQueryable<T> query, CancellationToken ct) =>
        await query.FirstOrDefaultAsync(ct) ?? throw new NotFoundException();
}
