using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Accounts;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Auditing;

/// <summary>Changes write themselves down: in the save, in its transaction, without a page that must remember it.</summary>
public sealed class ChangeTrailTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task A_move_is_written_down_with_who_as_what_from_where_and_its_reason_outside_the_hashed_part()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync(state: ApplicationState.InReview);
        var browser = factory.Browser(scene.Recruiter);

        var form = await browser.GetAsync($"/applications/APP-{application.Id}/hold");
        await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Reason"] = "She is away until May.", ["Input.ReviewOn"] = $"{A.Noon.AddDays(20):yyyy-MM-dd}" });
        var move = (await EntriesAsync()).Last(e => e is { Record: RecordKind.Application, Action: AuditAction.Moved });

        Assert.Equal(application.Id, move.RecordId);
        Assert.Equal(application.PersonId, move.SubjectPersonId);
        Assert.Equal((AuditDoor.Account, (long?)scene.Recruiter.Id, (long?)scene.Recruiter.AccountId), (move.Door, move.PersonId, move.AccountId));
        Assert.StartsWith("Recruiter", move.Capacity, StringComparison.Ordinal);
        Assert.StartsWith("application/PutOnHold/InReview/", move.Detail, StringComparison.Ordinal);
        Assert.NotNull(move.Reference);
        Assert.NotNull(move.Network);
        Assert.True(move.TextIsWhole);
    }

    [Fact]
    public async Task A_role_that_is_given_or_taken_and_an_account_that_is_shut_are_written_down_with_whom_they_concern()
    {
        var person = await factory.PersonAsync();
        var admin = await factory.PersonAsync(Role.Admin);
        var browser = factory.Browser(admin);

        var path = $"/admin/users/{person.AccountId}";
        await browser.SubmitAsync(await browser.GetAsync(path), new Dictionary<string, string?> { ["Input.Roles"] = "Finance" }, form: "#roles");
        await browser.SubmitAsync(await browser.GetAsync(path), new Dictionary<string, string?> { ["Input.Roles"] = "HR" }, form: "#roles");
        await browser.SubmitAsync(await browser.GetAsync(path), form: "#enabled", button: ("enabled", "false"));
        var about = (await EntriesAsync()).Where(e => e.SubjectPersonId == person.Id && e.PersonId == admin.Id).Select(e => $"{e.Action} {e.Detail}").ToList();

        Assert.Equal(["RoleGiven Finance", "RoleGiven HR", "RoleTaken Finance"], about.Where(a => a.StartsWith("Role", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("AccountDisabled ", about);
    }

    [Fact]
    public async Task A_change_is_written_down_with_the_names_of_its_fields_never_with_what_stands_in_them()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync("Grace Hopper");
        await factory.DbAsync(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == application.PersonId)).Speaks("zh-CN", "Asia/Tokyo");
            db.Locations.Add(new Location(new Bilingual("Chengdu", "成都"), "Asia/Shanghai", "CN", "CNY"));
            await db.SaveChangesAsync();
        });
        var entries = await EntriesAsync();

        Assert.Equal("Language,Zone", entries.Last(e => e is { Record: RecordKind.Person, Action: AuditAction.Changed } && e.RecordId == application.PersonId).Detail);
        Assert.Equal("Made", entries.Last(e => e is { Record: RecordKind.Place, Action: AuditAction.SettingChanged }).Detail);
        Assert.DoesNotContain(entries, e => (e.Detail + e.Capacity).Contains("Grace", StringComparison.Ordinal) || (e.Detail + e.Capacity).Contains("Tokyo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_no_entry()
    {
        var before = (await EntriesAsync()).Count;

        await Assert.ThrowsAsync<InvalidOperationException>(() => factory.DbAsync(db => db.InTransactionAsync(
            async () =>
            {
                db.People.Add(new Person(PersonName.Parse("Never There"), "never@example.org", null, "en", A.Noon));
                await db.SaveChangesAsync();
                throw new InvalidOperationException("Changed our mind.");
            },
            CancellationToken.None)));

        Assert.Equal(before, (await EntriesAsync()).Count);
    }

    [Fact]
    public async Task The_log_is_only_ever_added_to_by_our_code()
    {
        await factory.DbAsync(async db =>
        {
            db.Audit(new AuditNote(AuditAction.Exported, RecordKind.Person, 1, 1));
            await db.SaveChangesAsync();
        });

        await Assert.ThrowsAsync<NotSupportedException>(() => factory.DbAsync(async db =>
        {
            db.Entry(await db.AuditEntries.FirstAsync()).Property(e => e.RecordId).CurrentValue = 2;
            await db.SaveChangesAsync();
        }));
        await Assert.ThrowsAsync<NotSupportedException>(() => factory.DbAsync(async db =>
        {
            db.AuditEntries.Remove(await db.AuditEntries.FirstAsync());
            await db.SaveChangesAsync();
        }));

        // Past the save there are these ways; one file may, to blank a text.
        var past = Repository.Files("src", ".cs").Where(f => !f.EndsWith("TalentHubDb.Auditing.cs", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Where(l => l.Contains("Audit", StringComparison.Ordinal)
                && (l.Contains("ExecuteUpdate", StringComparison.Ordinal) || l.Contains("ExecuteDelete", StringComparison.Ordinal) || l.Contains("ExecuteSql", StringComparison.Ordinal)))
                .Select(l => $"{Path.GetFileName(f)}: {l.Trim()}"));
        Assert.Empty(past);
    }

    [Fact]
    public async Task Every_table_is_written_down_when_it_changes_or_is_left_out_for_a_reason()
    {
        var neither = await factory.DbAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(t => AuditedTypes.KindOf(t.ClrType) is null && !AuditedTypes.Left.ContainsKey(t.ClrType)
                && !t.GetForeignKeys().Any(f => f.IsOwnership || f.DeleteBehavior == DeleteBehavior.Cascade))
            .Select(t => t.ClrType.Name).ToList()));

        Assert.Empty(neither);
    }

    [Fact]
    public async Task A_blanked_text_is_gone_and_its_hash_stays()
    {
        await factory.DbAsync(async db =>
        {
            db.Audit(new AuditNote(AuditAction.Changed, RecordKind.Application, 9, 987_654, Text: "A sentence about her."));
            await db.SaveChangesAsync();
        });

        Assert.Equal(1, await factory.DbAsync(db => db.BlankAuditTextsAsync(987_654, CancellationToken.None)));
        var entry = (await EntriesAsync()).Single(e => e.SubjectPersonId == 987_654);

        Assert.Null(entry.Text);
        Assert.Null(entry.TextSalt);
        Assert.NotNull(entry.TextHash);
        Assert.True(entry.TextIsWhole);
    }

    private Task<List<AuditEntry>> EntriesAsync() => factory.DbAsync(db => db.AuditEntries.AsNoTracking().OrderBy(e => e.Id).ToListAsync());
}
