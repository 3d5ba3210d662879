using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>The web program in a process of its own, on a folder of its own: started, killed (SIGKILL, that process alone) and started again.</summary>
public sealed class ServedProduct(params IReadOnlyCollection<KeyValuePair<string, string>> settings) : IAsyncDisposable
{
    /// <summary>Beyond it a start counts as failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly List<string> said = [];
    private TaskCompletionSource open = NewOpen();
    private Process? process;

    public string Folder { get; } = Directory.CreateTempSubdirectory("talenthub-served-").FullName;

    /// <summary>Another one at each start, so that nobody else can have taken it meanwhile.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Somebody without cookies, who goes nowhere by themselves.</summary>
    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>How long each start took.</summary>
    public List<TimeSpan> Starts { get; } = [];

    /// <summary>A limit on its files, set while it runs, does not end it.</summary>
    public bool IgnoresFileLimit { get; init; }

    public bool IsRunning => process is { HasExited: false };

    public int ProcessId => process!.Id;

    private string Database => Path.Combine(Folder, "talenthub.db");

    /// <summary>Ends when it serves, at once when it does already.</summary>
    public Task OpenAsync(CancellationToken ct) => open.Task.WaitAsync(ct);

    public async Task StartAsync()
    {
        var watch = Stopwatch.StartNew();
        Begin();
        var opens = open.Task;
        Assert.True(await Task.WhenAny(opens, process!.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(Patience, TestContext.Current.CancellationToken)) == opens, "It did not start:\n" + Log());
        Starts.Add(watch.Elapsed);
    }

    /// <summary>Starts it and kills it when it has come that far, or when it has become open.</summary>
    public async Task StartAndKillAsync(Func<TimeSpan, bool> hasCome)
    {
        var watch = Stopwatch.StartNew();
        Begin();
        while (!hasCome(watch.Elapsed) && !open.Task.IsCompleted && !process!.HasExited)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        Kill();
    }

    public void Kill()
    {
        Close();
        process!.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public void Terminate()
    {
        Close();
        using var kill = Process.Start("kill", ["-TERM", process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
    }

    /// <summary>Asks it to stop and waits.</summary>
    public async Task<int> StopAsync()
    {
        Terminate();
        await process!.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    /// <summary>What it printed last.</summary>
    public string Log()
    {
        lock (said)
        {
            return string.Join('\n', said.TakeLast(60));
        }
    }

    /// <summary>The last line of a verb on the same folder, where it ended well; else all of it.</summary>
    public async Task<string> VerbAsync(params string[] words)
    {
        var (code, all, wrong) = await ProductProgram.RunAsync(Folder, settings, words);
        return code == 0 ? all.Split('\n')[^1] : $"{code}: {all}{wrong}";
    }

    /// <summary>Asks its database while it does not run.</summary>
    public List<T> Ask<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read())
        {
            found.Add(read(rows));
        }

        return found;
    }

    public ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            Kill();
        }

        Client.Dispose();
        process?.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static TaskCompletionSource NewOpen() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Before it is gone: whoever waits for it to open waits for the next start that succeeds.</summary>
    private void Close()
    {
        if (open.Task.IsCompleted)
        {
            open = NewOpen();
        }
    }

    private void Begin()
    {
        process?.Dispose();
        string[] words = ["serve", "--urls", "http://127.0.0.1:0"];
        process = IgnoresFileLimit ? ProductProgram.StartIgnoringFileLimit(Folder, settings, words) : ProductProgram.Start(Folder, settings, words);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (said)
        {
            said.Add(line);
        }

        if (line.StartsWith("TalentHub is open at ", StringComparison.Ordinal))
        {
            Address = line.Split(' ')[^1];
            open.TrySetResult();
        }
    }
}
