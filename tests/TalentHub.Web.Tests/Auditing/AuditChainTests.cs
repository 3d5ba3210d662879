using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Auditing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Auditing;

/// <summary>Whoever changes the log with SQL, past the product, is found, and the line is named by its place in the chain.</summary>
public sealed class AuditChainTests
{
    /// <summary>What was done to the database, and what is said of it: entries 1 to 8 stand in links that come after those of the company.</summary>
    public static TheoryData<string, string, string> Tampering => new()
    {
        { "an act is changed", "UPDATE \"AuditEntries\" SET \"Action\" = 'Made' WHERE \"Id\" = {4}", "{4}: entry {4} is not as it was sealed." },
        { "an act becomes a word of nobody", "UPDATE \"AuditEntries\" SET \"Action\" = 'Smiled' WHERE \"Id\" = {4}", "{4}: entry {4} is not as it was sealed." },
        { "another did it", "UPDATE \"AuditEntries\" SET \"PersonId\" = 99 WHERE \"Id\" = {2}", "{2}: entry {2} is not as it was sealed." },
        { "it was another hour", "UPDATE \"AuditEntries\" SET \"At\" = '2020-01-01 00:00:00' WHERE \"Id\" = {3}", "{3}: entry {3} is not as it was sealed." },
        { "a field is emptied", "UPDATE \"AuditEntries\" SET \"Detail\" = NULL WHERE \"Id\" = {5}", "{5}: entry {5} is not as it was sealed." },
        { "a text is replaced", "UPDATE \"AuditEntries\" SET \"Text\" = 'Nothing.' WHERE \"Id\" = {5}", "{5}: the text of entry {5} is not the one that was written." },
        { "an entry is deleted", "DELETE FROM \"AuditEntries\" WHERE \"Id\" = {6}", "{6}: entry {6} was deleted." },
        { "an entry is deleted with its link", "DELETE FROM \"AuditEntries\" WHERE \"Id\" = {6}; DELETE FROM \"AuditSeals\" WHERE \"Sequence\" = {6}", "{6}: missing from the chain." },
        {
            "two change places",
            "UPDATE \"AuditSeals\" SET \"EntryId\" = -1 WHERE \"Sequence\" = {2}; UPDATE \"AuditSeals\" SET \"EntryId\" = {2} WHERE \"Sequence\" = {3}; UPDATE \"AuditSeals\" SET \"EntryId\" = {3} WHERE \"Sequence\" = {2}",
            "{2}: entry {3} is not as it was sealed."
        },
        { "the tail is cut", "DELETE FROM \"AuditEntries\" WHERE \"Id\" >= {7}; DELETE FROM \"AuditSeals\" WHERE \"Sequence\" >= {7}", "{7}–{8}: cut off the end." },
        { "the seal at the end is gone", "DELETE FROM \"AuditHead\"", "{8}: the chain has no seal at its end." },
        { "the seal at the end is made up", "UPDATE \"AuditHead\" SET \"Seal\" = 'CfDJ8'", "{8}: the seal at the end is not this installation's." },
    };

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Tampering_is_found_and_named(string what, string sql, string says)
    {
        await using var factory = new TalentHubFactory();
        var places = await SealedAsync(factory);
        Assert.Equal((0, []), await factory.VerifyAsync());

        await SqlAsync(factory, Fill(sql, places));
        var (code, findings) = await factory.VerifyAsync();

        Assert.True(code == 1, what);
        Assert.Contains(Fill(says, places), findings);
    }

    [Fact]
    public async Task A_chain_that_somebody_computed_anew_does_not_fit_its_seal_nor_an_end_that_was_kept_elsewhere()
    {
        await using var factory = new TalentHubFactory();
        var places = await SealedAsync(factory);
        var kept = await factory.HeadAsync();
        Assert.Equal(0, (await factory.VerifyAsync(kept)).Code);

        await SqlAsync(factory, Fill("UPDATE \"AuditEntries\" SET \"PersonId\" = 99 WHERE \"Id\" = {2}", places));
        await factory.DbAsync(async db =>
        {
            var hash = AuditChain.Start;
            foreach (var link in await db.AuditSeals.AsNoTracking().OrderBy(s => s.Sequence).ToListAsync())
            {
                var entry = await db.AuditEntries.AsNoTracking().SingleAsync(e => e.Id == link.EntryId);
                hash = AuditChain.Link(hash, link.Sequence, entry);
                await db.Database.ExecuteSqlAsync($"UPDATE \"AuditSeals\" SET \"Hash\" = {hash} WHERE \"Sequence\" = {link.Sequence}");
            }
        });
        var (_, findings) = await factory.VerifyAsync(kept);

        Assert.Contains(Fill("{8}: the end of the chain is not the one that was sealed.", places), findings);
        Assert.Contains($"The chain never ended at {kept}: it was rewritten, or cut before it.", findings);
    }

