using System.Globalization;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Privacy;
using TalentHub.Services.Privacy;

namespace TalentHub.Web.Commands;

/// <summary>The verb <c>erase</c>: takes away everything about a person, or, after a restore, about those who had been erased.</summary>
public static class EraseCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        long? person = long.TryParse(Verb.ValueOf(args, "--person"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
        var again = args.Contains("--again");
        if ((person is null) != again)
        {
            await Console.Error.WriteLineAsync("Usage: " + Verb.Find("erase")!.Line);
            return 2;
        }

        await using var app = ServeCommand.Build(Verb.WithoutOwn("erase", args));
        return await RunAsync(app.Services, person, Console.Out, Console.Error, CancellationToken.None);
    }

    /// <param name="person">Null: everybody of the list of the erased who is there again.</param>
    /// <returns>1 when somebody may not be erased now.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, long? person, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        if (person is null)
        {
            var outcome = await scope.ServiceProvider.GetRequiredService<EraseAgain>().RunAsync(ct);
            foreach (var (number, why) in outcome.Left)
            {
                await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Person {number}: {why}").AsMemory(), ct);
            }

            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{outcome.Erased} erased again, {outcome.Left.Count} left.").AsMemory(), ct);
            return outcome.Left.Count == 0 ? 0 : 1;
        }

        try
        {
            await scope.ServiceProvider.GetRequiredService<ErasePerson>().EraseAsync(person.Value, ErasureCause.Decision, Actor.System, ct, AuditOrigin.Operator);
            await scope.ServiceProvider.GetRequiredService<FinishErasures>().ScrubAsync(ct);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Person {person} is erased.").AsMemory(), ct);
            return 0;
        }
        catch (DomainException refusal)
        {
            await errors.WriteLineAsync(refusal.Message.AsMemory(), ct);
            return 1;
        }
    }
}
