using TalentHub.Domain.Access;

namespace TalentHub.Services.Access;

/// <summary>For whom work without a name waits: whoever holds its capability, but on a confidential job HR, the one role that sees those.</summary>
public static class Queues
{
    public static Capability For(Capability usual, bool isConfidential) => isConfidential ? Capability.CloseRequisitions : usual;
}
