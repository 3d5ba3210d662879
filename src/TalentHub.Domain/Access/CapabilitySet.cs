namespace TalentHub.Domain.Access;

/// <summary>A set of capabilities as bits, so that asking costs nothing.</summary>
public readonly record struct CapabilitySet
{
    private readonly UInt128 bits;

    private CapabilitySet(UInt128 bits) => this.bits = bits;

    public static CapabilitySet None => default;

    public bool Contains(Capability capability) => (bits & (UInt128.One << (int)capability)) != UInt128.Zero;

    public static CapabilitySet Of(params ReadOnlySpan<Capability> capabilities)
    {
        var set = UInt128.Zero;
        foreach (var capability in capabilities)
        {
            set |= UInt128.One << (int)capability;
        }

        return new CapabilitySet(set);
    }

    public static CapabilitySet operator |(CapabilitySet left, CapabilitySet right) => new(left.bits | right.bits);

    public IEnumerable<Capability> List()
    {
        foreach (var capability in Enum.GetValues<Capability>())
        {
            if (Contains(capability))
            {
                yield return capability;
            }
        }
    }
}
