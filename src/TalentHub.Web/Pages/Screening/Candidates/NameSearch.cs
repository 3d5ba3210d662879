using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;

namespace TalentHub.Web.Pages.Screening.Candidates;

/// <summary>Finds people by the beginning of any word of their name, any two neighbouring Chinese characters of it, its reading in letters, an e-mail address or a phone number.</summary>
public static class NameSearch
{
    /// <summary>More than this is no search; the reader is told to type more.</summary>
    public const int Most = 200;

    /// <summary>One word, the usual case: a range of the index in its own order, so whoever bears the very word comes before those whose name goes on. On SQL Server in its own words, see <see cref="Beginning"/>.</summary>
    private static readonly CompiledQuery<bool, Func<TalentHubDb, string, string, IAsyncEnumerable<long>>> OneWord = new(isSqlServer => isSqlServer
        ? EF.CompileAsyncQuery((TalentHubDb db, string term, string end) =>
            db.PersonTerms.Where(t => t.Term.StartsWith(term)).OrderBy(t => t.Term).ThenBy(t => t.PersonId).Select(t => t.PersonId).Take(Most))
#pragma warning disable CA1309 // Becomes SQL: the database's own order is meant.
        : EF.CompileAsyncQuery((TalentHubDb db, string term, string end) =>
            db.PersonTerms.Where(t => string.Compare(t.Term, term) >= 0 && string.Compare(t.Term, end) < 0).OrderBy(t => t.Term).ThenBy(t => t.PersonId).Select(t => t.PersonId).Take(Most)));
#pragma warning restore CA1309

    /// <summary>Their numbers, at most <see cref="Most"/>. Whoever bears the word twice may stand there twice.</summary>
    public static async Task<IReadOnlyList<long>> FindPeopleAsync(this TalentHubDb db, string query, CancellationToken ct)
    {
        var text = query.Trim();
        if (text.Contains('@', StringComparison.Ordinal))
        {
            var key = EmailAddress.Normalise(text);
            return await db.People.AsNoTracking().Where(p => p.EmailKey == key).OrderBy(p => p.Id).Select(p => p.Id).Take(Most).ToListAsync(ct);
        }

        if (Person.KeyOfPhone(text) is { } phone && !text.Any(char.IsLetter))
        {
            return await db.People.AsNoTracking().Where(p => p.PhoneKey == phone).OrderBy(p => p.Id).Select(p => p.Id).Take(Most).ToListAsync(ct);
        }

        var terms = PersonTerm.ForQuery(text);
        if (terms.Count == 1)
        {
            var word = terms.First();
            return await OneWord.For(db, IsSqlServer(db))(db, word, EndOf(word)).ToListAsync(ct);
        }

        return terms.Count == 0 ? [] : await Named(db, terms).Distinct().OrderBy(id => id).Take(Most).ToListAsync(ct);
    }

    /// <summary>All who are found by a name, as a part of another query.</summary>
    public static IQueryable<long> PeopleNamed(this TalentHubDb db, string query) => Named(db, PersonTerm.ForQuery(query));

    /// <summary>The longest piece narrows most; the others are checked on what it leaves.</summary>
    private static IQueryable<long> Named(TalentHubDb db, IReadOnlyCollection<string> terms)
    {
        if (terms.Count == 0)
        {
            return db.PersonTerms.Where(t => false).Select(t => t.PersonId);
        }

        var byLength = terms.OrderByDescending(t => t.Length).ToList();
        var found = Beginning(db, byLength[0]).Select(t => t.PersonId);
        foreach (var term in byLength.Skip(1).Take(5))
        {
            var further = Beginning(db, term);
            found = found.Where(id => further.Any(t => t.PersonId == id));
        }

        return found;
    }

    /// <summary>
    /// People whose résumé holds every word. Reads the texts themselves: right for a few ten thousand of them; the index of words over documents is work of its own. What
    /// the viewer may not see falls away where the applications are read.
    /// </summary>
    public static async Task<IReadOnlyList<long>> FindInResumesAsync(this TalentHubDb db, string query, CancellationToken ct)
    {
        var files = db.Files.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking().Where(f => f.PersonId != null && f.Text != null);
        var words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1).Take(5).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        foreach (var word in words)
        {
            var like = $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)}%";
            files = files.Where(f => EF.Functions.Like(f.Text!, like, "\\"));
        }

        return await files.Select(f => f.PersonId!.Value).Distinct().OrderBy(id => id).Take(Most).ToListAsync(ct);
    }

    /// <summary>A range of the index. SQLite's LIKE would not use it, and SQL Server's order of letters is not that of their numbers, so each gets its own words.</summary>
    private static IQueryable<PersonTerm> Beginning(TalentHubDb db, string term)
    {
        var terms = db.PersonTerms.AsNoTracking();
        if (IsSqlServer(db))
        {
            return terms.Where(t => t.Term.StartsWith(term));
        }

        var end = EndOf(term);
#pragma warning disable CA1309 // Becomes SQL: the database's own order is meant.
        return terms.Where(t => string.Compare(t.Term, term) >= 0 && string.Compare(t.Term, end) < 0);
#pragma warning restore CA1309
    }

    private static bool IsSqlServer(TalentHubDb db) => db.Database.ProviderName?.EndsWith("SqlServer", StringComparison.Ordinal) == true;

    private static string EndOf(string term) => term + '\uFFFF';
}
