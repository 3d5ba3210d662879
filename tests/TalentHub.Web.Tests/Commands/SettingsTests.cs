using Microsoft.Extensions.Configuration;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Tests.Commands;

/// <summary>Settings that nobody means stop the start with a sentence that names them.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("TALENTHUB_DATTA", "/srv", "TALENTHUB_DATTA is not a setting. Known: TALENTHUB_DATA")]
    [InlineData("TalentHub:Datta", "/srv", "TalentHub:Datta is not a setting.")]
    [InlineData("TALENTHUB_PUBLIC_URL", "talent.example.com", "must be an address such as https://talent.example.com")]
    [InlineData("TALENTHUB_PUBLIC_URL", "https://example.com/talent", "without a path")]
    [InlineData("TALENTHUB_PUBLIC_URL", "http://talent.example.com", "plain http on a network")]
    [InlineData("TALENTHUB_DEMO", "yes", "TALENTHUB_DEMO is 1 or not set.")]
    [InlineData("TALENTHUB_SMTP", "mail.example.com", "TALENTHUB_SMTP is host:port")]
    [InlineData("TALENTHUB_SMTP", "mail.example.com:99999", "TALENTHUB_SMTP is host:port")]
    [InlineData("TALENTHUB_RATE_FACTOR", "0", "TALENTHUB_RATE_FACTOR is a number above 0.")]
    [InlineData("TALENTHUB_CLOCK_SHIFT", "tomorrow", "TALENTHUB_CLOCK_SHIFT is a time span")]
    public void A_setting_that_is_unknown_or_makes_no_sense_stops_the_start(string name, string value, string sentence)
    {
        var mistake = Assert.Throws<SettingsMistake>(() => Read((name, value)));

        Assert.Contains(sentence, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_at_a_public_address_contradicts_itself()
    {
        var mistake = Assert.Throws<SettingsMistake>(() => Read(("TALENTHUB_DEMO", "1"), ("TALENTHUB_PUBLIC_URL", "https://talent.example.com")));

        Assert.Contains("refuses a public address", mistake.Message, StringComparison.Ordinal);
        Assert.True(Read(("TALENTHUB_DEMO", "1"), ("TALENTHUB_PUBLIC_URL", "http://127.0.0.1:5080")).Demo);
    }

    [Fact]
    public void Without_settings_the_data_is_in_the_folder_of_this_user_and_nothing_leaves_the_machine()
    {
        var settings = Read();

        Assert.Equal(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "TalentHub"), settings.DataFolder);
        Assert.True(settings.Database.IsSqlite);
        Assert.Null(settings.SmtpHost);
        Assert.Null(settings.PublicUrl);
        Assert.False(settings.Demo);
        Assert.Equal((1, TimeSpan.Zero), (settings.RateFactor, settings.ClockShift));
    }

    [Fact]
    public void Each_setting_comes_from_the_environment_or_from_the_section()
    {
        foreach (var settings in new[]
        {
            Read(("TALENTHUB_SMTP", "mail.example.com:587"), ("TALENTHUB_PUBLIC_URL", "https://talent.example.com/"), ("TALENTHUB_RATE_FACTOR", "2.5"), ("TALENTHUB_CLOCK_SHIFT", "3.00:00:00")),
            Read(("TalentHub:Smtp", "mail.example.com:587"), ("TalentHub:PublicUrl", "https://talent.example.com/"), ("TalentHub:RateFactor", "2.5"), ("TalentHub:ClockShift", "3.00:00:00")),
        })
        {
            Assert.Equal(("mail.example.com", 587), (settings.SmtpHost, settings.SmtpPort));
            Assert.Equal("https://talent.example.com", settings.PublicUrl);
            Assert.Equal((2.5, TimeSpan.FromDays(3)), (settings.RateFactor, settings.ClockShift));
        }
    }

    private static Settings Read(params (string Name, string Value)[] settings) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());
}
