using TalentHub.Domain.Common;

namespace TalentHub.Domain.Tests.Common;

public sealed class RightToLeftTests
{
    [Theory]
    [InlineData("נועה בן־דוד")]
    [InlineData("ليلى الحسيني")]
    public void A_text_from_right_to_left_is_set_apart_from_its_line(string name) => Assert.Equal($"\u2068{name}\u2069", RightToLeft.Apart(name));

    [Theory]
    [InlineData("Ada Brandt")]
    [InlineData("林知夏")]
    [InlineData("")]
    public void Any_other_text_stays_as_it_is(string name) => Assert.Same(name, RightToLeft.Apart(name));
}
