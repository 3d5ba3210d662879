using System.Text;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Tests.Common;

public sealed class UnicodeTextTests
{
    [Theory]
    [InlineData("Ａｄａ", "Ada")]
    [InlineData("a\uD800b", "a\uFFFDb")]
    [InlineData("\uDC00", "\uFFFD")]
    [InlineData("x\uFFFEy\uFFFF", "x\uFFFDy\uFFFD")]
    [InlineData("😀", "😀")]
    public void Any_text_has_a_normal_form(string written, string normal) => Assert.Equal(normal, written.Normal(NormalizationForm.FormKC));
}
