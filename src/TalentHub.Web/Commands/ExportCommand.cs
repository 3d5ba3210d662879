using System.Globalization;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Services.Privacy;
using TalentHub.Web.Infrastructure.Privacy;

namespace TalentHub.Web.Commands;

/// <summary>The verb <c>export</c>: everything that is kept about a person into one file.</summary>
public static class ExportCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (!long.TryParse(Verb.ValueOf(args, "--person"), NumberStyles.None, CultureInfo.InvariantCulture, out var person) || Verb.ValueOf(args, "--to") is not { Length: > 0 } to)
        {
            await Console.Error.WriteLineAsync("Usage: " + Verb.Find("export")!.Line);
            return 2;
        }

        await using var app = ServeCommand.Build(Verb.WithoutOwn("export", args));
        return await RunAsync(app.Services, person, to, Console.Out, Console.Error, CancellationToken.None);
    }

    /// <summary>1 when there is no such person or the file is there already.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, long person, string to, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        try
        {
            var file = await scope.ServiceProvider.GetRequiredService<PersonExport>().GiveOutAsync(person, ct, AuditOrigin.Operator);
            await using var stream = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await scope.ServiceProvider.GetRequiredService<ExportZip>().WriteAsync(file, stream, ct);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file.Tables.Sum(t => t.Rows.Count)} rows of {file.Tables.Count} kinds and {file.Files.Count} files, in {to}.").AsMemory(), ct);
            return 0;
        }
        catch (Exception refusal) when (refusal is DomainException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(refusal.Message.AsMemory(), ct);
            return 1;
        }
    }
}
