using TalentHub.Reader.Tests.Files;
using TalentHub.Services.Documents.Reading;

namespace TalentHub.Reader.Tests;

/// <summary>The child process, as the web program uses it.</summary>
public sealed class ReaderProcessTests : IDisposable
{
    private readonly SampleFiles _files = new();
    private readonly ReaderProcess _reader = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _reader.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task A_file_becomes_text_in_a_process_of_its_own()
    {
        var result = await _reader.ReadAsync(_files.Pdf(("Jane Doe", 50, 700, 20), ("jane@example.com", 50, 650, 11)), Cancel);

        Assert.Null(result.Refusal);
        Assert.Equal("Jane Doe\n\njane@example.com\n", result.Text);
    }

    [Theory]
    [InlineData(RefusalCode.Unsupported, ReadRefusal.Unsupported)]
    [InlineData(RefusalCode.Encrypted, ReadRefusal.Encrypted)]
    [InlineData(RefusalCode.Empty, ReadRefusal.Empty)]
    [InlineData(RefusalCode.NoText, ReadRefusal.NoText)]
    [InlineData(RefusalCode.Damaged, ReadRefusal.Damaged)]
    public async Task Both_sides_mean_the_same_by_an_exit_code(RefusalCode code, ReadRefusal expected)
    {
        var path = code switch
        {
            RefusalCode.Unsupported => _files.Text("<svg/>"),
            RefusalCode.Encrypted => _files.EncryptedDocx(),
            RefusalCode.Empty => _files.Write([]),
            RefusalCode.NoText => _files.Pdf(),
            _ => _files.EntityBomb(),
        };

        Assert.Equal(ReadResult.Refused(expected), await _reader.ReadAsync(path, Cancel));
    }

    [Fact]
    public async Task A_file_that_needs_more_memory_than_allowed_is_refused_and_nothing_else_suffers()
    {
        using var strict = new ReaderProcess(new ReaderLimits { HeapBytes = 96 * 1024 * 1024 });

        var result = await strict.ReadAsync(_files.PdfStreamBomb(600), Cancel);

        Assert.Contains(result.Refusal, new ReadRefusal?[] { ReadRefusal.TooBig, ReadRefusal.TooHard, ReadRefusal.Damaged, ReadRefusal.NoText });
        Assert.NotNull((await strict.ReadAsync(_files.Text("Jane Doe"), Cancel)).Text);
    }

    [Fact]
    public async Task A_reader_that_takes_too_long_is_ended()
    {
        using var impatient = new ReaderProcess(new ReaderLimits { Wall = TimeSpan.Zero, Watch = TimeSpan.FromMilliseconds(1) });

        Assert.Equal(ReadRefusal.TooHard, (await impatient.ReadAsync(_files.Text("Jane Doe"), Cancel)).Refusal);
    }

    [Fact]
    public async Task A_reader_that_grows_too_large_is_ended()
    {
        using var small = new ReaderProcess(new ReaderLimits { WorkingSetBytes = 1024 * 1024, Watch = TimeSpan.FromMilliseconds(1) });

        Assert.Equal(ReadRefusal.TooHard, (await small.ReadAsync(_files.Text("Jane Doe"), Cancel)).Refusal);
    }

    [Fact]
    public async Task No_more_readers_run_at_once_than_allowed()
    {
        using var one = new ReaderProcess(new ReaderLimits { AtOnce = 1 });

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => one.ReadAsync(_files.Text($"Person {i}"), Cancel)));

        Assert.Equal(["Person 0\n", "Person 1\n", "Person 2\n"], results.Select(r => r.Text));
    }

    [Fact]
    public async Task A_missing_reader_is_said_to_be_unavailable()
    {
        using var lost = new ReaderProcess(location: new ReaderLocation(Path.Combine(Path.GetTempPath(), "no-such-reader.dll"), "dotnet"));

        Assert.Equal(ReadRefusal.Unavailable, (await lost.ReadAsync(_files.Text("Jane Doe"), Cancel)).Refusal);
    }

    [Fact]
    public async Task Giving_up_ends_the_child_too()
    {
        using var cancel = new CancellationTokenSource();
        var reading = _reader.ReadAsync(_files.Text("Jane Doe"), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public void Every_refusal_has_its_sentence()
    {
        Assert.All(Enum.GetValues<ReadRefusal>(), r => Assert.EndsWith(".", r.Sentence(), StringComparison.Ordinal));
    }
}
