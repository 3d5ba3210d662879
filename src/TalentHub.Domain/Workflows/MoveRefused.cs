using TalentHub.Domain.Common;

namespace TalentHub.Domain.Workflows;

/// <summary>A move that was asked for and is not made. 403 when the right is lacking, else 409.</summary>
public sealed class MoveRefused(string machine, string trigger, Answer answer, IReadOnlyList<Finding> findings, params Sentence[] sentences)
    : DomainException(sentences)
{
    public string Machine { get; } = machine;

    public string Trigger { get; } = trigger;

    public Answer Answer { get; } = answer;

    public IReadOnlyList<Finding> Findings { get; } = findings;

    /// <summary>The sentences in English; tests read these.</summary>
    public IReadOnlyList<string> Reasons { get; } = [.. sentences.Select(s => s.ToString())];
}
