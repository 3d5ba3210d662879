using System.Text.Json;
using TalentHub.Domain.Privacy;

namespace TalentHub.Services.Privacy;

/// <summary>
/// The list of the erased beside the database, one line each: a restored copy is older than some erasures and does not know of them. A backup does not take it and a restore does not
/// overwrite it.
/// </summary>
public sealed class ErasedList(string file) : IDisposable
{
    public const string FileName = "erased.jsonl";

    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>One erased record as it stands in the list.</summary>
    public sealed record Line(long Person, DateTime At, string Salt, string? Email, string? Phone);

    public async Task AddAsync(IEnumerable<ErasedPerson> erased, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            await File.AppendAllLinesAsync(file, erased.Select(e => JsonSerializer.Serialize(new Line(e.PersonId, e.ErasedAt, e.Salt, e.EmailHash, e.PhoneHash))), ct);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>Everybody in the list; a line that a kill cut off is left out, its tombstone is in the database.</summary>
    public async Task<IReadOnlyList<Line>> ReadAsync(CancellationToken ct)
    {
        var lines = new List<Line>();
        foreach (var text in File.Exists(file) ? await File.ReadAllLinesAsync(file, ct) : [])
        {
            try
            {
                if (JsonSerializer.Deserialize<Line>(text) is { } line)
                {
                    lines.Add(line);
                }
            }
            catch (JsonException)
            {
                // Cut off by a kill.
            }
        }

        return lines;
    }
}
