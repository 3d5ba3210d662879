using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Forms;

namespace TalentHub.Web.Tests.Attack;

/// <summary>Whatever says where to go next, in an address or in a form, leads nowhere but to ourselves.</summary>
public sealed class RedirectTests(RealSignInFactory factory) : IClassFixture<RealSignInFactory>
{
    private static readonly string[] Elsewhere =
    [
        "https://evil.example", "http://evil.example/today", "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "\t//evil.example", " //evil.example", "https:evil.example",
        "javascript:alert(1)", "data:text/html,x", "//evil.example@localhost", "https://localhost@evil.example", "https://localhost.evil.example", "/%2F/evil.example", "/%5Cevil.example", "/\r\nLocation: https://evil.example", "/ /evil.example", "~//evil.example", "/~//evil.example", "?//evil.example", "evil.example",
    ];

    [Fact]
    public async Task No_way_back_leads_to_another_site()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync());
        var guarded = await factory.WithPasswordAsync(await factory.PersonAsync());
        await factory.WithFactorAsync(guarded);
        var names = new HostileFields(factory);
        var ways = new Routes(factory).Of("GET").Concat(new Routes(factory).Of("POST")).Where(r => !r.Path.Contains('{', StringComparison.Ordinal) && !r.Path.StartsWith("/health", StringComparison.Ordinal)).Select(r => r.Path).Distinct()
            .Where(path => names.Of(path).Any(n => n.Contains("url", StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.Superset(new HashSet<string> { "/account/sign-in", "/account/code", "/account/second-factor", "/language", "/theme" }, ways.ToHashSet());
        var wrong = new List<string>();
        var signedIn = await factory.SignedInAsync(person);

        foreach (var where in Elsewhere)
        {
            foreach (var path in ways)
            {
                var asked = $"{path}?returnUrl={Uri.EscapeDataString(where)}";
                foreach (var browser in new[] { factory.Browser(), signedIn })
                {
                    Judge(asked, await browser.GetAsync(asked));
                    var values = new Dictionary<string, string> { ["returnUrl"] = where, ["ReturnUrl"] = where, ["lang"] = "en", ["theme"] = "dark" };
                    Judge("POST " + asked, await browser.PostAsync(path, values));
                }
            }

            Judge($"signs in and comes back to {where}", await factory.SignInAsync(factory.Browser(), person.Email, returnUrl: where));
            Judge($"gives the password and goes on to {where}", await factory.SignInAsync(factory.Browser(), guarded.Email, returnUrl: where));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        void Judge(string what, TestPage answer)
        {
            if ((int)answer.Status >= 500 || (answer.Location is { } to && (to is not ['/', ..] || to is ['/', '/' or '\\', ..] || to.Any(char.IsControl))))
            {
                wrong.Add($"{what}: {(int)answer.Status} {answer.Location}");
            }
        }
    }
}
