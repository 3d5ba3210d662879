using System.Security.Cryptography;
using System.Text;
using TalentHub.Domain.Access;
using TalentHub.Domain.People;

namespace TalentHub.Domain.Privacy;

/// <summary>Why somebody was erased.</summary>
public enum ErasureCause
{
    /// <summary>An administrator decided it.</summary>
    Decision,

    /// <summary>The person asked for it.</summary>
    Request,

    /// <summary>A retention clock ran out.</summary>
    Retention,

    /// <summary>They came back with a restored copy and were erased again.</summary>
    Again,
}

/// <summary>
/// That somebody was erased: their number, and salted hashes by which they are known again in a restored copy. Who only has this row cannot tell who it was; who knows an address can
/// test whether it is this one.
/// </summary>
public sealed class ErasedPerson
{
    private ErasedPerson() => Salt = string.Empty;

    public ErasedPerson(Person person, ErasureCause cause, Actor by, DateTime at, IEnumerable<string> files)
    {
        PersonId = person.Id;
        Cause = cause;
        ErasedBy = by.PersonId > 0 ? by.PersonId : null;
        ErasedAt = at;
        Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        EmailHash = HashOf(person.EmailKey, Salt);
        PhoneHash = HashOf(person.PhoneKey, Salt);
        FilesLeft = [.. files];
    }

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    public ErasureCause Cause { get; private set; }

    /// <summary>Null when the system did it.</summary>
    public long? ErasedBy { get; private set; }

    public DateTime ErasedAt { get; private set; }

    /// <summary>128 random bits, hex: equal addresses have different hashes in different rows.</summary>
    public string Salt { get; private set; }

    public string? EmailHash { get; private set; }

    public string? PhoneHash { get; private set; }

    /// <summary>Names in the store of files that are still to be removed; emptied after the commit, by whoever comes first.</summary>
    public List<string> FilesLeft { get; private set; } = [];

    /// <summary>When the pages of the database that held the words were written anew; null while that is still to be done.</summary>
    public DateTime? ScrubbedAt { get; private set; }

    public static string? HashOf(string? identifier, string salt) =>
        identifier is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + "\n" + identifier)));

    public void FilesAreGone() => FilesLeft = [];

    public void Scrubbed(DateTime at) => ScrubbedAt ??= at;
}
