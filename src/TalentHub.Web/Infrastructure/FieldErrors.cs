using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace TalentHub.Web.Infrastructure;

/// <summary>What stands against a field, for markup that draws its own fields.</summary>
public static class FieldErrors
{
    /// <summary>The first sentence, or null.</summary>
    public static string? ErrorOf(this ViewDataDictionary data, string key) =>
        data.ModelState.TryGetValue(key, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>"true" for aria-invalid, or null so that the attribute is not there.</summary>
    public static string? Invalid(this ViewDataDictionary data, string key) => data.ModelState.GetFieldValidationState(key) == ModelValidationState.Invalid ? "true" : null;
}
