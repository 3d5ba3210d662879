namespace TalentHub.Domain.Intelligence;

/// <summary>Where a fact stands in the text that was read: offset and length in characters, and the whole line around it.</summary>
public sealed record Passage(int Start, int Length, string Line);

/// <summary>One thing a résumé seems to say. It is a proposal with its evidence; it becomes a fact when a person confirms it.</summary>
public record Fact(string Value, Passage Passage);

/// <summary>A skill under its usual name (<see cref="Fact.Value"/>) and as the person wrote it.</summary>
public sealed record SkillFact(string Value, string Surface, Passage Passage) : Fact(Value, Passage);

/// <summary>What could be read from a résumé. Nothing is guessed: what was not found is null or missing.</summary>
public sealed record ResumeFacts
{
    public static ResumeFacts None { get; } = new();

    public Fact? Name { get; init; }

    public Fact? Email { get; init; }

    public Fact? Phone { get; init; }

    public IReadOnlyList<SkillFact> Skills { get; init; } = [];

    /// <summary>Spoken languages, in English words ("Chinese").</summary>
    public IReadOnlyList<Fact> Languages { get; init; } = [];

    /// <summary>The latest one.</summary>
    public Fact? Employer { get; init; }

    /// <summary>The latest one.</summary>
    public Fact? Title { get; init; }

    /// <summary>The highest one.</summary>
    public Fact? Degree { get; init; }

    public Fact? Institution { get; init; }
}

/// <summary>Reads facts from a résumé's plain text, in English, Chinese or Spanish. The same text always gives the same facts.</summary>
public interface IResumeReader
{
    ResumeFacts Read(string text);
}
