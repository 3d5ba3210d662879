using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Screening;

/// <summary>The three marks of a must-have.</summary>
public enum MarkValue
{
    Met,
    NotMet,
    NoEvidence,
}

/// <summary>A must-have of one job, as reviewers mark it.</summary>
public sealed class Criterion
{
    public const int TextLength = 300;

    private Criterion() => Text = new Bilingual("-", "-");

    public Criterion(long requisitionId, int order, Bilingual text)
    {
        RequisitionId = requisitionId;
        Order = order;
        Text = text;
        Require.AtMost(text.En, TextLength, "En");
        Require.AtMost(text.Zh, TextLength, "Zh");
    }

    public long Id { get; private set; }

    public long RequisitionId { get; private set; }

    public int Order { get; private set; }

    public Bilingual Text { get; private set; }
}

/// <summary>What a reviewer found for one must-have, and the passage it rests on.</summary>
public sealed class CriterionMark
{
    private CriterionMark()
    {
    }

    internal CriterionMark(long criterionId, MarkValue value, string? passage, Actor by, DateTime at)
    {
        CriterionId = criterionId;
        Value = value;
        Passage = Require.AtMost(passage, JobApplication.PassageLength, "Passage");
        MarkedBy = by.PersonId;
        MarkedAt = at;
    }

    public long Id { get; private set; }

    public long CriterionId { get; private set; }

    public MarkValue Value { get; private set; }

    /// <summary>The words of the résumé or an answer, as they stand there.</summary>
    public string? Passage { get; private set; }

    public long MarkedBy { get; private set; }

    public DateTime MarkedAt { get; private set; }
}

/// <summary>The hiring manager's wish for a rejection, until the recruiter sends it or goes on.</summary>
public sealed record RejectionProposal
{
    public const int NoteLength = Transition.ReasonLength;
    public const int CodeLength = 60;

    private RejectionProposal() => ReasonCode = string.Empty;

    internal RejectionProposal(Actor by, DateTime at, string? reasonCode, string? note)
    {
        ReasonCode = Require.Text(reasonCode, "Choose a reason.", CodeLength, "ReasonCode");
        Note = Require.AtMost(note, NoteLength, "Note");
        ProposedBy = by.PersonId;
        ProposedAt = at;
    }

    public string ReasonCode { get; private init; }

    public string? Note { get; private init; }

    public long ProposedBy { get; private init; }

    public DateTime ProposedAt { get; private init; }
}
