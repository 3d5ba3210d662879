using System.Net;
using Microsoft.Data.Sqlite;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Data;

/// <summary>The database goes away while people work, and comes back.</summary>
public sealed class DatabaseAwayTests
{
    [Fact]
    public async Task Pages_say_503_in_the_readers_language_and_work_again_by_themselves()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Takes the SQLite file away; on a server there is none.");
        await using var factory = new RealSignInFactory();
        var reader = await factory.SignedInAsync(await factory.PersonAsync(Role.Recruiter, language: "zh-CN"));
        var stranger = factory.Browser(language: "en");
        var form = await stranger.GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/candidates")).Status);

        foreach (var forgetful in new[] { false, true })
        {
            await using (new Away(factory))
            {
                if (forgetful)
                {
                    // As on an instance that has kept nothing of session, person or company.
                    factory.Forget();
                }

                var page = await reader.GetAsync("/candidates");
                Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
                Assert.Contains("数据库没有响应", page.Text, StringComparison.Ordinal);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, (await reader.GetAsync("/today")).Status);

                var sent = await stranger.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Email"] = "a@example.com", ["Input.Password"] = "correct horse battery" }, form: "#sign-in");
                Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.Status);
                Assert.Contains("The database does not answer", sent.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("Sqlite", sent.Html, StringComparison.OrdinalIgnoreCase);
            }

            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/candidates")).Status);
        }
    }

    [Fact]
    public async Task Readiness_says_so_within_five_seconds_and_takes_it_back()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Takes the SQLite file away; on a server there is none.");
        await using var factory = new TalentHubFactory();
        var admin = factory.Browser(await factory.PersonAsync(Role.Admin));
        Assert.Contains("\"database\":true", (await admin.GetAsync("/health/ready")).Html, StringComparison.Ordinal);

        await using (new Away(factory))
        {
            factory.Clock.Advance(TimeSpan.FromSeconds(5));
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var answer = await admin.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
            Assert.Contains("\"database\":false", answer.Html, StringComparison.Ordinal);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
            Assert.Equal(HttpStatusCode.OK, (await factory.Browser().GetAsync("/health/live")).Status);
        }

        factory.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("\"database\":true", (await admin.GetAsync("/health/ready")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_away_is_not_replaced_by_an_empty_one()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Takes the SQLite file away; on a server there is none.");
        await using var factory = new TalentHubFactory();
        var browser = factory.Browser(await factory.PersonAsync(Role.HR));

        await using (new Away(factory))
        {
            await browser.GetAsync("/candidates");
            Assert.False(File.Exists(factory.DatabaseFile));
        }
    }

    [Fact]
    public void A_refused_row_is_not_taken_for_a_database_that_is_away()
    {
        Assert.False(DatabaseAway.Is(new SqliteException("UNIQUE constraint failed", 19)));
        Assert.False(DatabaseAway.Is(new InvalidOperationException("Sequence contains no elements")));
        Assert.True(DatabaseAway.Is(new InvalidOperationException("An exception has been raised that is likely due to a transient failure.", new SqliteException("unable to open database file", 14))));
    }

    private sealed class Away : IAsyncDisposable
    {
        private readonly string file;

        public Away(TalentHubFactory factory)
        {
            file = factory.DatabaseFile;
            SqliteConnection.ClearAllPools();
            File.Move(file, file + ".away");
        }

        public ValueTask DisposeAsync()
        {
            File.Move(file + ".away", file);
            return ValueTask.CompletedTask;
        }
    }
}