    [Fact]
    public async Task An_entry_that_was_put_in_later_is_in_no_link()
    {
        await using var factory = new TalentHubFactory();
        await SealedAsync(factory);
        factory.Clock.Advance(TimeSpan.FromHours(1));
        await factory.FillAsync(1);

        await SqlAsync(factory, "INSERT INTO \"AuditEntries\" (\"Id\", \"At\", \"Door\", \"Action\", \"Record\", \"Result\") VALUES (-5, '2026-01-01 00:00:00', 'System', 'Made', 'Person', 'Done')");

        Assert.Contains("entry -5 is in no link: it was put in later, or the sealer does not run.", (await factory.VerifyAsync()).Says);
    }

    [Fact]
    public async Task A_cut_chain_is_not_continued_so_that_it_never_looks_whole_again()
    {
        await using var factory = new TalentHubFactory();
        var places = await SealedAsync(factory);
        await SqlAsync(factory, Fill("DELETE FROM \"AuditEntries\" WHERE \"Id\" >= {7}; DELETE FROM \"AuditSeals\" WHERE \"Sequence\" >= {7}", places));

        await Assert.ThrowsAsync<InvalidOperationException>(() => factory.FillAsync(1));

        Assert.Contains(Fill("{7}–{8}: cut off the end.", places), (await factory.VerifyAsync()).Says);
    }

    [Fact]
    public async Task A_text_that_erasure_blanks_breaks_nothing()
    {
        await using var factory = new TalentHubFactory();
        await SealedAsync(factory);

        Assert.Equal(1, await factory.DbAsync(db => db.BlankAuditTextsAsync(3, CancellationToken.None)));

        Assert.Equal((0, []), await factory.VerifyAsync());
    }

    [Fact]
    public async Task Each_entry_gets_one_link_without_a_gap_however_often_and_by_whomever_it_is_sealed()
    {
        await using var factory = new TalentHubFactory();
        await SealedAsync(factory);
        await factory.FillAsync(1100);
        await factory.JobAsync("audit-seal");
        factory.Clock.Advance(TimeSpan.FromHours(1));
        await factory.FillAsync(3);
        await factory.JobAsync("audit-seal");

        var (entries, links, last) = await factory.DbAsync(async db => (await db.AuditEntries.CountAsync(), await db.AuditSeals.CountAsync(), await db.AuditSeals.MaxAsync(s => s.Sequence)));

        Assert.Equal((entries, (long)entries), (links, last));
        Assert.Equal((0, []), await factory.VerifyAsync());
    }

    /// <summary>The numbers of the eight last entries, which are the numbers of their links too.</summary>
    private static async Task<long[]> SealedAsync(TalentHubFactory factory)
    {
        _ = factory.Services;
        await factory.FillAsync(8);
        var places = await factory.DbAsync(db => db.AuditSeals.OrderBy(s => s.Sequence).Select(s => new { s.Sequence, s.EntryId }).ToListAsync());
        Assert.All(places, p => Assert.Equal(p.Sequence, p.EntryId));
        return [.. places.TakeLast(8).Select(p => p.Sequence)];
    }

    private static string Fill(string text, long[] places) =>
        Enumerable.Range(1, 8).Aggregate(text, (filled, i) => filled.Replace("{" + i + "}", $"{places[i - 1]}", StringComparison.Ordinal));

    private static Task SqlAsync(TalentHubFactory factory, string sql) => factory.DbAsync(async db =>
    {
        foreach (var statement in sql.Split(';', StringSplitOptions.TrimEntries))
        {
#pragma warning disable EF1002 // The test's own words.
            Assert.True(await db.Database.ExecuteSqlRawAsync(statement) > 0, statement);
#pragma warning restore EF1002
        }
    });
}
