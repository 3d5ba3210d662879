using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Services.Auditing;

namespace TalentHub.Web.Commands;

/// <summary>The verb <c>audit</c>: <c>verify</c> walks the chain and names what is not as it was sealed, <c>head</c> prints where it ends, to be kept elsewhere.</summary>
public static class AuditCommand
{
    private const string HeadOption = "--head";

    /// <summary>A chain that was rewritten has a fault in every link; the first ones say enough.</summary>
    private const int Most = 100;

    public static async Task<int> RunAsync(string[] args)
    {
        var known = Verb.ValueOf(args, HeadOption);
        if (args is not ["verify" or "head", ..] || (args.Any(a => a.StartsWith(HeadOption, StringComparison.Ordinal)) && (args[0] == "head" || string.IsNullOrEmpty(known))))
        {
            await Console.Error.WriteLineAsync("Usage: " + Verb.Find("audit")!.Line);
            return 2;
        }

        await using var app = ServeCommand.Build(Verb.WithoutOwn("audit", args[1..]));
        return args[0] == "head"
            ? await HeadAsync(app.Services, Console.Out, CancellationToken.None)
            : await VerifyAsync(app.Services, known, Console.Out, CancellationToken.None);
    }

    /// <summary>Zero when the chain is whole.</summary>
    public static async Task<int> VerifyAsync(IServiceProvider services, string? known, TextWriter output, CancellationToken ct)
    {
        await using var scope = AsSystem(services);
        await DatabaseStart.LookAsync(scope.ServiceProvider.GetRequiredService<TalentHubDb>(), ct);
        var verify = scope.ServiceProvider.GetRequiredService<VerifyAudit>();
        var findings = 0;
        await foreach (var finding in verify.FindingsAsync(known, ct))
        {
            if (++findings <= Most)
            {
                await output.WriteLineAsync(finding.AsMemory(), ct);
            }
        }

        await output.WriteLineAsync((findings == 0 ? $"{verify.Walked} links, all as they were sealed." : $"{verify.Walked} links, {findings} findings.").AsMemory(), ct);
        return findings == 0 ? 0 : 1;
    }

    /// <summary>Prints where the chain ends.</summary>
    public static async Task<int> HeadAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await using var scope = AsSystem(services);
        await DatabaseStart.LookAsync(scope.ServiceProvider.GetRequiredService<TalentHubDb>(), ct);
        var (sequence, hash) = await scope.ServiceProvider.GetRequiredService<AuditKeeper>().EndAsync(ct);
        await output.WriteLineAsync(AuditChain.End(sequence, hash).AsMemory(), ct);
        return 0;
    }

    private static AsyncServiceScope AsSystem(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        return scope;
    }
}
