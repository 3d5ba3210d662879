namespace TalentHub.Web.Commands;

/// <summary>Brings the schema up to date and ends: for installations where serving and migrating have different logins.</summary>
public static class MigrateCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = ServeCommand.Build(args);
        var applied = await ServeCommand.MigrateAsync(app.Services, CancellationToken.None);
        Console.WriteLine(applied.Count == 0 ? "The schema is up to date." : $"Applied: {string.Join(", ", applied)}");
        return 0;
    }
}
