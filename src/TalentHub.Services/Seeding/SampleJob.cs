using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;

namespace TalentHub.Services.Seeding;

/// <summary>What becomes of a request.</summary>
internal enum JobKind
{
    /// <summary>Opened long ago; as many are hired as there are seats.</summary>
    Past,

    /// <summary>Opened long ago and closed without a hire.</summary>
    Unfilled,

    Open,

    /// <summary>Open, and on hold since some days ago.</summary>
    Held,
    Draft,
    InApproval,
    ChangesRequested,
    Approved,
    Rejected,
    Cancelled,
}

/// <summary>One request and, once it is open, the job: what is decided before it is written, and the rows that the rest of its history needs.</summary>
internal sealed class SampleJob
{
    public required JobKind Kind { get; init; }

    public required SampleDepartmentRow Department { get; init; }

    public required SamplePlaceRow Place { get; init; }

    public required RoleFamily Family { get; init; }

    public required FamilyLevel Level { get; init; }

    public required int Seats { get; init; }

    public required StaffMember Manager { get; init; }

    public required StaffMember Requester { get; init; }

    public required StaffMember Recruiter { get; init; }

    public required DateTime CreatedAt { get; set; }

    /// <summary>How many approvers have said yes, for one that still waits.</summary>
    public int ApprovedSteps { get; init; }

    /// <summary>Asks for more than the plan has.</summary>
    public bool IsOverPlan { get; init; }

    /// <summary>The hiring manager's and recruiter's own: something in every state.</summary>
    public bool IsShowcase { get; init; }

    public bool IsConfidential { get; init; }

    public bool WasSentBack { get; init; }

    /// <summary>Applications to be made.</summary>
    public int Applicants { get; set; }

    public DateTime OpenedAt { get; set; }

    public DateTime LiveAt { get; set; }

    /// <summary>Who has not been decided by then is told no, and nobody applies any more; the present moment for jobs that run.</summary>
    public DateTime Until { get; set; }

    public Money AnnualCost { get; set; } = new(0, "CNY");

    public DateOnly TargetStart => DateOnly.FromDateTime(CreatedAt).AddDays(100);

    public Requisition Requisition { get; set; } = null!;

    public List<Opening> SeatRows { get; } = [];

    public List<Criterion> Criteria { get; } = [];

    public List<(InterviewRound Round, List<StaffMember> Panel)> Rounds { get; } = [];

    public Posting? Posting { get; set; }

    /// <summary>For which persons there is an application here already.</summary>
    public HashSet<long> Applied { get; } = [];

    public string Zone => Place.Zone;

    public bool Opens => Kind is JobKind.Past or JobKind.Unfilled or JobKind.Open or JobKind.Held;

    /// <summary>The currency in which people at the place are paid.</summary>
    public string Currency => Place.Content.Currency;

    /// <summary>The band in the place's currency; where the family has none, that in US dollars at a round rate.</summary>
    public PayRange Band => Level.Pay(Currency) ?? Scaled(Level.Pay("USD")!, Currency == "GBP" ? 0.8 : 1.3);

    private PayRange Scaled(PayRange pay, double rate) =>
        new(Currency, (long)(pay.Minimum * rate / 100_000) * 100_000, (long)(pay.Maximum * rate / 100_000) * 100_000);
}
