using Microsoft.AspNetCore.Identity;
using TalentHub.Data.Accounts;
using TalentHub.Data.Content;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Accounts;

/// <summary>What a password may be: long, not one that many choose, not one's own name or address. No rules about kinds of letters: they only make people write it down.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;

    /// <summary>Hashing an endless text would be a way to keep us busy.</summary>
    public const int Longest = 200;

    /// <summary>Shorter parts of a name are in many good passwords by chance.</summary>
    private const int TellingPart = 4;

    /// <summary>Null when it is good.</summary>
    public static Sentence? Objection(string? password, string? email, string? name)
    {
        if (string.IsNullOrEmpty(password) || password.Length < Shortest)
        {
            return new Sentence("A password has at least {minimum} characters. A few words in a row are easy to keep in mind.", ("minimum", Shortest));
        }

        if (password.Length > Longest)
        {
            return new Sentence("This is too long: at most {maximum} characters.", ("maximum", Longest));
        }

        if (ShippedContent.IsCommonPassword(password))
        {
            return "Many people use this password, so it is the first to be tried. Choose another.";
        }

        return IsAboutThem(password, email, name) ? new Sentence("This password contains your name or address. Choose another.") : null;
    }

    private static bool IsAboutThem(string password, string? email, string? name)
    {
        string?[] whole = [email, email?.Split('@')[0], name, name?.Replace(" ", string.Empty, StringComparison.Ordinal)];
        if (whole.Any(w => w is { Length: >= TellingPart } && password.Contains(w, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        // "Chen Wei 2024!": nothing but their name and a few marks.
        var left = (name ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(password, (rest, part) => rest.Replace(part, string.Empty, StringComparison.OrdinalIgnoreCase));
        return left.Length < password.Length && left.Count(char.IsLetter) < TellingPart;
    }
}

/// <summary>The same rules for whatever goes through Identity's manager.</summary>
public sealed class PasswordValidator : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        PasswordRules.Objection(password, user.Email, name: null) is { } objection
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = objection.ToString() })
            : IdentityResult.Success);
}
