using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services.Operations;

namespace TalentHub.Web.Commands;

/// <summary>The verb <c>check</c>: looks whether the records agree with each other; a line for each that does not, and 1 when there is any.</summary>
public static class CheckCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        await using var app = ServeCommand.Build(args);
        return await RunAsync(app.Services, output, CancellationToken.None);
    }

    /// <param name="needsSchema">False where the schema was made from the model, without migrations.</param>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct, bool needsSchema = true)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        await DatabaseStart.LookAsync(db, ct);
        if (needsSchema && !await DatabaseStart.IsCurrentAsync(db, ct))
        {
            await output.WriteLineAsync("The schema is not up to date: start the product or run migrate first.".AsMemory(), ct);
            return 1;
        }

        var breaches = 0;
        await foreach (var breach in scope.ServiceProvider.GetRequiredService<Invariants>().BreachesAsync(ct))
        {
            breaches++;
            await output.WriteLineAsync(breach.AsMemory(), ct);
        }

        await output.WriteLineAsync((breaches == 0 ? "All records agree." : $"{breaches} do not agree.").AsMemory(), ct);
        return breaches == 0 ? 0 : 1;
    }
}
