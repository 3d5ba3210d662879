using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Data.Setup;
using TalentHub.Data.Sqlite;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Testing;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>
/// The real product over a real SQLite file of its own, with a clock that stands at <see cref="A.Noon"/>. Signing in is a header here; the real
/// sign-in has tests of its own. One factory a test class (IClassFixture). On SQLite every query is translated for SQL Server too (<see cref="SqlServerTwin"/>);
/// with <c>TALENTHUB_TEST_SQLSERVER</c> the database is one of its own on that server (<see cref="ServerDatabase"/>).
/// </summary>
public class TalentHubFactory : WebApplicationFactory<Program>
{
    private static readonly Lazy<string> Template = new(CreateTemplate, LazyThreadSafetyMode.ExecutionAndPublication);
    private readonly string folder = Directory.CreateTempSubdirectory("talenthub-test-").FullName;
    private readonly ServerDatabase? server = ServerDatabase.CreateIfAsked();
    private int people;

    /// <summary>False: people sign in as in the product (<see cref="RealSignInFactory"/>).</summary>
    protected virtual bool SignsInByHeader => true;

    /// <summary>False: an installation before its set-up (<see cref="EmptyFactory"/>).</summary>
    protected virtual bool HasCompany => true;

    /// <summary>False: where thousands of pages ask the same that other tests ask.</summary>
    protected virtual bool TranslatesForSqlServer => true;

