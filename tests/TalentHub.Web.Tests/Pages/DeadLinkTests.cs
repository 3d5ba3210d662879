using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.Screening;
using TalentHub.Services.Accounts;
using TalentHub.Testing;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages;

/// <summary>A link that opens nothing any more, of each purpose: a plain page in the reader's language that tells nothing of anybody and says what to do.</summary>
public sealed class DeadLinkTests(SampleFactory factory) : IClassFixture<SampleFactory>
{
    private const string Incomplete = "The link may be incomplete: some mail programs break long lines. Copy the whole link from the mail, or ask for a new one.";
    private const string LatestMail = "What you can do: look for our latest mail to you and use the link in it, or reply to that mail. A person reads it.";
    private const string OwnPage = "Open your application's page from the mail that confirmed it, or ask for a new link to it.";

    /// <summary>By the letter or word of its address: what it says when it has expired, was used up, or was altered; and where the way on leads, if the page can offer one.</summary>
    private static readonly Dictionary<string, (string Expired, string Used, string Altered, string? Way)> Doors = new(StringComparer.Ordinal)
    {
        ["/c/"] = ("Links to your page open for 30 days. We can send a new one to the address that you gave us.", "It was taken back. If you think that is a mistake, ask for a new one.", Incomplete, "/careers/link"),
        ["/o/"] = (LatestMail, LatestMail, LatestMail, null),
        ["/i/"] = (OwnPage, OwnPage, Incomplete, "/careers/link"),
        ["/w/"] = (LatestMail, LatestMail, LatestMail, null),
        ["/account/join/"] = Same("It works once and for seven days. If you have chosen a password already, sign in; else ask whoever invited you for a new link.", "/account/sign-in"),
        ["/account/reset/"] = Same("It works once and for half an hour. Your password is as it was; ask for a new link.", "/account/forgot"),
    };

    public static MatrixTheoryData<string, string, string> Links => new(Doors.Keys, ["expired", "used", "altered", "cut off"], ["en", "zh-CN"]);

    public static TheoryData<string> Purposes => [.. Doors.Keys];

    [Theory]
    [MemberData(nameof(Links))]
    public async Task A_link_that_no_longer_opens_leads_to_a_plain_page_that_says_what_to_do(string door, string problem, string language)
    {
        var link = await MakeAsync(door);
        if (problem is "expired" or "used")
        {
            await SpoilAsync(link, problem == "used");
        }

        var path = problem switch { "altered" => link.Path[..^1] + (link.Path[^1] == 'x' ? 'y' : 'x'), "cut off" => link.Path[..^3], _ => link.Path };
        var page = await factory.Browser(language: language).GetAsync(path);

        Assert.True(page.Status is HttpStatusCode.Gone or HttpStatusCode.NotFound, $"{page.Status}");
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        var (expired, used, altered, way) = Doors[door];
        var says = problem switch { "expired" => expired, "used" => used, _ => altered };
        Assert.Contains(language == "en" ? says : Text.ChineseTexts[says], page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelector("h1")!.TextContent);
        if (way is not null)
        {
            Assert.NotNull(page.Document.QuerySelector($"main a[href='{way}'], main form[action*='handler=Link']"));
        }

        Assert.DoesNotContain(link.Name, page.Html, StringComparison.Ordinal);
        Assert.True(page.Response.Headers.CacheControl is { NoStore: true }, "It may be kept by a cache.");
        Assert.Null(page.Document.QuerySelector("main input[type=file], main textarea, main input[type=password]"));
    }

