using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Pages.Screening.Candidates;
using TalentHub.Web.Tests.Infrastructure;
using static TalentHub.Domain.Screening.ApplicationState;

namespace TalentHub.Web.Tests.Pages.Screening;

public sealed class CandidateListTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Theory]
    [InlineData("love", "Ada Lovelace")]
    [InlineData("ADA", "Ada Lovelace")]
    [InlineData("lovelace ada", "Ada Lovelace")]
    [InlineData("陈", "陈思远")]
    [InlineData("思远", "陈思远")]
    [InlineData("陈思远", "陈思远")]
    [InlineData("chensiyuan", "陈思远")]
    [InlineData("Chen Siyuan", "陈思远")]
    [InlineData("siyuan chen", "陈思远")]
    [InlineData("chen si yuan", "陈思远")]
    public async Task A_name_is_found_by_the_beginning_of_any_word_and_by_any_part_in_chinese(string query, string name)
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        await scene.ApplicationAsync("Ada Lovelace");
        await scene.ApplicationAsync("陈思远");
        await scene.ApplicationAsync("Ravi Narayanan");

        var page = await factory.Browser(scene.Recruiter).GetAsync($"/candidates?q={Uri.EscapeDataString(query)}");

        Assert.Contains(name, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ravi Narayanan", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CandidateSort.Newest)]
    [InlineData(CandidateSort.Waiting)]
    [InlineData(CandidateSort.Name)]
    public async Task Following_the_cursor_shows_everyone_once_in_one_order(CandidateSort sort)
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        for (var i = 0; i < 12; i++)
        {
            // Some share an instant and a name: the number settles who comes first.
            await scene.ApplicationAsync(i % 3 == 0 ? "Same Name" : i % 3 == 1 ? "李明" : $"Li {(char)('L' - i)}", at: A.Noon.AddHours(-(i / 2)));
        }

        var seen = new List<CandidateRow>();
        string? after = null;
        do
        {
            var page = await factory.DbAsync(db => db.CandidatesAsync(new CandidateFilter { Job = scene.JobId, Sort = sort, After = after }, CancellationToken.None, size: 5));
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(12, seen.Select(r => r.Id).Distinct().Count());
        Assert.Equal(12, seen.Count);
        Assert.Equal(sort switch
        {
            CandidateSort.Newest => seen.OrderByDescending(r => r.AppliedAt).ThenByDescending(r => r.Id),
            CandidateSort.Waiting => seen.OrderBy(r => r.StateSince).ThenBy(r => r.Id),
            CandidateSort.Name => seen.OrderBy(r => r.SortName, StringComparer.Ordinal).ThenBy(r => r.PersonId).ThenBy(r => r.Id),
        }, seen);
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_stay_in_the_address()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        await scene.ApplicationAsync("Rita Running", Shortlisted);
        await scene.ApplicationAsync("Edna Ended", Rejected);
        var browser = factory.Browser(scene.Recruiter);

        var running = await browser.GetAsync($"/candidates?job={scene.JobId}&state=running");
        Assert.Contains("Rita Running", running.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Edna Ended", running.Text, StringComparison.Ordinal);
        Assert.Contains("Edna Ended", (await browser.GetAsync($"/candidates?job={scene.JobId}&state=Rejected")).Text, StringComparison.Ordinal);
        Assert.Contains("Nobody fits", (await browser.GetAsync($"/candidates?job={scene.JobId}&source=Agency")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/candidates?state=Nonsense&sort=Nonsense&source=Nonsense&after=%00.x")).Status);
    }

    [Fact]
    public async Task A_hiring_manager_sees_only_their_own_jobs_candidates()
    {
        var mine = await ScreeningScene.MakeAsync(factory);
        var theirs = await ScreeningScene.MakeAsync(factory);
        await mine.ApplicationAsync("Mine Own");
        await theirs.ApplicationAsync("Theirs Other");

        var page = await factory.Browser(mine.Manager).GetAsync("/candidates");

        Assert.Contains("Mine Own", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Theirs Other", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_candidate_is_added_by_a_recruiter_and_faults_stand_at_their_fields()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var browser = factory.Browser(scene.Recruiter);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(scene.Manager).GetAsync("/candidates/new")).Status);

        var empty = await browser.SubmitAsync(await browser.GetAsync("/candidates/new"), new Dictionary<string, string?> { ["Input.Email"] = "not an address" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal("Write a name.", empty.ErrorAt("Input.Name"));
        Assert.Equal("This is not an e-mail address.", empty.ErrorAt("Input.Email"));

        var done = await browser.SubmitAsync(empty, new Dictionary<string, string?>
        {
            ["Input.Name"] = "林小雨", ["Input.Email"] = "lin@example.org", ["Input.Source"] = "Outreach",
            ["Input.Job"] = scene.JobId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Contains("林小雨", (await browser.FollowAsync(done)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resume_that_staff_hand_in_is_kept_and_found_by_its_words()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var browser = factory.Browser(scene.Recruiter);
        var values = new Dictionary<string, string?>
        {
            ["Input.Name"] = "Fay Filed", ["Input.Source"] = "Referral", ["Input.Job"] = scene.JobId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        var refused = await browser.SubmitAsync(
            await browser.GetAsync("/candidates/new"), values, files: new Dictionary<string, (string, byte[])> { ["File"] = ("cv.exe", "MZ\0\0"u8.ToArray()) });
        Assert.NotEqual(HttpStatusCode.Redirect, refused.Status);

        var done = await browser.SubmitAsync(
            refused, values, files: new Dictionary<string, (string, byte[])> { ["File"] = ("cv.txt", "Fay Filed. Sparse attention kernels, 100 % in Triton."u8.ToArray()) });

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        await factory.DbAsync(async db =>
        {
            var application = await db.Applications.OrderByDescending(a => a.Id).FirstAsync();
            var file = await db.Files.SingleAsync(f => f.Id == application.ResumeFileId);
            file.ReadAs("Fay Filed. Sparse attention kernels, 100 % in Triton.", null);
            await db.SaveChangesAsync();
        });
        Assert.DoesNotContain("Fay Filed", (await browser.GetAsync("/candidates?q=attention")).Text, StringComparison.Ordinal);
        Assert.Contains("Fay Filed", (await browser.GetAsync("/candidates?q=triton+sparse&in=resumes")).Text, StringComparison.Ordinal);
        Assert.Contains("Fay Filed", (await browser.GetAsync("/candidates?q=100+%25&in=resumes")).Text, StringComparison.Ordinal);
        Assert.Contains("Nobody fits", (await browser.GetAsync("/candidates?q=1%25_0&in=resumes")).Text, StringComparison.Ordinal);
        var other = await ScreeningScene.MakeAsync(factory);
        Assert.DoesNotContain("Fay Filed", (await factory.Browser(other.Manager).GetAsync("/candidates?q=triton&in=resumes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_of_a_person_holds_all_their_applications_and_one_timeline()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var first = await scene.ApplicationAsync("Theo Timeline", Rejected);
        var other = await scene.JobAsync("Research engineer");
        await factory.DbAsync(async db =>
        {
            db.Applications.Add(new JobApplication(Actor.System, A.Noon, first.PersonId, other, Domain.Recruiting.Source.Referral));
            await db.SaveChangesAsync();
        });

        var page = await factory.Browser(scene.Recruiter).GetAsync($"/candidates/{first.PersonId}");

        Assert.Contains("Research engineer", page.Text, StringComparison.Ordinal);
        Assert.Contains("Machine-learning engineer", page.Text, StringComparison.Ordinal);
        Assert.Contains("Application: Rejected", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(scene.Recruiter).GetAsync($"/candidates/{scene.Manager.Id}")).Status);
    }
}
