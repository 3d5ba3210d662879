using System.Text.Json;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Demand;

public sealed class LevelWordsTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task The_form_knows_of_every_level_what_the_page_says_of_the_chosen_one()
    {
        var company = await DemandCompany.SetUpAsync(factory);
        var page = await factory.Browser(company.Manager).GetAsync(DemandCompany.NewPath);

        using var words = JsonDocument.Parse(page.Document.QuerySelector("[data-follow]")!.GetAttribute("data-follow")!);

        var chosen = words.RootElement.GetProperty("L5");
        foreach (var id in new[] { "Input_AnnualCost-hint", "level-name", "level-expectation", "level-pay" })
        {
            Assert.Equal(page.Document.GetElementById(id)!.TextContent, chosen.GetProperty("#" + id).GetString() ?? string.Empty);
        }

        Assert.True(words.RootElement.EnumerateObject().Select(l => l.Value.GetProperty("#level-expectation").GetString()).Distinct().Count() > 1);
    }
}