    /// <summary>Somebody reads for a while, and meanwhile the link is over: what they send does nothing, and they read the same plain page.</summary>
    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task A_form_that_is_sent_after_the_link_was_over_does_nothing_and_says_the_same(string door)
    {
        var link = await MakeAsync(door);
        var browser = factory.Browser();
        var page = await browser.GetAsync(link.Path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await SpoilAsync(link, used: false);
        var before = await factory.DbAsync(db => db.Transitions.CountAsync());

        var answer = await browser.SubmitAsync(
            page, new Dictionary<string, string?> { ["Input.Password"] = "four quiet words here", ["Reason"] = "Another day, please", ["SignedName"] = link.Name, ["Input.Phone"] = "13800001234" },
            form: "main form[method=post]:not([action*=language])");
        if (answer.Status == HttpStatusCode.Redirect)
        {
            answer = await browser.FollowAsync(answer);
        }

        Assert.True(answer.Status is HttpStatusCode.Gone or HttpStatusCode.NotFound, $"{answer.Status}");
        Assert.Contains(Doors[door].Expired, answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, await factory.DbAsync(db => db.Transitions.CountAsync()));
    }

    private static (string, string, string, string?) Same(string says, string way) => (says, says, says, way);

    /// <summary>A link that opens, and whose it is.</summary>
    private Task<(string Path, string Hash, string Name)> MakeAsync(string door) => factory.DbAsync(async db =>
    {
        var token = door.StartsWith("/account", StringComparison.Ordinal) ? Tokens.New() : SignedLink.NewToken();
        var far = A.Noon.AddYears(1);
        if (door.StartsWith("/account", StringComparison.Ordinal))
        {
            var account = await db.Users.OrderBy(a => a.Id).FirstAsync();
            db.AccountLinks.Add(new AccountLink
            {
                Kind = door == "/account/join/" ? AccountLinkKind.Invitation : AccountLinkKind.PasswordReset, AccountId = account.Id, TokenHash = Tokens.HashOf(token), Stamp = account.SecurityStamp!,
                CreatedAt = A.Noon, ExpiresAt = far,
            });
            await db.SaveChangesAsync();
            return (door + token, Tokens.HashOf(token), await NameAsync(db, account.PersonId));
        }

        var (purpose, subject, person) = door switch
        {
            "/c/" => (LinkPurpose.CandidateStatus, await db.Applications.Where(a => a.State == ApplicationState.InReview).Select(a => a.Id).FirstAsync(), 0L),
            "/o/" => (LinkPurpose.OfferAnswer, await db.Offers.Where(o => o.State == OfferState.Extended && o.ExpiresAt > A.Noon).Select(o => o.Id).FirstAsync(), 0L),
            "/i/" => (LinkPurpose.InterviewAnswer, await db.Interviews.Where(i => i.State == InterviewState.Scheduled && i.StartsAt > A.Noon.AddDays(1)).Select(i => i.Id).FirstAsync(), 0L),
            _ => (LinkPurpose.Preboarding, await db.OnboardingPlans.Where(p => p.State == OnboardingState.Preboarding).Select(p => p.Id).FirstAsync(), 0L),
        };
        person = purpose switch
        {
            LinkPurpose.CandidateStatus => await db.Applications.Where(a => a.Id == subject).Select(a => a.PersonId).SingleAsync(),
            LinkPurpose.OfferAnswer => await db.Offers.Where(o => o.Id == subject).Select(o => o.PersonId).SingleAsync(),
            LinkPurpose.InterviewAnswer => await db.Interviews.Where(i => i.Id == subject).Select(i => i.PersonId).SingleAsync(),
            _ => await db.OnboardingPlans.Where(p => p.Id == subject).Select(p => p.PersonId).SingleAsync(),
        };
        db.SignedLinks.Add(SignedLink.CreateWith(token, purpose, subject, person, A.Noon, far));
        await db.SaveChangesAsync();
        return (door + token, SignedLink.HashOf(token), await NameAsync(db, person));
    });

    private static async Task<string> NameAsync(TalentHubDb db, long person) => (await db.People.AsNoTracking().SingleAsync(p => p.Id == person)).Name.Display;

    private Task SpoilAsync((string Path, string Hash, string Name) link, bool used) => factory.DbAsync(async db =>
    {
        if (link.Path.StartsWith("/account", StringComparison.Ordinal))
        {
            await db.AccountLinks.Where(l => l.TokenHash == link.Hash).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, used ? A.Noon : null).SetProperty(l => l.ExpiresAt, l => used ? l.ExpiresAt : A.Noon.AddMinutes(-1)));
            return;
        }

        var known = await db.SignedLinks.SingleAsync(l => l.TokenHash == link.Hash);
        if (used)
        {
            known.Use(A.Noon);
        }
        else
        {
            known.Extend(A.Noon.AddMinutes(-1));
        }

        await db.SaveChangesAsync();
    });
}
