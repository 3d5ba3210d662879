using TalentHub.Data.Setup;
using TalentHub.Services.Backups;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Commands;

/// <summary>The first word of the command line says what to do; without one it serves. What is not understood does nothing.</summary>
public static class Verbs
{
    private const int NotUnderstood = 2;

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var isNamed = args.Length > 0 && !args[0].StartsWith('-');
        if (!isNamed && args.Any(Verb.AsksHelp) || args is ["help"])
        {
            await HelpAsync(output);
            return 0;
        }

        var name = isNamed ? args[0] : "serve";
        var rest = isNamed ? args[1..] : args;
        if (Verb.Find(name) is not { } verb)
        {
            await errors.WriteLineAsync($"“{name}” is not a verb of TalentHub. Verbs: {Verb.List}.");
            return NotUnderstood;
        }

        if (rest.Any(Verb.AsksHelp))
        {
            await output.WriteLineAsync($"{verb.Line}\n  {verb.Says}.");
            return 0;
        }

        if (verb.Unknown(rest) is { } unknown)
        {
            await errors.WriteLineAsync($"“{unknown}” is not understood by {verb.Name}. Usage: {verb.Line}");
            return NotUnderstood;
        }

        try
        {
            return name switch
            {
                "seed" => await SeedCommand.RunAsync(rest),
                "check" => await CheckCommand.RunAsync(rest, output),
                "migrate" => await MigrateCommand.RunAsync(rest),
                "routes" => RoutesCommand.Run(rest),
                "export" => await ExportCommand.RunAsync(rest),
                "erase" => await EraseCommand.RunAsync(rest),
                "backup" => await BackupCommand.RunAsync(rest, output, errors),
                "restore" => await RestoreCommand.RunAsync(rest, output, errors),
                "audit" => await AuditCommand.RunAsync(rest),
                "retention" => await RetentionCommand.RunAsync(rest),
                "read" => await ReadCommand.RunAsync(rest),
                _ => await ServeCommand.RunAsync(rest),
            };
        }
        catch (Exception mistake) when (mistake is SettingsMistake or OtherSchemaException or NoDatabaseException or BackupRefusal)
        {
            await errors.WriteLineAsync(mistake.Message);
            return NotUnderstood;
        }
    }

    private static async Task HelpAsync(TextWriter output)
    {
        await output.WriteLineAsync("TalentHub [VERB] [OPTIONS]\n");
        foreach (var verb in Verb.All)
        {
            await output.WriteLineAsync($"  {verb.Line}\n      {verb.Says}");
        }

        await output.WriteLineAsync("\nSettings come from the environment (TALENTHUB_DATA …) or from options of the same name; docs/operations.md lists them.");
    }
}
