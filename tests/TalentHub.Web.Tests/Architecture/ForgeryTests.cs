using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Domain.Access;
using TalentHub.Web.Commands;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Architecture;

/// <summary>Nothing is done for a form that the product did not hand out: every post without its token is refused, of those who hold the right as well.</summary>
public sealed class ForgeryTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    /// <summary>Without a token these keep a choice of words and of light in a cookie of this browser and change no record (LinkTests); the page about a fault does nothing.</summary>
    private static readonly string[] Exempt = ["/language", "/theme", "/error/{code:int?}"];

    [Fact]
    public async Task A_post_without_its_token_does_nothing_whoever_sends_it()
    {
        var people = new Dictionary<string, TestBrowser>(StringComparer.Ordinal);
        foreach (var role in Enum.GetValues<Role>())
        {
            people[role.ToString()] = factory.Browser(await factory.PersonAsync(role));
        }

        var stranger = factory.Browser();
        var taken = new List<string>();
        var tried = 0;
        foreach (var row in RoutesCommand.List(factory.Services, factory.Services.GetRequiredService<EndpointDataSource>().Endpoints).Where(r => r.Verb != "GET" && !Exempt.Contains(r.Path)))
        {
            // What only a relation holds is asked for by nobody here; RelationTests send to records.
            var who = row.Right is nameof(Door.Anonymous) or nameof(Door.SignedLink) or nameof(Door.SetUp) ? stranger : row.Roles.Select(r => people.GetValueOrDefault(r)).FirstOrDefault(b => b is not null);
            if (who is null)
            {
                continue;
            }

            tried++;
            var answer = await who.PostAsync(System.Text.RegularExpressions.Regex.Replace(row.Path, @"\{[^}]*\}", "999999999", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) + (row.Handler.Length == 0 ? string.Empty : $"?handler={row.Handler}"));
            if (answer.Status != HttpStatusCode.BadRequest)
            {
                taken.Add($"{row.Verb} {row.Path} {row.Handler}: {(int)answer.Status}");
            }
        }

        Assert.True(tried > 100, $"Only {tried} were tried.");
        Assert.True(taken.Count == 0, string.Join('\n', taken));
    }
}
