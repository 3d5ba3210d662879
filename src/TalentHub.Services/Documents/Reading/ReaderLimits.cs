namespace TalentHub.Services.Documents.Reading;

/// <summary>What one reading may cost before it is ended, and how many may run at once.</summary>
public sealed record ReaderLimits
{
    public int AtOnce { get; init; } = 2;

    /// <summary>Managed memory, held by the runtime of the child itself.</summary>
    public long HeapBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>All memory of the child, watched from outside.</summary>
    public long WorkingSetBytes { get; init; } = 512L * 1024 * 1024;

    public TimeSpan Cpu { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan Wall { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan Watch { get; init; } = TimeSpan.FromMilliseconds(25);

    public int OutputBytes { get; init; } = 1024 * 1024;
}
