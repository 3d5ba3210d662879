using System.Globalization;
using System.Text;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.People;

/// <summary>
/// One searchable piece of a person's name: a word in small letters, or two neighbouring Chinese characters (and the last one alone). An index on these
/// answers "begins with" for any word and any part of a Chinese name, the same on both databases. A Chinese name has its reading in letters beside it.
/// </summary>
public sealed class PersonTerm
{
    public const int TermLength = 40;

    private PersonTerm() => Term = string.Empty;

    internal PersonTerm(string term) => Term = term;

    public long PersonId { get; private set; }

    public string Term { get; private set; }

    /// <summary>The pieces under which a name is found: its own, the words by which a Chinese one is typed in letters, and those of its bearer's spelling that these do not begin with.</summary>
    public static IReadOnlyCollection<string> Of(PersonName name)
    {
        var terms = Split(name.Display, withTail: true);
        terms.UnionWith(NameReading.Words(name).Select(word => word.Length <= TermLength ? word : word[..TermLength]));
        terms.UnionWith(Split(name.Latin ?? string.Empty, withTail: false).Where(word => !terms.Any(t => t.StartsWith(word, StringComparison.Ordinal))).ToList());
        return terms;
    }

    /// <summary>The pieces that all must be found for a query; each is a beginning of a stored one.</summary>
    public static IReadOnlyCollection<string> ForQuery(string? query) => Split(query ?? string.Empty, withTail: false);

    private static SortedSet<string> Split(string text, bool withTail)
    {
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        var han = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture))
        {
            if (Han.Is(c))
            {
                Flush(word);
                han.Append(c);
            }
            else if (char.IsLetterOrDigit(c))
            {
                FlushHan();
                word.Append(c);
            }
            else
            {
                Flush(word);
                FlushHan();
            }
        }

        Flush(word);
        FlushHan();
        return terms;

        void Flush(StringBuilder piece)
        {
            if (piece.Length > 0)
            {
                terms.Add(piece.ToString(0, Math.Min(piece.Length, TermLength)));
                piece.Clear();
            }
        }

        void FlushHan()
        {
            for (var i = 0; i + 1 < han.Length; i++)
            {
                terms.Add(han.ToString(i, 2));
            }

            if (han.Length == 1 || (withTail && han.Length > 1))
            {
                terms.Add(han.ToString(han.Length - 1, 1));
            }

            han.Clear();
        }
    }
}
