using TalentHub.Domain.Access;
using TalentHub.Domain.People;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Pages.People;

/// <summary>The list of colleagues is open to everybody who works here, and says nothing that is a person's own.</summary>
public sealed class DirectoryTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task The_address_with_which_a_colleague_applied_is_shown_to_those_who_run_the_onboarding_alone()
    {
        const string own = "nora.at.home@example.org";
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync("Nora Newcomer", email: own);
        await factory.DbAsync(async db =>
        {
            var employment = new Employment(
                Actor.System, A.Noon, application.PersonId, factory.Company.DepartmentId, factory.Company.LocationId, "Engineer", null, null, null, DateOnly.FromDateTime(A.Noon), null);
            employment.Arrive(Actor.System, A.Noon);
            db.Employments.Add(employment);
            return await db.SaveChangesAsync();
        });

        var colleague = await factory.Browser(await factory.PersonAsync()).GetAsync("/people?q=newcomer");
        var hr = await factory.Browser(await factory.PersonAsync(Role.HR)).GetAsync("/people?q=newcomer");

        Assert.Contains("Nora Newcomer", colleague.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(own, colleague.Text, StringComparison.Ordinal);
        Assert.Contains(own, hr.Text, StringComparison.Ordinal);
    }
}
