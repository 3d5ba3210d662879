using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Access;

/// <summary>What a signed link opens.</summary>
public enum LinkPurpose
{
    /// <summary>A candidate's page about one application: /c/…</summary>
    CandidateStatus,

    /// <summary>One offer: /o/…</summary>
    OfferAnswer,

    /// <summary>The page of a hire before day one: /w/…</summary>
    Preboarding,

    /// <summary>One interview: confirm, decline, ask for another time.</summary>
    InterviewAnswer,
}

/// <summary>Why a link does not open.</summary>
public enum LinkProblem
{
    Expired,
    Used,
    Revoked,
}

/// <summary>
/// Opens one thing for one person without an account, until it expires. Only the hash of the token is kept: whoever reads the table cannot open anything.
/// </summary>
public sealed class SignedLink : Entity
{
    /// <summary>128 random bits, in letters fit for an address.</summary>
    public const int TokenLength = 22;

    private SignedLink() => TokenHash = string.Empty;

    private SignedLink(string tokenHash, LinkPurpose purpose, long subjectId, long personId, DateTime at, DateTime expiresAt)
    {
        TokenHash = tokenHash;
        Purpose = purpose;
        SubjectId = subjectId;
        PersonId = personId;
        CreatedAt = at;
        ExpiresAt = expiresAt;
    }

    /// <summary>SHA-256 of the token, hex; unique.</summary>
    public string TokenHash { get; private set; }

    public LinkPurpose Purpose { get; private set; }

    /// <summary>The application, offer, plan or interview that it opens.</summary>
    public long SubjectId { get; private set; }

    public long PersonId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    /// <summary>Set for links that work once.</summary>
    public DateTime? UsedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>Makes a link; the token is handed out this once and kept nowhere.</summary>
    public static SignedLink Create(LinkPurpose purpose, long subjectId, long personId, DateTime at, DateTime expiresAt, out string token)
    {
        token = NewToken();
        return CreateWith(token, purpose, subjectId, personId, at, expiresAt);
    }

    /// <summary>Makes a link with a token from <see cref="NewToken"/> that was handed out before.</summary>
    public static SignedLink CreateWith(string token, LinkPurpose purpose, long subjectId, long personId, DateTime at, DateTime expiresAt) =>
        IsToken(token) ? new SignedLink(HashOf(token), purpose, subjectId, personId, at, expiresAt) : throw new ArgumentException("This is no token.", nameof(token));

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Has the form of a token; anything else is not looked up.</summary>
    public static bool IsToken(string? text) => text is { Length: TokenLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Null while it opens.</summary>
    public LinkProblem? ProblemAt(DateTime now) =>
        RevokedAt is not null ? LinkProblem.Revoked
        : UsedAt is not null ? LinkProblem.Used
        : now >= ExpiresAt ? LinkProblem.Expired
        : null;

    public void Use(DateTime at) => UsedAt ??= at;

    public void Revoke(DateTime at) => RevokedAt ??= at;

    public void Extend(DateTime expiresAt) => ExpiresAt = expiresAt;
}
