using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Setup;
using TalentHub.Data.Sqlite;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Careers;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Faults;

/// <summary>A small company in a data folder that the real program can be started on: a job on the careers site, a recruiter with a password, people who have applied.</summary>
public sealed class KilledInstallation : RealSignInFactory
{
    private readonly List<long> applications = [];

    public string PostingNumber { get; private set; } = string.Empty;

    public string Recruiter { get; private set; } = string.Empty;

    /// <summary>Being reviewed.</summary>
    public IReadOnlyList<long> Applications => applications;

    protected override bool TranslatesForSqlServer => false;

    /// <summary>The clock of the program goes on from where the scene stands.</summary>
    public static KeyValuePair<string, string> ClockOfTheScene =>
        KeyValuePair.Create("TALENTHUB_CLOCK_SHIFT", (A.Noon - TimeProvider.System.GetUtcNow().UtcDateTime).ToString("c", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Puts it into an empty folder.</summary>
    public static async Task<KilledInstallation> IntoAsync(string folder)
    {
        var made = new KilledInstallation();
        await using (made)
        {
            await made.FillAsync();
            SqliteConnection.ClearAllPools();
            await using var from = new SqliteConnection($"Data Source={made.DatabaseFile};Pooling=False");
            await using var to = new SqliteConnection($"Data Source={Path.Combine(folder, "talenthub.db")};Pooling=False");
            await from.OpenAsync(TestContext.Current.CancellationToken);
            await to.OpenAsync(TestContext.Current.CancellationToken);
            from.BackupDatabase(to);
        }

        return made;
    }

    /// <summary>By migrations, as the program makes it, so that it finds nothing to upgrade.</summary>
    protected override void Fill(string into)
    {
        var settings = new DatabaseSettings(Path.Combine(into, "talenthub.db"));
        var options = new DbContextOptionsBuilder<SqliteTalentHubDb>();
        DataServices.Configure(options, settings);
        using var db = new SqliteTalentHubDb(options.Options);
        DatabaseStart.MigrateAsync(db, settings, CancellationToken.None).GetAwaiter().GetResult();
    }

    private async Task FillAsync()
    {
        var scene = await ScreeningScene.MakeAsync(this);
        Recruiter = (await WithPasswordAsync(scene.Recruiter)).Email;
        for (var i = 0; i < 4; i++)
        {
            applications.Add((await scene.ApplicationAsync($"Candidate Number{i}", ApplicationState.InReview)).Id);
        }

        PostingNumber = await DbAsync(async db =>
        {
            await this.NoticeAsync(db);
            var writer = A.Person(Role.Recruiter);
            var posting = A.Posting(writer, scene.JobId);
            posting.Write(writer, new Bilingual("Machine-learning engineer", "机器学习工程师"), A.PostingText());
            db.Postings.Add(posting);
            await db.SaveChangesAsync();
            posting.Live();
            await db.SaveChangesAsync();
            return posting.Number;
        });
    }
}
