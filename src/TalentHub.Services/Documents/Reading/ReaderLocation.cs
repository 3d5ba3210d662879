using System.Runtime.InteropServices;

namespace TalentHub.Services.Documents.Reading;

/// <summary>Where the reader program and the runtime that starts it are: the build puts the reader into the folder <c>reader</c>.</summary>
public sealed record ReaderLocation(string Program, string Host)
{
    public static ReaderLocation Default { get; } = new(Path.Combine(AppContext.BaseDirectory, "reader", "TalentHub.Reader.dll"), FindHost());

    public bool Exists => File.Exists(Program);

    /// <summary>The runtime that runs this process stands at root/shared/Microsoft.NETCore.App/version: the host is in that root.</summary>
    private static string FindHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var beside = Path.Combine(root, name);
        return File.Exists(beside) ? beside : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? name;
    }
}
