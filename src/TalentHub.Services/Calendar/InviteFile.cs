using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace TalentHub.Services.Calendar;

/// <summary>
/// The calendar file (.ics, RFC 5545 and 5546) of an invitation: calendars add it, move it when a file with the same identity and a higher sequence comes,
/// and drop it on a cancellation. Each reader gets a file of their own, in their zone and language.
/// </summary>
public static class InviteFile
{
    public const string FileName = "invite.ics";

    private const string ProductId = "-//TalentHub//Interviews//EN";

    /// <summary>Of the mail part that carries the file; the method stands there as well (RFC 6047).</summary>
    public static string ContentType(Invite invite) => $"text/calendar; charset=utf-8; method={Method(invite)}";

    public static string Write(Invite invite)
    {
        var calendar = new Ical.Net.Calendar { Method = Method(invite), ProductId = ProductId };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(invite.Zone, invite.StartsAt.AddYears(-1), includeHistoricalData: false));
        var meeting = new CalendarEvent
        {
            Uid = invite.Uid,
            Sequence = invite.Sequence,
            DtStamp = new CalDateTime(invite.StampedAt, CalDateTime.UtcTzId),
            Start = In(invite.Zone, invite.StartsAt),
            End = In(invite.Zone, invite.EndsAt),
            Summary = Line(invite.Title),
            Description = invite.Text,
            Location = invite.Place is null ? invite.Link : Line(invite.Place),
            Status = invite.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Transparency = TransparencyType.Opaque,
            Organizer = new Organizer { Value = Mailto(invite.Organiser.Email), CommonName = Line(invite.Organiser.Name) },
        };
        if (invite.Link is not null)
        {
            meeting.Url = new Uri(invite.Link);
        }

        foreach (var person in invite.People)
        {
            meeting.Attendees.Add(new Attendee
            {
                Value = Mailto(person.Email),
                CommonName = Line(person.Name),
                Role = ParticipationRole.RequiredParticipant,
                ParticipationStatus = EventParticipationStatus.NeedsAction,
                Rsvp = !invite.IsCancelled,
            });
        }

        calendar.Events.Add(meeting);
        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The calendar file came out empty.");
    }

    private static string Method(Invite invite) => invite.IsCancelled ? "CANCEL" : "REQUEST";

    /// <summary>The wall clock of a zone at an instant.</summary>
    private static CalDateTime In(string zone, DateTime utc) =>
        new(DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone)), DateTimeKind.Unspecified), zone);

    private static Uri Mailto(string email) => new("mailto:" + email);

    /// <summary>Names and titles stand on one line: a line break in them would begin a property of its own.</summary>
    private static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}

/// <summary>One reader's view of an invitation.</summary>
/// <param name="Uid">The same for the whole life of the meeting.</param>
/// <param name="Sequence">Grows with every change.</param>
/// <param name="StampedAt">When this file was made, UTC.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="Zone">The reader's IANA zone.</param>
/// <param name="Text">Several lines: with whom, where, the time in both zones.</param>
public sealed record Invite(
    string Uid,
    int Sequence,
    bool IsCancelled,
    DateTime StampedAt,
    DateTime StartsAt,
    DateTime EndsAt,
    string Zone,
    string Title,
    string Text,
    string? Place,
    string? Link,
    InvitePerson Organiser,
    IReadOnlyList<InvitePerson> People);

public sealed record InvitePerson(string Name, string Email);
