using System.Text;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Tests.Common;

public sealed class UnicodeTextTests
{
    [Fact]
    public void Any_text_has_a_normal_form()
    {
        Assert.Equal("Ada 😀", "Ａｄａ 😀".Normal(NormalizationForm.FormKC));
        Assert.Equal("x\uFFFDy\uFFFD", "x\uFFFEy\uFFFF".Normal(NormalizationForm.FormKC));
    }

    [Fact]
    public void Half_a_pair_is_replaced_and_a_whole_one_stays()
    {
        // Built here: what a test is given as data passes through UTF-8, where no half pair survives.
        Assert.Equal("a\uFFFDb", string.Concat("a", (char)0xD800, "b").Sound());
        Assert.Equal("\uFFFD", ((char)0xDC00).ToString().Sound());
        Assert.Equal("😀", "😀".Sound());
    }
}
