using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Offers;

/// <summary>A question of the candidate about the offer, and our answer.</summary>
public sealed class OfferQuestion
{
    public const int TextLength = 2000;

    private OfferQuestion() => Text = string.Empty;

    internal OfferQuestion(string? text, DateTime at)
    {
        Text = Require.Text(text, "Write your question.", TextLength, "Question");
        AskedAt = at;
    }

    public long Id { get; private set; }

    public string Text { get; private set; }

    public DateTime AskedAt { get; private set; }

    public string? Answer { get; private set; }

    public long? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    internal void Reply(string? text, Actor by, DateTime at)
    {
        Require.That(AnsweredAt is null, "This question has been answered already.");
        Answer = Require.Text(text, "Write an answer.", TextLength, "Answer");
        AnsweredBy = by.PersonId;
        AnsweredAt = at;
    }
}
