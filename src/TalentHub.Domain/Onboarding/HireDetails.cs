using TalentHub.Domain.Common;

namespace TalentHub.Domain.Onboarding;

/// <summary>What a hire tells us before day one. Read by HR only.</summary>
public sealed record HireDetails
{
    public const int ShortLength = 100;
    public const int LongLength = 500;

    private HireDetails()
    {
    }

    public HireDetails(string? preferredName, string? phone, string? address, string? emergencyName, string? emergencyPhone)
    {
        PreferredName = Require.AtMost(preferredName, ShortLength, "PreferredName");
        Phone = Require.AtMost(phone, ShortLength, "Phone");
        Address = Require.AtMost(address, LongLength, "Address");
        EmergencyName = Require.AtMost(emergencyName, ShortLength, "EmergencyName");
        EmergencyPhone = Require.AtMost(emergencyPhone, ShortLength, "EmergencyPhone");
    }

    public string? PreferredName { get; private init; }

    public string? Phone { get; private init; }

    public string? Address { get; private init; }

    public string? EmergencyName { get; private init; }

    public string? EmergencyPhone { get; private init; }

    public bool IsEmpty => PreferredName is null && Phone is null && Address is null && EmergencyName is null && EmergencyPhone is null;

    /// <summary>Enough to begin with: a phone and whom to call.</summary>
    public bool IsComplete => Phone is not null && EmergencyName is not null && EmergencyPhone is not null;
}
