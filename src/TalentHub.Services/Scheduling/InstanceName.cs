using TalentHub.Data.Scheduling;

namespace TalentHub.Services.Scheduling;

/// <summary>What this process is called in the database: in the leases that it holds, and in its sign of life.</summary>
public sealed record InstanceName(string Value)
{
    private const int Random = 8;

    /// <summary>Machine, process and a few random letters: in containers machine and process may repeat.</summary>
    public static InstanceName New()
    {
        var tail = $":{Environment.ProcessId}:{Guid.NewGuid().ToString("N")[..Random]}";
        var machine = Environment.MachineName;
        return new InstanceName(machine[..Math.Min(machine.Length, ServingInstance.NameLength - tail.Length)] + tail);
    }
}
