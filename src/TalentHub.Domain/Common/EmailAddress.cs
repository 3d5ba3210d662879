using System.Net.Mail;

namespace TalentHub.Domain.Common;

/// <summary>An address as typed, and the form by which we compare: trimmed and lower-case.</summary>
public static class EmailAddress
{
    /// <summary>RFC 5321 allows 254 characters in a path.</summary>
    public const int Length = 254;

    public static string Normalise(string address) => address.Trim().ToLowerInvariant();

    public static bool IsValid(string? address) =>
        !string.IsNullOrWhiteSpace(address)
        && address.Length <= Length
        && !address.Any(char.IsControl)
        && MailAddress.TryCreate(address.Trim(), out var parsed)
        && parsed.Address == address.Trim()
        && parsed.Host.Contains('.', StringComparison.Ordinal);
}
