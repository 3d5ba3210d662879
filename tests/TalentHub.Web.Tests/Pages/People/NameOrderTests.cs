using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.People;

/// <summary>The lists of people in the order of their names, whatever the script.</summary>
public sealed class NameOrderTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private static readonly string[] Order = ["Zara Ahmed", "陈静", "Ming Li", "李明", "李明", "李娜", "Ana Lima", "欧阳娜娜", "王芳", "Ulrich Zimmer"];

    [Theory]
    [InlineData("en", "/people")]
    [InlineData("zh-CN", "/people")]
    [InlineData("en", "/admin/users")]
    [InlineData("zh-CN", "/admin/users")]
    public async Task Names_of_both_scripts_stand_in_one_order_in_either_language(string language, string path)
    {
        foreach (var name in Order.Reverse())
        {
            await factory.PersonAsync(name: name);
        }

        var rows = await WalkAsync(factory.Browser(await factory.PersonAsync(Role.Admin, language: language)), path);

        var places = Order.Distinct().Select(name => rows.FindIndex(row => row.Contains(name, StringComparison.Ordinal))).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Following_the_cursor_shows_each_colleague_once_where_many_share_a_name()
    {
        var made = new List<string>();
        for (var i = 0; i < 120; i++)
        {
            made.Add((await factory.PersonAsync(name: (i % 4) switch { 0 => "李明", 1 => "Ming Li", 2 => "黎明", _ => "?" })).Email);
        }

        var rows = await WalkAsync(factory.Browser(await factory.PersonAsync()), "/people");

        Assert.All(made, email => Assert.Single(rows, row => row.EndsWith(' ' + email, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("han meimei")]
    [InlineData("meimei han")]
    [InlineData("HanMei")]
    [InlineData("韩梅")]
    public async Task A_colleague_is_found_by_the_reading_of_their_name(string typed)
    {
        await factory.PersonAsync(name: "韩梅梅");
        await factory.PersonAsync(name: "Hanna Meier");
        var admin = factory.Browser(await factory.PersonAsync(Role.Admin));

        foreach (var path in new[] { "/people", "/admin/users", "/search" })
        {
            var page = await admin.GetAsync($"{path}?q={Uri.EscapeDataString(typed)}");

            Assert.Contains("韩梅梅", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Hanna Meier", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_new_name_is_sorted_and_found_anew_and_an_erased_one_is_neither()
    {
        var person = new Person(PersonName.Parse("王伟"), null, null, "zh-CN", A.Noon);

        person.Rename(PersonName.Parse("李明"));
        Assert.Equal("li ming 李明", person.SortName);
        Assert.Equal(["liming", "mingli", "明", "李明"], person.Terms.Select(t => t.Term).Order(StringComparer.Ordinal));

        person.Erase(A.Noon);
        Assert.Empty(person.SortName);
        Assert.Empty(person.Terms);
    }

    /// <summary>The rows of all pages of a list, one after another.</summary>
    private static async Task<List<string>> WalkAsync(TestBrowser browser, string path)
    {
        var rows = new List<string>();
        for (var next = path; next is not null;)
        {
            var page = await browser.GetAsync(next);
            rows.AddRange(page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
            next = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href") is { } href ? path + href[href.IndexOf('?', StringComparison.Ordinal)..] : null;
        }

        return rows;
    }
}
