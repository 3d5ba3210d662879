using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Services.Accounts;
using TalentHub.Services.Seeding;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Commands;

/// <summary>The verb <c>seed</c>: fills an empty installation with the sample company, for trying, testing and measuring.</summary>
public static class SeedCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        if (!TryRead(args, out var size, out var accounts, out var rest))
        {
            await Console.Error.WriteLineAsync("Usage: " + Verb.Find("seed")!.Line);
            return 2;
        }

        await using var app = ServeCommand.Build(rest);
        await ServeCommand.MigrateAsync(app.Services, CancellationToken.None);
        return await RunAsync(app.Services, size, accounts, Console.Out, CancellationToken.None);
    }

    /// <summary>2 when there is a company already.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, SampleSize size, string? accounts, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        var settings = services.GetRequiredService<Settings>();
        try
        {
            services.CloseIdleConnections();
            await scope.ServiceProvider.GetRequiredService<SampleCompany>().LoadAsync(size, settings.Demo, new Lines(output), ct);
        }
        catch (DomainException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 2;
        }

        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        if (accounts is not null)
        {
            await WriteAsync(accounts, await new TestAccounts(db, scope.ServiceProvider.GetRequiredService<KnownAccounts>()).MakeAsync(ct), ct);
        }

        var staff = await db.Employments.CountAsync(e => e.State == Domain.People.EmploymentState.Active, ct);
        var applications = await db.Applications.CountAsync(ct);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{staff} people at work, {applications} applications.").AsMemory(), ct);
        return 0;
    }

    private static bool TryRead(string[] args, out SampleSize size, out string? accounts, out string[] rest)
    {
        size = SampleSize.Small;
        accounts = null;
        var others = new List<string>();
        args = [.. args.SelectMany(a => a.StartsWith("--size=", StringComparison.Ordinal) || a.StartsWith("--accounts=", StringComparison.Ordinal) ? a.Split('=', 2) : [a])];
        for (var at = 0; at < args.Length; at++)
        {
            var isLast = at + 1 >= args.Length;
            switch (args[at])
            {
                case "--size" when !isLast && Enum.TryParse(args[at + 1], ignoreCase: true, out size) && Enum.IsDefined(size):
                case "--accounts" when !isLast && (accounts = args[at + 1]).Length > 0:
                    at++;
                    break;
                case "--size" or "--accounts":
                    rest = [];
                    return false;
                default:
                    others.Add(args[at]);
                    break;
            }
        }

        rest = [.. others];
        return true;
    }

    /// <summary>Passwords stand in it: nobody but its owner reads the file.</summary>
    private static async Task WriteAsync(string path, AccountsFile accounts, CancellationToken ct)
    {
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, how);
        await JsonSerializer.SerializeAsync(file, accounts, Json, ct);
    }

    private sealed class Lines(TextWriter output) : IProgress<string>
    {
        public void Report(string value) => output.WriteLine(value);
    }
}

/// <summary>How a tester signs in.</summary>
/// <param name="Totp">The secret of the second factor in base 32; missing where the role asks for none.</param>
public sealed record TestAccount(string User, string Password, string? Totp);

public sealed record AccountsFile([property: JsonPropertyName("login_path")] string LoginPath, IReadOnlyDictionary<string, TestAccount> Roles);

/// <summary>Gives the people whom a tester can be passwords of their own, and a second factor where their role wants one.</summary>
internal sealed class TestAccounts(TalentHubDb db, KnownAccounts accounts)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 24;

    public async Task<AccountsFile> MakeAsync(CancellationToken ct)
    {
        var roles = new Dictionary<string, TestAccount>(StringComparer.Ordinal);
        foreach (var person in await db.DemoPeople.AsNoTracking().ToListAsync(ct))
        {
            var needsFactor = await db.RoleGrants.AnyAsync(g => g.PersonId == person.PersonId && Sessions.WithSecondFactor.Contains(g.Role), ct);
            var password = RandomNumberGenerator.GetString(Letters, Length);
            var secret = needsFactor ? Totp.NewSecret() : null;
            var account = await accounts.OpenAsync(person.PersonId, password, secret, ct);
            roles[person.Label] = new TestAccount(account.Email!, password, secret);
        }

        return new AccountsFile("/account/sign-in", roles);
    }
}
