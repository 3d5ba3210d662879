namespace TalentHub.Services.Scheduling;

/// <summary>
/// Work that a timer starts. Runs in a scope whose actor is the system; a lease row in the database says which instance may run it. Safe to run twice:
/// it finds what is due and calls the same verbs as a person.
/// </summary>
public interface IJob
{
    /// <summary>Stable: the key of its lease.</summary>
    string Name { get; }

    /// <summary>How often it looks.</summary>
    TimeSpan Every { get; }

    Task RunAsync(CancellationToken ct);
}
