using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Privacy;

/// <summary>What must be known of a person before they are erased.</summary>
/// <param name="Records">Their record, and those that were merged with it.</param>
/// <param name="ErasedOn">The day on which it was done already.</param>
/// <param name="Running">Numbers of applications that have not ended.</param>
/// <param name="OpenOffers">Numbers of offers that can still be answered or begun.</param>
/// <param name="HeldSince">Since when a legal hold names them.</param>
public sealed record ErasureFacts(
    IReadOnlyList<long> Records, DateOnly? ErasedOn, bool WorksHere, IReadOnlyList<string> Running, IReadOnlyList<string> OpenOffers, DateOnly? HeldSince);

/// <summary>Who may be erased: nobody who works here, is in a live process or under a legal hold; and nobody by themselves.</summary>
public static class ErasureCheck
{
    private const string Hr = "HR, once the employment has ended";
    private const string Recruiter = "The recruiter, by rejecting or withdrawing it";
    private const string Offers = "Whoever handles the offer";
    private const string Holder = "Whoever handles privacy, by lifting the hold";
    private const string Another = "Another person with this right";
    private const string Nobody = "Nobody: it is done";

    /// <summary>Everything that stands against it; empty when it may be done.</summary>
    public static IReadOnlyList<Finding> Findings(ErasureFacts facts, Actor by)
    {
        if (facts.ErasedOn is { } day)
        {
            return [new(Severity.Block, new Sentence("This person's data were erased already, on {day}.", ("day", day)), Nobody)];
        }

        var findings = new List<Finding>();
        Against(facts.Records.Contains(by.PersonId), new Sentence("Nobody decides about their own erasure."), Another);
        Against(facts.WorksHere, new Sentence("This person works here, or is about to."), Hr);
        Against(facts.Running.Count > 0, new Sentence("An application of theirs still runs: {numbers}.", ("numbers", string.Join(", ", facts.Running))), Recruiter);
        Against(facts.OpenOffers.Count > 0, new Sentence("An offer to them is still open: {numbers}.", ("numbers", string.Join(", ", facts.OpenOffers))), Offers);
        Against(facts.HeldSince is not null, new Sentence("A legal hold has named this person since {day}.", ("day", facts.HeldSince)), Holder);
        return findings;

        void Against(bool holds, Sentence says, string lift)
        {
            if (holds)
            {
                findings.Add(new Finding(Severity.Block, says, lift));
            }
        }
    }
}
