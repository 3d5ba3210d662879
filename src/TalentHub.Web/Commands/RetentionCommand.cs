using System.Globalization;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services.Privacy;

namespace TalentHub.Web.Commands;

/// <summary>The verb <c>retention</c>: erases whose clocks have run out, or says who that would be.</summary>
public static class RetentionCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = ServeCommand.Build(Verb.WithoutOwn("retention", args));
        return await RunAsync(app.Services, args.Contains("--dry-run"), Console.Out, CancellationToken.None);
    }

    /// <returns>1 when the brake held.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, bool isDry, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        var run = await scope.ServiceProvider.GetRequiredService<Retention>().RunAsync(isDry, ct);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{run.Due} of {run.People} people are due; {run.Erased} erased.").AsMemory(), ct);
        if (run.IsStopped && run.Erased == 0)
        {
            await output.WriteLineAsync("The brake holds: too many at once. Look at the rules and release it under Privacy, Retention.".AsMemory(), ct);
            return 1;
        }

        await scope.ServiceProvider.GetRequiredService<FinishErasures>().RunAsync(ct);
        return 0;
    }
}
