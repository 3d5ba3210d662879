using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Screening;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Careers;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Attack;

/// <summary>Fields that no form shows change nothing: pages listen to inputs of their own, never to records.</summary>
public sealed class OverPostingTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task No_page_listens_to_a_record()
    {
        var loader = factory.Services.GetRequiredService<PageLoader>();
        var bound = new List<(string Page, Type Type)>();
        foreach (var endpoint in factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                bound.AddRange(compiled.BoundProperties.Select(p => (page.ViewEnginePath, p.ParameterType)).Concat(compiled.HandlerMethods.SelectMany(h => h.Parameters).Select(p => (page.ViewEnginePath, p.ParameterType))));
            }
        }

        Assert.True(bound.Count > 200, $"Only {bound.Count} values are bound.");
        Assert.Empty(bound.Where(b => Reached(b.Type, []).Any(IsRecord)).Select(b => $"{b.Page} binds {b.Type.Name}").Distinct());
    }

    [Fact]
    public async Task Somebody_who_applies_cannot_say_where_their_application_stands()
    {
        var posting = await factory.LivePostingAsync();
        var other = (await factory.PersonAsync()).Id;
        var id = other.ToString(CultureInfo.InvariantCulture);
        var browser = factory.Browser();

        await browser.SubmitAsync(await browser.GetAsync($"/careers/{posting.Number}/apply"), new Dictionary<string, string?>
        {
            ["Input.Name"] = "Ada", ["Input.Email"] = "over@example.org", ["Input.Consent"] = "yes", ["State"] = "Hired", ["Input.State"] = "Hired", ["Application.State"] = "Hired", ["Input.PersonId"] = id, ["PersonId"] = id,
            ["Input.RequisitionId"] = "999", ["Posting.State"] = "Closed", ["Input.Source"] = "Referral", ["Input.AppliedAt"] = "2001-01-01", ["Input.Id"] = "1", ["Id"] = "1", ["LostRace"] = "true", ["IsFilledIn"] = "true",
        });

        var made = await factory.DbAsync(db => db.Applications.Join(db.People, a => a.PersonId, p => p.Id, (a, p) => new { a.State, a.RequisitionId, a.Source, a.PersonId, a.AppliedAt, p.Email }).SingleAsync(a => a.Email == "over@example.org"));
        Assert.Equal((ApplicationState.Received, posting.RequisitionId, Domain.Recruiting.Source.CareersSite), (made.State, made.RequisitionId, made.Source));
        Assert.NotEqual(other, made.PersonId);
        Assert.Equal(2026, made.AppliedAt.Year);
    }

    [Fact]
    public async Task A_colleague_who_changes_their_own_account_gains_no_right()
    {
        var person = await factory.PersonAsync();
        var browser = factory.Browser(person);

        var page = await browser.GetAsync("/account");
        var answer = await browser.SubmitAsync(page, new Dictionary<string, string?>
        {
            ["Roles"] = "Admin", ["Input.Roles"] = "Admin", ["Role"] = "Admin", ["Input.Role"] = "Admin", ["Account.IsDisabled"] = "false", ["Input.PersonId"] = "1", ["Input.Email"] = "boss@example.com", ["Input.SecurityStamp"] = "x", ["PersonId"] = "1",
        });

        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.Status);
        Assert.False(await factory.DbAsync(db => db.RoleGrants.AnyAsync(g => g.PersonId == person.Id)));
        Assert.Equal((person.Email, "stamp"), await factory.DbAsync(db => db.Users.Where(u => u.Id == person.AccountId).Select(u => new ValueTuple<string, string>(u.Email!, u.SecurityStamp!)).SingleAsync()));
    }

    [Fact]
    public async Task A_note_stands_under_the_name_of_whoever_wrote_it_and_on_the_record_of_its_page()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var (mine, other) = (await scene.ApplicationAsync("Ada One"), await scene.ApplicationAsync("Bo Two"));
        var browser = factory.Browser(scene.Recruiter);

        var page = await browser.GetAsync($"/applications/APP-{mine.Id}");
        await browser.SubmitAsync(
            page, new Dictionary<string, string?> { ["text"] = "over-posted", ["AuthorId"] = scene.Manager.Id.ToString(CultureInfo.InvariantCulture), ["Id"] = other.Id.ToString(CultureInfo.InvariantCulture), ["ApplicationId"] = other.Id.ToString(CultureInfo.InvariantCulture), ["PersonId"] = other.PersonId.ToString(CultureInfo.InvariantCulture), ["WrittenAt"] = "2001-01-01" },
            form: "form[action*='handler=Note']");

        var note = await factory.DbAsync(db => db.Notes.SingleAsync(n => n.Text == "over-posted"));
        Assert.Equal((scene.Recruiter.Id, mine.Id, mine.PersonId, 2026), (note.AuthorId, note.ApplicationId, note.PersonId, note.WrittenAt.Year));
    }

    private static bool IsRecord(Type type) =>
        typeof(Entity).IsAssignableFrom(type) || typeof(IdentityUser<long>).IsAssignableFrom(type) || (type.Namespace?.StartsWith("TalentHub.Data.", StringComparison.Ordinal) == true && !type.IsEnum && type != typeof(Account));

    /// <summary>A type and those of its properties, as binding would go on.</summary>
    private static IEnumerable<Type> Reached(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? (type.IsArray ? type.GetElementType()! : type.IsGenericType ? type.GetGenericArguments()[^1] : type);
        if (!seen.Add(type) || type.Namespace?.StartsWith("TalentHub", StringComparison.Ordinal) != true || type.IsEnum)
        {
            return [];
        }

        return type.GetProperties().Where(p => p.CanWrite).SelectMany(p => Reached(p.PropertyType, seen)).Prepend(type);
    }
}
