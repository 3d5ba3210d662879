using System.Globalization;
using TalentHub.Domain.Common;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Tests.Content;

/// <summary>What people typed once and others read in another language.</summary>
public sealed class ReadersWordsTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;
    private readonly Text text = new(new Reader());

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    [Fact]
    public void A_known_title_is_in_the_readers_language_and_another_one_stays_as_it_is()
    {
        Read("zh-CN");
        Assert.Equal("高级软件工程师", text.Title("Senior software engineer"));
        Read("en");
        Assert.Equal("Senior software engineer", text.Title("高级软件工程师"));
        Assert.Equal("Chief gardener", text.Title("Chief gardener"));
    }

    [Fact]
    public void A_zone_is_named_by_its_city_and_what_it_is_ahead()
    {
        Read("en");
        Assert.Equal("Shanghai (UTC+8)", text.Zone("Asia/Shanghai"));
        Assert.Equal("Kolkata (UTC+5:30)", text.Zone("Asia/Kolkata"));
        Read("zh-CN");
        Assert.Equal("纽约（UTC−5）", text.Zone("America/New_York"));
    }

    [Fact]
    public void A_chinese_sentence_has_a_space_beside_a_latin_name_and_none_beside_a_chinese_one()
    {
        Read("zh-CN");
        var sentence = "Decide on {candidate}";
        Assert.Contains(" Ada Lovelace", text.Of(new Sentence(sentence, ("candidate", "Ada Lovelace"))), StringComparison.Ordinal);
        Assert.DoesNotContain(" ", text.Of(new Sentence(sentence, ("candidate", "黄东"))), StringComparison.Ordinal);
        Assert.Contains("REQ-7 高级", text.Of(new Sentence("{number}, {title}, has been open for long: what keeps it?", ("number", "REQ-7"), ("title", "高级工程师"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Money_of_china_has_its_sign_in_chinese_and_its_code_in_english()
    {
        Read("zh-CN");
        Assert.Equal("¥420,000", text.Money(new Money(420_000_00, "CNY")));
        Read("en");
        Assert.Equal("CNY 420,000", text.Money(new Money(420_000_00, "CNY")));
    }

    private static void Read(string language) => CultureInfo.CurrentUICulture = new CultureInfo(language);
}
