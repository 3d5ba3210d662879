using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Domain.Auditing;
using TalentHub.Services.Auditing;

namespace TalentHub.Web.Infrastructure;

/// <summary>A page with what is only for few eyes: a résumé, pay, scores, papers. Says what of whom it shows, and looking is written down before it is shown.</summary>
public interface IShowsRecords
{
    /// <summary>Asked after the handler; empty when nothing is shown after all.</summary>
    IEnumerable<AuditNote> Revealed { get; }
}

/// <summary>Writes down looks at such pages and at the files that they hand out. No room in the queue: the page is refused.</summary>
public sealed class AuditedReads : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (context.HandlerInstance is IShowsRecords page && executed.Exception is null && executed.Result is null or PageResult or FileResult)
        {
            var looks = context.HttpContext.RequestServices.GetRequiredService<Looks>();
            foreach (var note in page.Revealed)
            {
                await looks.NoteAsync(note, context.HttpContext.RequestAborted);
            }
        }
    }
}
