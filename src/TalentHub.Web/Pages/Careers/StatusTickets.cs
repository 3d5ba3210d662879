using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TalentHub.Domain.Access;

namespace TalentHub.Web.Pages.Careers;

/// <summary>
/// The token of a status page, sealed inside the form before the page exists: a form that is sent twice then leads both times to the same page, and nobody can choose a
/// token of their own.
/// </summary>
public sealed class StatusTickets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("apply-status-ticket");

    public string New() => protector.Protect(SignedLink.NewToken());

    /// <summary>The token inside; null when the seal is not ours.</summary>
    public string? Open(string? ticket)
    {
        if (string.IsNullOrEmpty(ticket) || ticket.Length > 400)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(ticket);
        }
        catch (CryptographicException)
        {
            // Altered, or sealed by keys that are gone: the form gets a new one.
            return null;
        }
    }
}
