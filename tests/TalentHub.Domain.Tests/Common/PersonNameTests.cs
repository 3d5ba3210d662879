using TalentHub.Domain.Common;
using TalentHub.Domain.People;

namespace TalentHub.Domain.Tests.Common;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("李明 Li Ming")]
    [InlineData("Li Ming 李明")]
    [InlineData("李明（Li Ming）")]
    [InlineData("李明 (Li Ming)")]
    [InlineData("Li Ming (李明)")]
    [InlineData("李 明 Li Ming")]
    public void One_line_holds_a_chinese_name_and_its_spelling(string line)
    {
        var name = PersonName.Parse(line);

        Assert.Equal(("李", "明", "Li Ming"), (name.Family, name.Given, name.Latin));
    }

    [Theory]
    [InlineData("Ada King Lovelace", "Ada King Lovelace")]
    [InlineData("David 李", "David 李")]
    [InlineData("李明", "李明")]
    [InlineData("欧阳 娜娜", "欧阳娜娜")]
    [InlineData("李明 2", "李明 2")]
    public void Any_other_line_has_no_spelling(string line, string shown)
    {
        var name = PersonName.Parse(line);

        Assert.Equal((shown, null), (name.Display, name.Latin));
    }

    [Fact]
    public void A_spelling_stands_before_the_name_in_english_and_alone_in_a_greeting()
    {
        var name = PersonName.Parse("李明", "Ming LI");

        Assert.Equal(("Ming LI 李明", "李明"), (name.In("en"), name.In("zh-CN")));
        Assert.Equal(("Ming LI", "李明"), (name.CalledIn("en"), name.CalledIn("zh-CN")));
        Assert.Equal("Ada Lovelace", PersonName.Parse("Ada Lovelace", "Ada L").In("en"));
    }

    [Theory]
    [InlineData("ming li")]
    [InlineData("LI MING")]
    [InlineData("李明")]
    [InlineData("Li Ming 李明")]
    [InlineData("李明 Li Ming")]
    public void A_signature_counts_in_either_spelling(string typed) => Assert.True(PersonName.Parse("李明 Li Ming").IsWrittenAs(typed));

    [Theory]
    [InlineData("李明")]
    [InlineData("Ли Мин")]
    [InlineData("Li Ming 2")]
    public void Anything_but_latin_letters_is_refused_at_its_field(string latin)
    {
        var refusal = Assert.Throws<DomainException>(() => PersonName.Parse("李明", latin));

        Assert.Equal("LatinName", refusal.Field);
    }

    [Theory]
    [InlineData("李明", "Li Ming", "li ming 李明")]
    [InlineData("李明", "Ming LI", "li ming 李明")]
    [InlineData("李明", "Ming Lee", "lee ming 李明")]
    [InlineData("陈大文", "Chan Tai Man", "chan tai man 陈大文")]
    [InlineData("陈大文", "Tai Man Chan", "chan tai man 陈大文")]
    [InlineData("陈大文", "Chan, Tai Man", "chan tai man 陈大文")]
    [InlineData("黄伟", "David", "huang wei 黄伟")]
    public void A_spelling_gives_the_place_in_the_order_family_name_first(string name, string latin, string key) => Assert.Equal(key, NameReading.SortKey(PersonName.Parse(name, latin)));

    [Fact]
    public void A_spelling_is_found_by_its_words_and_costs_no_term_that_the_reading_has_already()
    {
        Assert.Equal(["liming", "mingli", "明", "李明"], Terms("李明", "Li Ming"));
        Assert.Equal(["chan", "chendawen", "dawenchen", "man", "tai", "wen", "大文", "文", "陈大"], Terms("陈大文", "Chan Tai Man"));
    }

    private static IEnumerable<string> Terms(string name, string latin) => PersonTerm.Of(PersonName.Parse(name, latin)).Order(StringComparer.Ordinal);
}
