using TalentHub.Domain.Common;

namespace TalentHub.Domain.Demand;

/// <summary>What a request to hire says. May be incomplete in a draft; sending it for approval asks for the rest.</summary>
/// <param name="LevelRank">The level's place in its ladder, by which chains compare: L5 is 5.</param>
/// <param name="ReasonCode">A company reason of the kind <see cref="People.ReasonKind.Requisition"/>.</param>
/// <param name="Why">In the requester's words.</param>
/// <param name="AnnualCost">For all seats together, a year, in the company's currency.</param>
/// <param name="IsEvergreen">Hires all year round: it may begin without any seat, and seats are added while it is open.</param>
public sealed record RequisitionTerms(
    Bilingual Title,
    string RoleFamilyCode,
    string LevelCode,
    int LevelRank,
    long DepartmentId,
    long LocationId,
    int Seats,
    string ReasonCode,
    string? Why,
    Money AnnualCost,
    DateOnly? TargetStart,
    long HiringManagerId,
    IReadOnlyList<Bilingual> MustHaves,
    IReadOnlyList<RequiredSkill> Skills,
    bool IsConfidential = false,
    bool IsEvergreen = false);

/// <summary>Further seats that somebody asks for while an evergreen job is open; gone once they are granted or refused.</summary>
public sealed record SeatRequest
{
    private SeatRequest()
    {
    }

    public SeatRequest(Access.Actor by, DateTime at, int seats, long annualCost)
    {
        Require.That(seats is >= 1 and <= Requisition.MaximumSeats, new Sentence("Ask for 1 to {maximum} people.", ("maximum", Requisition.MaximumSeats)), "Seats");
        Require.That(annualCost >= 0, "The yearly cost cannot be negative.", "AnnualCost");
        AskedBy = by.OnBehalfOf ?? by.PersonId;
        AskedAt = at;
        Seats = seats;
        AnnualCost = annualCost;
    }

    public long AskedBy { get; private init; }

    public DateTime AskedAt { get; private init; }

    public int Seats { get; private init; }

    /// <summary>For these seats together, a year, in minor units of the request's currency.</summary>
    public long AnnualCost { get; private init; }
}

/// <summary>A skill that the role asks for.</summary>
/// <param name="Required">False for one that is desired only.</param>
/// <param name="Level">1 has heard of it … 5 is known for it.</param>
public sealed record RequiredSkill(Bilingual Name, bool Required, int Level);
