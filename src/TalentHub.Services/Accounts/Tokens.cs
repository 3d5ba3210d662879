using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TalentHub.Services.Accounts;

/// <summary>Random tokens of sessions and account links: 256 bits, in letters fit for a cookie or an address, hashed at rest.</summary>
public static class Tokens
{
    private const int Length = 43;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Has the form of a token; anything else is not looked up.</summary>
    public static bool IsToken(string? text) => text is { Length: Length } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
