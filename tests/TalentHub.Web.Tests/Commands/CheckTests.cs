using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Services.Documents;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Commands;

/// <summary>The sample company is broken in one way at a time: the verb <c>check</c> says that and nothing else, and ends with 1.</summary>
public sealed class CheckTests(SampleFactory factory) : IClassFixture<SampleFactory>
{
    private const string LastMove = """(select max(Id) from Transitions where Machine = 'posting' and SubjectId = (select min(Id) from Postings where State = 'Live'))""";

    /// <summary>Which way, what makes it so, and the one sentence that is then said; a number that only the data knows is <c>#</c>.</summary>
    public static TheoryData<string, string, string> Ways => new()
    {
        { "a state that no move led to", $"delete from Transitions where Id = {LastMove}", "posting # stands at Live, but its last move led to InReview." },
        {
            "a record without a beginning", "delete from Transitions where Machine = 'duplicate' and SubjectId = (select min(Id) from DuplicatePairs)",
            "duplicate # stands at *, but its last move led to nowhere."
        },
        {
            "a move that does not begin where the one before it ended", $"update Transitions set \"From\" = 'Draft' where Id = {LastMove}",
            "posting # has a move from Draft after one that led to InReview, or one before the one before it."
        },
        {
            "a move before the one before it", $"update Transitions set At = '2001-01-01 00:00:00' where Id = {LastMove}",
            "posting # has a move from InReview after one that led to InReview, or one before the one before it."
        },
        {
            "a counter of Flow", "update StateCounts set Count = Count + 1 where Machine = 'interview' and State = 'Scheduled' and RequisitionId = (select min(RequisitionId) from StateCounts where Machine = 'interview' and State = 'Scheduled')",
            "Flow counts # of interview at Scheduled; there are #."
        },
        { "a counter of a state where nobody stands", "insert into StateCounts (Machine, State, RequisitionId, Count) values ('employment', 'OnLeave', 99999, 1)", "Flow counts # of employment at OnLeave; there are #." },
        { "an interview before its application", "update Interviews set StartsAt = '2001-01-01 00:00:00' where Id = (select min(Id) from Interviews where StartsAt is not null)", "Interview INT-# was before its application, or belongs to another." },
        {
            "an interview of somebody else", "update Interviews set PersonId = (select min(Id) from People) where Id = (select max(Id) from Interviews)",
            "Interview INT-# was before its application, or belongs to another."
        },
        {
            "an offer without a decision",
            "update Offers set ApplicationId = (select min(Id) from Applications where State = 'Received') where Id = (select min(Id) from Offers where State = 'Declined')",
            "Offer OFR-# rests on no decision to hire."
        },
        {
            "a hire without an employment",
            "update OnboardingPlans set ApplicationId = -1 where Id = (select min(p.Id) from OnboardingPlans p join Applications a on a.Id = p.ApplicationId where a.State = 'Hired')",
            "Application APP-# is hired without an employment."
        },
        { "a filled seat without anybody", "update Openings set EmploymentId = null where Id = (select min(Id) from Openings where State = 'Filled')", "Seat OPN-# is filled, but nobody works on it." },
        { "a reserved seat without an offer", "update Openings set OfferId = null where Id = (select min(Id) from Openings where State = 'Reserved')", "Seat OPN-# is reserved for no offer." },
        {
            "a filled request with a seat left",
            "update Openings set RequisitionId = (select min(Id) from Requisitions where State = 'Filled') where Id = (select min(Id) from Openings where State = 'Open')",
            "Request REQ-# is filled, but one of its seats is not."
        },
        {
            "two open offers for one person",
            "drop index IX_Offers_OneUnanswered; update Offers set PersonId = (select PersonId from Offers where Id = (select min(Id) from Offers where State = 'Extended')) where Id = (select max(Id) from Offers where State in ('Draft', 'InApproval', 'Approved', 'Extended'))",
            "Person # has two offers that are still open."
        },
    };

    [Fact]
    public async Task A_sound_company_is_said_to_agree_and_gives_0() => Assert.Equal((0, "All records agree."), await CheckAsync());

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_is_broken_in_one_way_is_named_and_gives_1(string way, string sql, string says)
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Breaks a copy of the SQLite file; what is asked of SQL Server is proved by SqlServerWalkTests.");
        using var sound = new SqliteConnection("Data Source=:memory:");
        sound.Open();
        using (var live = Open())
        {
            live.BackupDatabase(sound);
            Assert.True(Run(live, sql) > 0, $"Nothing was broken: {way}.");
        }

        var (code, said) = await CheckAsync();

        using (var live = Open())
        {
            sound.BackupDatabase(live);
        }

        Assert.Equal(1, code);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var pattern = "^" + System.Text.RegularExpressions.Regex.Escape(says).Replace("\\#", "[0-9]+", StringComparison.Ordinal).Replace("\\*", "[A-Za-z]+", StringComparison.Ordinal) + "$";
        Assert.Matches(pattern, Assert.Single(lines[..^1]));
        Assert.Equal("1 do not agree.", lines[^1]);
    }

    [Fact]
    public async Task A_file_that_is_not_in_the_store_is_named_and_gives_1()
    {
        var (id, name) = await factory.DbAsync(async db =>
        {
            var file = await db.Files.AsNoTracking().OrderBy(f => f.Id).FirstAsync();
            return (file.Id, file.StorageName);
        });
        var path = factory.Services.GetRequiredService<FileStore>().PathOf(name);
        File.Move(path, path + ".away");

        var found = await CheckAsync();

        File.Move(path + ".away", path);
        Assert.Equal((1, $"File {id} is not in the store.\n1 do not agree."), found);
    }

    [Fact]
    public async Task A_schema_that_is_behind_and_a_folder_without_a_database_are_said_before_anything_is_looked_at()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "There is always a schema on the server.");
        using var said = new StringWriter();

        // The schema of this copy was made from the model, without migrations.
        Assert.Equal(1, await CheckCommand.RunAsync(factory.Services, said, CancellationToken.None));
        Assert.Equal("The schema is not up to date: start the product or run migrate first.", said.ToString().Trim());

        var empty = Directory.CreateTempSubdirectory("talenthub-nothing-").FullName;
        var (code, _, wrong) = await ProductProgram.RunAsync(empty, "check");
        Assert.Equal(2, code);
        Assert.StartsWith("There is no database in the data folder", wrong, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(empty, "talenthub.db")));
        Directory.Delete(empty, recursive: true);
    }

    private async Task<(int Code, string Said)> CheckAsync()
    {
        using var said = new StringWriter { NewLine = "\n" };
        var code = await CheckCommand.RunAsync(factory.Services, said, CancellationToken.None, needsSchema: false);
        return (code, said.ToString().Trim());
    }

    /// <summary>Without foreign keys: what is broken here could not be broken through the product.</summary>
    private SqliteConnection Open()
    {
        var live = new SqliteConnection($"Data Source={factory.DatabaseFile};Pooling=False;Foreign Keys=False");
        live.Open();
        return live;
    }

    private static int Run(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }
}
