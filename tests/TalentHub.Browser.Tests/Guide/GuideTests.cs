using System.Globalization;
using Microsoft.Playwright;
using TalentHub.Browser.Tests.Access;
using TalentHub.Browser.Tests.Walk;

namespace TalentHub.Browser.Tests.Guide;

/// <summary>The pictures of the user guide, in both languages. With <c>TALENTHUB_UPDATE=1</c> they are taken anew from the sample company; otherwise they must be there.</summary>
public sealed class GuideTests
{
    private const string Mine = " join DemoPeople d on d.Label = 'HiringManager' and d.PersonId = r.HiringManagerId";

    private static readonly List<Picture> Pictures =
    [
        new("request", "HiringManager", _ => "/demand/requisitions/new?family=machine-learning-engineer&level=L5"),
        new("board", "HiringManager", f => "/jobs/REQ-" + Number(f, "select r.Id from Requisitions r" + Mine + " where r.State = 'Open' order by (select count(*) from Applications a where a.RequisitionId = r.Id and a.EndedAt is null) desc limit 1")),
        new("today", "Recruiter", _ => "/today"),
        new("application", "Recruiter", f => "/applications/APP-" + Number(f, "select a.Id from Applications a join Requisitions r on r.Id = a.RequisitionId" + Mine + " where a.State in ('InReview', 'Shortlisted', 'Interviewing') order by exists (select 1 from Files f where f.PersonId = a.PersonId and f.Kind = 'Resume' and f.Text is not null) desc, a.Id desc limit 1")),
        new("posting", "Recruiter", f => "/postings/PST-" + Number(f, "select Id from Postings where State = 'Live' order by Id desc limit 1")),
        new("week", "Coordinator", _ => "/interviews/week"),
        new("book", "Coordinator", f => $"/applications/APP-{Number(f, "select ApplicationId from Interviews where State = 'ToSchedule' order by Id desc limit 1")}/interviews/new"),
        new("scorecard", "Interviewer", f => $"/interviews/INT-{Number(f, "select s.InterviewId from Scorecards s join DemoPeople d on d.Label = 'Interviewer' and d.PersonId = s.InterviewerId where s.State in ('Assigned', 'Draft') limit 1")}/scorecard", Phone: true),
        new("approval", "DepartmentHead", f => "/demand/requisitions/REQ-" + Number(f, "select w.SubjectId from WorkItems w join DemoPeople d on d.Label = 'DepartmentHead' and d.PersonId = w.AssigneeId where w.Machine = 'requisition' and w.State = 'InApproval' limit 1")),
        new("debrief", "HR", f => "/debriefs/APP-" + Number(f, "select d.ApplicationId from HiringDecisions d where d.State = 'Open' order by (select count(*) from Scorecards s where s.ApplicationId = d.ApplicationId) desc limit 1")),
        new("onboarding", "HR", f => "/onboarding/ONB-" + Number(f, "select Id from OnboardingPlans where State = 'Preboarding' limit 1")),
        new("flow", "HR", _ => "/flow"),
        new("careers", null, _ => "/careers", Phone: true),
        new("apply", null, f => $"/careers/PST-{Number(f, "select Id from Postings where State = 'Live' order by Id desc limit 1")}/apply"),
        new("status", null, _ => "/c/" + Tour.Token('c'), Phone: true),
        new("offer", null, _ => "/o/" + Tour.Token('o')),
        new("preboarding", null, _ => "/w/" + Tour.Token('w')),
        new("users", "Admin", _ => "/admin/users"),
        new("chains", "Admin", _ => "/admin/chains"),
    ];

    private static bool IsUpdate => Environment.GetEnvironmentVariable("TALENTHUB_UPDATE") == "1";

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Each_picture_of_the_guide_shows_the_product(string language)
    {
        if (IsUpdate)
        {
            await TakeAsync(language);
        }

        Assert.All(Pictures, p => Assert.True(File.Exists(p.File(language)), $"{p.File(language)} is missing: run this with TALENTHUB_UPDATE=1."));
    }

    private static async Task TakeAsync(string language)
    {
        await using var stage = await Stage.SetAsync(language, sample: true, prepare: Tour.Links);
        var folder = stage.Product.Folder;
        var people = new Dictionary<string, IPage>(StringComparer.Ordinal);
        var stranger = await stage.StrangerAsync("/careers", new() { TimezoneId = "Asia/Shanghai", ReducedMotion = ReducedMotion.Reduce });
        await stage.SpeakAsync(stranger);
        foreach (var picture in Pictures)
        {
            var page = picture.Who is null ? stranger
                : people.TryGetValue(picture.Who, out var known) ? known
                : people[picture.Who] = await stage.AsAsync(Player.Sample(picture.Who), "/today");
            await page.SetViewportSizeAsync(picture.Phone ? 390 : 1120, picture.Phone ? 780 : 760);
            var answer = await page.GotoAsync(stage.Product.Address + picture.Path(folder));
            Assert.True(answer!.Status == 200, $"{picture.Name}: {picture.Path(folder)} answers {answer.Status}.");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await File.WriteAllBytesAsync(picture.File(language), await SmallAsync(page, await page.ScreenshotAsync()));
        }
    }

    /// <summary>The browser draws it again as WebP: a quarter of the size.</summary>
    private static async Task<byte[]> SmallAsync(IPage of, byte[] png)
    {
        var desk = await of.Context.NewPageAsync();
        var small = await desk.EvaluateAsync<string>(
            """
            async png => {
              const image = new Image();
              image.src = 'data:image/png;base64,' + png;
              await image.decode();
              const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
              canvas.getContext('2d').drawImage(image, 0, 0);
              return canvas.toDataURL('image/webp', .8).split(',')[1];
            }
            """,
            Convert.ToBase64String(png));
        await desk.CloseAsync();
        return Convert.FromBase64String(small);
    }

    private static string Number(string folder, string query) => Tour.Record(folder, query).ToString(CultureInfo.InvariantCulture);

    /// <param name="Path">Its address, from the folder of the sample company.</param>
    private sealed record Picture(string Name, string? Who, Func<string, string> Path, bool Phone = false)
    {
        public string File(string language) => System.IO.Path.Combine(Product.Root(), "docs", "guide", "pictures", $"{Name}.{language[..2]}.webp");
    }
}
