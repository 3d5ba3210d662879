using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Data.Setup;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// A page with a form. A handler validates, loads, asks for one verb, saves, and says <see cref="Done"/>. Refusals and lost races come back to the same
/// page with everything typed still there (<see cref="Refusals"/>).
/// </summary>
public abstract class FormPage : PageModel
{
    /// <summary>The version of the record that the form was filled from; a hidden field named Version.</summary>
    [BindProperty]
    public Guid Version { get; set; }

    /// <summary>Set when someone else was faster: the page shows what the record says now beside what was typed.</summary>
    public bool LostRace { get; set; }

    protected Text T => HttpContext.RequestServices.GetRequiredService<Text>();

    protected Actor Me => HttpContext.RequestServices.GetRequiredService<CurrentActor>().Value;

    /// <summary>Fills what the page shows. Runs on GET and again before any error is shown; call <see cref="Shows"/> with the record's version.</summary>
    public virtual Task LoadAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>The version on the page: fresh on GET and after a lost race, else the one that was posted (so that a race is still seen).</summary>
    protected void Shows(Guid version)
    {
        if (LostRace || HttpMethods.IsGet(Request.Method))
        {
            Version = version;
            ModelState.Remove(nameof(Version));
        }
    }

    /// <summary>Runs the form's validator. False: errors are in the model state; <c>return await InvalidAsync(ct)</c>.</summary>
    protected async Task<bool> IsValidAsync<TInput>(TInput input, CancellationToken ct, string prefix = "Input")
        where TInput : class
    {
        var validator = HttpContext.RequestServices.GetService<IValidator<TInput>>();
        if (validator is not null)
        {
            foreach (var failure in (await validator.ValidateAsync(input, ct)).Errors)
            {
                var key = prefix.Length == 0 ? failure.PropertyName : $"{prefix}.{failure.PropertyName}";

                // A value that could not be read at all has its own message already.
                if (ModelState.GetFieldValidationState(key) != ModelValidationState.Invalid)
                {
                    ModelState.AddModelError(key, failure.ErrorMessage);
                }
            }
        }

        SayWhatIsWanted(typeof(TInput), prefix);
        return ModelState.IsValid;
    }

    /// <summary>
    /// A value that a handler takes by itself (an id, a day, which move) and that cannot be read: the handler would take it for a missing one. Null when there is none;
    /// those of a form's input have their validator (<see cref="IsValidAsync"/>).
    /// </summary>
    internal string? Unreadable() => HttpMethods.IsPost(Request.Method)
        ? ModelState.Where(e => e.Value is { ValidationState: ModelValidationState.Invalid, AttemptedValue.Length: > 0 } && !e.Key.AsSpan().ContainsAny('.', '[')).Select(e => e.Key)
            .OrderByDescending(key => key == nameof(Version)).FirstOrDefault()
        : null;

    /// <summary>The page again, saying what a value that could not be read should look like.</summary>
    internal Task<IActionResult> UnreadAsync(CancellationToken ct)
    {
        SayWhatIsWanted(GetType(), string.Empty);
        return InvalidAsync(ct);
    }

    /// <summary>"Cannot be read" says what to write instead, by the kind of the field.</summary>
    private void SayWhatIsWanted(Type input, string prefix)
    {
        var unread = T["This value cannot be read."];
        foreach (var (key, entry) in ModelState.Where(e => e.Value is { Errors.Count: > 0 } && e.Value.Errors[0].ErrorMessage == unread).ToList())
        {
            var kind = input.GetProperty(prefix.Length > 0 && key.StartsWith(prefix + ".", StringComparison.Ordinal) ? key[(prefix.Length + 1)..] : key)?.PropertyType;
            var wanted = (kind is null ? null : Nullable.GetUnderlyingType(kind) ?? kind) switch
            {
                { } type when type == typeof(DateOnly) => T["This is not a date. Write one such as 2027-03-01."],
                { } type when type == typeof(TimeOnly) => T["This is not a time. Write one such as 14:30."],
                { } type when type == typeof(int) || type == typeof(long) => T["Write a whole number."],
                { } type when type == typeof(decimal) => T["Write a number."],
                _ => null,
            };
            if (wanted is not null)
            {
                entry!.Errors.Clear();
                entry.Errors.Add(wanted);
            }
        }
    }

    /// <summary>Each thing that was chosen must be among those that the page offers: what is posted can be anything.</summary>
    /// <returns>False: the sentence stands at the field; <c>return await InvalidAsync(ct)</c>.</returns>
    protected bool IsOffered<TChoice>(string field, IEnumerable<TChoice> chosen, IEnumerable<TChoice> offered, Sentence? otherwise = null)
    {
        if (!chosen.Except(offered).Any())
        {
            return true;
        }

        ModelState.AddModelError(field, T.Of(otherwise ?? InputRules.NotOffered));
        return false;
    }

    /// <summary>What was chosen in a select must be among what it offers; nothing chosen is another rule's business.</summary>
    protected bool IsOffered(string field, string? chosen, IEnumerable<SelectListItem> offered, Sentence? otherwise = null) =>
        string.IsNullOrEmpty(chosen) || IsOffered(field, [chosen], offered.Select(o => o.Value), otherwise);

    /// <summary>The page again with its errors, everything typed kept: 422.</summary>
    protected async Task<IActionResult> InvalidAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>It is done: says so on the next page.</summary>
    /// <param name="undo">Posts here to take it back, where that is possible.</param>
    protected IActionResult Done(Sentence says, string href, string? undo = null)
    {
        TempData["toast"] = T.Of(says);
        if (undo is not null)
        {
            TempData["undo"] = undo;
        }

        HttpContext.Items[Refusals.WentTo] = href;
        return LocalRedirect(href);
    }
}
