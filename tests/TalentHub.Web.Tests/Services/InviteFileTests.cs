using Ical.Net;
using TalentHub.Services.Calendar;

namespace TalentHub.Web.Tests.Invites;

public sealed class InviteFileTests
{
    private static readonly DateTime Start = new(2026, 3, 10, 13, 30, 0, DateTimeKind.Utc);

    private static readonly Invite Shanghai = new(
        "interview-7@talenthub", 0, false, Start.AddDays(-5), Start, Start.AddHours(1), "Asia/Shanghai", "面试：编程 · 林小雨", "第一行\n第二行", null,
        "https://meet.example.com/a?b=c", new InvitePerson("李伟", "li.wei@example.com"),
        [new InvitePerson("林小雨", "lin@example.com"), new InvitePerson("Ada O'Neil, PhD; \"the\" first", "ada@example.com")]);

    [Fact]
    public void An_invitation_asks_in_the_readers_zone_and_carries_that_zone()
    {
        var text = Unfolded(InviteFile.Write(Shanghai));

        Assert.Contains("METHOD:REQUEST", text, StringComparison.Ordinal);
        Assert.Contains("UID:interview-7@talenthub", text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Asia/Shanghai:20260310T213000", text, StringComparison.Ordinal);
        Assert.Contains("DTEND;TZID=Asia/Shanghai:20260310T223000", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai", text, StringComparison.Ordinal);
        Assert.Contains("TZOFFSETTO:+0800", text, StringComparison.Ordinal);
        Assert.Contains("PARTSTAT=NEEDS-ACTION", text, StringComparison.Ordinal);
        Assert.Contains("RSVP=TRUE", text, StringComparison.Ordinal);
        Assert.Equal("text/calendar; charset=utf-8; method=REQUEST", InviteFile.ContentType(Shanghai));
    }

    [Fact]
    public void The_same_meeting_is_the_same_instant_on_both_sides_of_a_clock_change()
    {
        var newYork = Unfolded(InviteFile.Write(Shanghai with { Zone = "America/New_York" }));

        // Two days after the clocks went forward there: UTC-4.
        Assert.Contains("DTSTART;TZID=America/New_York:20260310T093000", newYork, StringComparison.Ordinal);
        Assert.Contains("BEGIN:DAYLIGHT", newYork, StringComparison.Ordinal);
        Assert.Contains("BEGIN:STANDARD", newYork, StringComparison.Ordinal);
        Assert.Equal(Start, Calendar.Load(newYork)!.Events.Single().Start!.AsUtc);
    }

    [Fact]
    public void A_cancellation_carries_the_same_identity_and_a_higher_sequence()
    {
        var cancelled = Shanghai with { IsCancelled = true, Sequence = 2 };

        var text = Unfolded(InviteFile.Write(cancelled));

        Assert.Contains("METHOD:CANCEL", text, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2", text, StringComparison.Ordinal);
        Assert.Contains("UID:interview-7@talenthub", text, StringComparison.Ordinal);
        Assert.EndsWith("method=CANCEL", InviteFile.ContentType(cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_write_stays_text_and_begins_no_property()
    {
        var hostile = Shanghai with { Title = "Interview\r\nATTACH:file:///etc/passwd", Text = "One\r\nBEGIN:VALARM\r\nend", Place = "Room 1; floor, 2\nX-EVIL:1" };

        var text = InviteFile.Write(hostile);
        var read = Calendar.Load(text)!.Events.Single();

        Assert.DoesNotContain("\r\nATTACH", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nBEGIN:VALARM", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nX-EVIL", text, StringComparison.Ordinal);
        Assert.Equal("Room 1; floor, 2 X-EVIL:1", read.Location);
        Assert.Equal(2, read.Attendees.Count);
    }

    [Fact]
    public void It_reads_back_as_it_was_written()
    {
        var read = Calendar.Load(InviteFile.Write(Shanghai))!.Events.Single();

        Assert.Equal("面试：编程 · 林小雨", read.Summary);
        Assert.Equal("第一行\n第二行", read.Description);
        Assert.Equal("林小雨", read.Attendees[0].CommonName);
        Assert.Equal(new Uri("mailto:lin@example.com"), read.Attendees[0].Value);
        Assert.Equal(new Uri("https://meet.example.com/a?b=c"), read.Url);
        Assert.All(InviteFile.Write(Shanghai).Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    private static string Unfolded(string ics) => ics.Replace("\r\n ", string.Empty, StringComparison.Ordinal);
}
