namespace TalentHub.Domain.Common;

/// <summary>A "no" that we expect: shown to the person as it stands, in their language. Its text never says what they may not know.</summary>
public class DomainException(params Sentence[] sentences) : Exception(string.Join(' ', sentences.Select(s => s.ToString())))
{
    public IReadOnlyList<Sentence> Sentences { get; } = sentences;

    /// <summary>The input that the sentence is about, when there is one ("Title"), so that the page can put it at the field.</summary>
    public string? Field { get; init; }
}
