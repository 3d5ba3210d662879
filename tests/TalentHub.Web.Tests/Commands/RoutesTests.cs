using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Domain.Access;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Commands;

/// <summary>What the verb routes tells a program that tests the product from outside.</summary>
public sealed class RoutesTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public void Each_way_in_says_its_path_verbs_handler_right_roles_and_whether_it_is_limited_to_ones_own()
    {
        using var json = JsonDocument.Parse(Said(asJson: true));

        var rows = json.RootElement.EnumerateArray().ToList();
        Assert.True(rows.Count > 200, $"Only {rows.Count} ways in.");
        Assert.All(rows, row => Assert.Equal(["handler", "own", "path", "right", "roles", "verb", "verbs"], row.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)));
        var offer = rows.Single(r => r.GetProperty("path").GetString() == "/offers/OFR-{id:long}" && r.GetProperty("verb").GetString() == "POST" && r.GetProperty("handler").GetString() == "Approve");
        Assert.Equal(["POST"], offer.GetProperty("verbs").EnumerateArray().Select(v => v.GetString()));
        Assert.Equal(nameof(Capability.ApproveOffers), offer.GetProperty("right").GetString());
        Assert.True(offer.GetProperty("own").GetBoolean());
        var roles = offer.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ToList();
        Assert.Contains(nameof(Role.Finance), roles);
        Assert.Contains(nameof(Relation.Approver), roles);
        Assert.DoesNotContain(nameof(Role.Employee), roles);
        Assert.Contains(rows, r => r.GetProperty("path").GetString() == "/health/ready" && r.GetProperty("right").GetString() == "Anonymous");
    }

    [Fact]
    public void For_people_it_is_one_line_a_way_in() =>
        Assert.Contains("GET   /flow  SeeFlow (own or related)  HR, Recruiter, Finance, Executive, DepartmentHead, HiringManager", Said(asJson: false), StringComparison.Ordinal);

    private string Said(bool asJson)
    {
        using var said = new StringWriter();
        RoutesCommand.Write(RoutesCommand.List(factory.Services, factory.Services.GetRequiredService<EndpointDataSource>().Endpoints), asJson, said);
        return said.ToString();
    }
}
