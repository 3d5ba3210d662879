using TalentHub.Data.Content;

namespace TalentHub.Web.Tests.Content;

public sealed class CommonPasswordTests
{
    [Fact]
    public void About_a_thousand_long_passwords_are_listed_in_lower_case()
    {
        var passwords = ShippedContent.CommonPasswords;

        Assert.InRange(passwords.Count, 950, 1600);
        Assert.All(passwords, password => Assert.True(password.Length >= 12 && !password.Any(char.IsUpper), password));
    }

    [Theory]
    [InlineData("password1234")]
    [InlineData("Password1234")]
    [InlineData("Password1234!!")]
    [InlineData("qwertyuiop12")]
    [InlineData("woaini1314520")]
    [InlineData("iloveyou1234")]
    [InlineData("xyzxyzxyzxyz")]
    [InlineData("zzzzzzzzzzzzzz")]
    [InlineData("lkjihgfedcba")]
    [InlineData("nopqrstuvwxyz")]
    [InlineData("TalentHub2026!")]
    public void A_password_that_many_would_choose_is_common(string password) => Assert.True(ShippedContent.IsCommonPassword(password));

    [Theory]
    [InlineData("purple-otter-7-windows")]
    [InlineData("蓝色的鲸鱼在天台上唱歌吗")]
    [InlineData("tR4vel&lamp&quiet")]
    [InlineData("")]
    public void A_password_of_ones_own_is_not(string password) => Assert.False(ShippedContent.IsCommonPassword(password));
}
