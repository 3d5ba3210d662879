namespace TalentHub.Data.Saving;

/// <summary>
/// Moves with every save of this instance. Whoever keeps an answer for some seconds compares it, so that a person never sees an answer from before their own act; what other
/// instances save shows when the seconds are over.
/// </summary>
public sealed class ChangeClock
{
    private long now;

    public long Now => Interlocked.Read(ref now);

    public void Tick() => Interlocked.Increment(ref now);
}
