using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalentHub.Data;
using TalentHub.Data.Observability;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Intelligence;
using TalentHub.Services.Documents.Reading;

namespace TalentHub.Services.Documents;

/// <summary>
/// Has uploaded files read, two at a time, each in a process of its own: whoever uploads never waits for it. What a stopped program left unread, a job asks for again.
/// </summary>
public sealed partial class ReadingDesk(IServiceScopeFactory scopes, ReaderProcess reader, FileStore store, ILogger<ReadingDesk> log) : BackgroundService
{
    private const int AtOnce = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>When it is full the newest wish is dropped: the job finds the file a minute later.</summary>
    private readonly Channel<long> wishes = Channel.CreateBounded<long>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ask(long fileId) => wishes.Writer.TryWrite(fileId);

    public static ResumeFacts? FactsOf(StoredFile file) => file.Facts is null ? null : JsonSerializer.Deserialize<ResumeFacts>(file.Facts, Json);

    /// <summary>Reads one file now and writes what came out.</summary>
    public async Task ReadAsync(long fileId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        var name = await db.Files.AsNoTracking().Where(f => f.Id == fileId && f.ReadState == ReadState.Waiting).Select(f => f.StorageName).SingleOrDefaultAsync(ct);
        if (name is null || !store.Exists(name))
        {
            return;
        }

        var result = await MeasuredAsync(name, ct);
        if (result.Refusal == ReadRefusal.Unavailable)
        {
            return;   // the file may be fine: it goes on waiting
        }

        // Loaded only now: the form may have been sent meanwhile, and its row has a newer version.
        var file = await db.Files.SingleOrDefaultAsync(f => f.Id == fileId, ct);
        if (file is null)
        {
            return;
        }

        if (result.Text is { } text)
        {
            var facts = scope.ServiceProvider.GetService<IResumeReader>()?.Read(text);
            file.ReadAs(text, facts is null ? null : JsonSerializer.Serialize(facts, Json));
        }
        else
        {
            file.CouldNotBeRead(result.Refusal!.Value.Sentence(), result.Refusal == ReadRefusal.NoText);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<ReadResult> MeasuredAsync(string name, CancellationToken ct)
    {
        using var span = Signals.Source.StartActivity("read file");
        var started = Stopwatch.GetTimestamp();
        var result = await reader.ReadAsync(store.PathOf(name), ct);
        var outcome = result.Refusal?.ToString() ?? "read";
        span?.SetTag("outcome", outcome);
        Signals.Readings.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        return result;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(
            wishes.Reader.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
            async (fileId, ct) =>
            {
                try
                {
                    await ReadAsync(fileId, ct);
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    // One bad file or a busy row must not end the desk; the job asks again.
                    LogFailed(fileId, error);
                }
            });

    [LoggerMessage(Level = LogLevel.Error, Message = "File {FileId} could not be read")]
    private partial void LogFailed(long fileId, Exception error);
}
