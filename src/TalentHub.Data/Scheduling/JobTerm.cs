namespace TalentHub.Data.Scheduling;

/// <summary>
/// The right to run a job, as one taker holds it: good until somebody takes it after him. Each transaction of the job looks whether it still is and makes it last longer, in the same
/// transaction as the effect: a process that was held past its lease and goes on writes nothing more.
/// </summary>
/// <param name="Term">The number of this take.</param>
/// <param name="Length">How long it lasts from each sign of life on.</param>
public sealed record JobTerm(string Job, string Holder, long Term, TimeSpan Length);

/// <summary>The job was taken over by another process meanwhile; nothing of this transaction was written.</summary>
public sealed class LeaseLost(string job) : Exception($"The job {job} was taken over by another process");
