using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Commands;

/// <summary>The first word of the command line says what to do; without one it serves.</summary>
public static class Verbs
{
    public static async Task<int> RunAsync(string[] args)
    {
        var verb = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "serve";
        var rest = args.Length > 0 && verb == args[0] ? args[1..] : args;
        try
        {
            return verb switch
            {
                "serve" => await ServeCommand.RunAsync(rest),
                "seed" => await SeedCommand.RunAsync(rest),
                "check" => await CheckCommand.RunAsync(rest),
                "migrate" => await MigrateCommand.RunAsync(rest),
                "routes" => RoutesCommand.Run(rest),
                "read" => await ReadCommand.RunAsync(rest),
                _ => Unknown(verb),
            };
        }
        catch (SettingsMistake mistake)
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return 2;
        }
    }

    private static int Unknown(string verb)
    {
        Console.Error.WriteLine($"“{verb}” is not a verb of TalentHub. Verbs: serve, seed, migrate, routes, check, read.");
        return 2;
    }
}