    /// <summary>Its SQLite file.</summary>
    public string DatabaseFile => Path.Combine(folder, "talenthub.db");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(A.Noon));

    /// <summary>Made on first use: a company in Shanghai with one department and one place.</summary>
    public TestCompany Company { get; private set; } = null!;

    /// <summary>An employee with a role, an account, and what hangs on it. Relations come from the records that a test makes.</summary>
    public Task<TestPerson> PersonAsync(Role role = Role.Employee, string? name = null, string language = "en", long? managerId = null) => DbAsync(async db =>
    {
        var number = Interlocked.Increment(ref people);
        var email = $"person{number}@example.com";
        var person = new Person(PersonName.Parse(name ?? $"Test Person{number}"), email, null, language, A.Noon);
        person.Speaks(language, "Asia/Shanghai");
        db.People.Add(person);
        await db.SaveChangesAsync();
        var employment = new Employment(
            Actor.System, A.Noon, person.Id, Company.DepartmentId, Company.LocationId, "Engineer", null, null, managerId, DateOnly.FromDateTime(A.Noon).AddYears(-1), null);
        employment.Arrive(Actor.System, A.Noon);
        db.Employments.Add(employment);
        var account = new Account
        {
            PersonId = person.Id, UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(),
            CreatedAt = A.Noon, SecurityStamp = "stamp",
        };
        db.Users.Add(account);
        if (role != Role.Employee)
        {
            db.RoleGrants.Add(new RoleGrant { PersonId = person.Id, Role = role, GivenAt = A.Noon });
        }

        await db.SaveChangesAsync();
        return new TestPerson(person.Id, account.Id, email, new Actor(person.Id, ActorKind.Person, RoleRights.Of(Role.Employee) | RoleRights.Of(role)), language);
    });

    /// <summary>A browser signed in as this person; null for a stranger. Does not follow redirects.</summary>
    public TestBrowser Browser(TestPerson? person = null, string language = "en")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false, HandleCookies = true });
        if (person is not null)
        {
            client.DefaultRequestHeaders.Add(TestSignIn.Header, person.AccountId.ToString(CultureInfo.InvariantCulture));
        }

        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(person?.Language ?? language));
        return new TestBrowser(client);
    }

    /// <summary>Drops what the product keeps in memory: sessions, persons, the company.</summary>
    public void Forget() => ((Microsoft.Extensions.Caching.Memory.MemoryCache)Services.GetRequiredService<Microsoft.Extensions.Caching.Memory.IMemoryCache>()).Clear();

    /// <summary>Works on the database as the system, in a scope of its own, with reactions running as in the product.</summary>
    public async Task<T> DbAsync<T>(Func<TalentHubDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        return await work(scope.ServiceProvider.GetRequiredService<TalentHubDb>());
    }

    public Task DbAsync(Func<TalentHubDb, Task> work) => DbAsync(async db =>
    {
        await work(db);
        return true;
    });

    /// <summary>Runs a service of the product in a scope, as somebody (the system by default).</summary>
    public async Task<T> ServiceAsync<TService, T>(Func<TService, Task<T>> work, Actor? actor = null)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor ?? Actor.System);
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (server is null)
        {
            Fill(folder);
        }
        else
        {
            builder.UseSetting("TALENTHUB_SQLSERVER", server.ConnectionString);
        }

        builder.UseEnvironment("Production");
        builder.UseDefaultServiceProvider(provider =>
        {
            provider.ValidateScopes = true;
            provider.ValidateOnBuild = true;
        });
        builder.UseSetting("TALENTHUB_DATA", folder);
        builder.UseSetting("TALENTHUB_PUBLIC_URL", "https://localhost");
        builder.UseSetting("TALENTHUB_RATE_FACTOR", "100000");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        builder.ConfigureLogging(log => log.SetMinimumLevel(LogLevel.Error));
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            if (SignsInByHeader)
            {
                services.AddAuthentication(TestSignIn.Name).AddScheme<AuthenticationSchemeOptions, TestSignIn>(TestSignIn.Name, null);
            }

            if (server is null && TranslatesForSqlServer)
            {
                services.ConfigureDbContext<SqliteTalentHubDb>(SqlServerTwin.Watch);
            }

            Configure(services);

            // Timers would move what a test looks at; tests run the jobs that they mean.
            services.RemoveAll<IHostedService>();
        });
    }

    /// <summary>Puts the schema, or more, into an empty data folder.</summary>
    protected virtual void Fill(string into) => File.Copy(Template.Value, Path.Combine(into, "talenthub.db"));

    /// <summary>What a variant replaces.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        if (!HasCompany)
        {
            return host;
        }

        using var scope = host.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        Company = TestCompany.CreateAsync(db).GetAwaiter().GetResult();
        TalentHub.Services.Scheduling.KeepKeys.Warm(host.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>());
        return host;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder))
        {
            server?.Dispose();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The schema is made once per run and copied.</summary>
    private static string CreateTemplate()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("talenthub-template-").FullName, "template.db");
        var options = new DbContextOptionsBuilder<SqliteTalentHubDb>();
        DataServices.Configure(options, new DatabaseSettings(file));
        using (var db = new SqliteTalentHubDb(options.Options))
        {
            DatabaseStart.MakeFileAsync(file, CancellationToken.None).GetAwaiter().GetResult();
            db.Database.EnsureCreated();
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return file;
    }
}

/// <summary>Somebody of the test company.</summary>
public sealed record TestPerson(long Id, long AccountId, string Email, Actor Actor, string Language);

/// <summary>The company that every test has.</summary>
public sealed record TestCompany(long DepartmentId, long LocationId)
{
    public static async Task<TestCompany> CreateAsync(TalentHubDb db)
    {
        db.Companies.Add(new Company(new Bilingual("Test Models", "测试模型"), "Asia/Shanghai", "USD", isDemo: false, A.Noon));
        var department = new Department("ENG", new Bilingual("Engineering", "工程部"), null, null);
        var place = new Location(new Bilingual("Shanghai", "上海"), "Asia/Shanghai", "CN", "CNY");
        db.Departments.Add(department);
        db.Locations.Add(place);
        await db.SaveChangesAsync();
        return new TestCompany(department.Id, place.Id);
    }
}

/// <summary>Signs in whoever the header names.</summary>
internal sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "test";
    public const string Header = "X-Test-Account";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Header, out var account))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity([new Claim(ActorMiddleware.AccountClaim, account.ToString())], Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect("/account/sign-in?returnUrl=" + Uri.EscapeDataString(Request.Path + Request.QueryString));
        return Task.CompletedTask;
    }
}
