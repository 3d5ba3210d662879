using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TalentHub.Services.Documents.Reading;

/// <summary>
/// Reads the text of one uploaded file in a process of its own: a file that makes a parser loop, grow or crash ends that process
/// only. One instance serves the whole program; it keeps no state but the count of running readers.
/// </summary>
public sealed class ReaderProcess : IDisposable
{
    private const int ErrorCharacters = 400;

    private readonly ReaderLimits _limits;
    private readonly ReaderLocation _location;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _turn;

    public ReaderProcess(ReaderLimits? limits = null, ReaderLocation? location = null, TimeProvider? clock = null)
    {
        _limits = limits ?? new ReaderLimits();
        _location = location ?? ReaderLocation.Default;
        _clock = clock ?? TimeProvider.System;
        _turn = new SemaphoreSlim(_limits.AtOnce, _limits.AtOnce);
    }

    /// <summary>Never throws for what is in the file; throws only when cancelled.</summary>
    public async Task<ReadResult> ReadAsync(string path, CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return _location.Exists ? await RunAsync(Path.GetFullPath(path), cancel) : ReadResult.Refused(ReadRefusal.Unavailable);
        }
        catch (Exception error) when (error is Win32Exception or IOException or UnauthorizedAccessException)
        {
            return ReadResult.Refused(ReadRefusal.Unavailable);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<ReadResult> RunAsync(string path, CancellationToken cancel)
    {
        using var process = new Process { StartInfo = StartInfo(path) };
        process.Start();
        process.StandardInput.Close();
        try
        {
            var output = ReadCappedAsync(process.StandardOutput.BaseStream, _limits.OutputBytes);
            var errors = ReadCappedAsync(process.StandardError.BaseStream, ErrorCharacters);
            var tooHard = await WatchAsync(process, cancel);
            var text = await output;
            await errors;
            return tooHard ? ReadResult.Refused(ReadRefusal.TooHard) : Result(process.ExitCode, text);
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>True when the child had to be ended.</summary>
    private async Task<bool> WatchAsync(Process process, CancellationToken cancel)
    {
        var started = _clock.GetTimestamp();
        var exit = process.WaitForExitAsync(cancel);
        while (await Task.WhenAny(exit, Task.Delay(_limits.Watch, _clock, cancel)) != exit)
        {
            cancel.ThrowIfCancellationRequested();
            if (_clock.GetElapsedTime(started) > _limits.Wall || IsOver(process))
            {
                Kill(process);
                await process.WaitForExitAsync(cancel);
                return true;
            }
        }

        await exit;
        return false;
    }

    private bool IsOver(Process process)
    {
        try
        {
            process.Refresh();
            return !process.HasExited && (process.WorkingSet64 > _limits.WorkingSetBytes || process.TotalProcessorTime > _limits.Cpu);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return false;   // it ended between the two looks
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // Already gone, which is what was wanted.
        }
    }

    /// <summary>The exit codes are those of the reader's own list; any other one is a crash of the parser on this file.</summary>
    private static ReadResult Result(int exitCode, byte[] output) => exitCode switch
    {
        0 => ReadResult.Of(Encoding.UTF8.GetString(output)),
        10 => ReadResult.Refused(ReadRefusal.Unsupported),
        11 => ReadResult.Refused(ReadRefusal.Encrypted),
        12 => ReadResult.Refused(ReadRefusal.Empty),
        13 => ReadResult.Refused(ReadRefusal.NoText),
        14 => ReadResult.Refused(ReadRefusal.Damaged),
        15 => ReadResult.Refused(ReadRefusal.TooBig),
        2 or > 127 and < 134 => ReadResult.Refused(ReadRefusal.Unavailable),
        _ => ReadResult.Refused(ReadRefusal.Damaged),
    };

    /// <summary>Keeps the first bytes and drains the rest, so that the child never blocks on a full pipe.</summary>
    private static async Task<byte[]> ReadCappedAsync(Stream stream, int most)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer)) > 0)
        {
            kept.Write(buffer, 0, (int)Math.Min(count, most - kept.Length));
        }

        return kept.ToArray();
    }

    private ProcessStartInfo StartInfo(string path)
    {
        var start = new ProcessStartInfo(_location.Host)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(_location.Program);
        start.ArgumentList.Add(path);

        // The child sees none of our settings: a parser that is taken over finds no connection string.
        var system = start.Environment.Where(v => v.Key is "PATH" or "SystemRoot" or "SYSTEMROOT" or "windir" or "TEMP" or "TMP" or "TMPDIR").ToList();
        start.Environment.Clear();
        foreach (var (name, value) in system)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = "0x" + _limits.HeapBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }
}
