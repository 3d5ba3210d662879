using System.Globalization;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.People;
using TalentHub.Services.Calendar;
using TalentHub.Services.Notifications;

namespace TalentHub.Services.Interviews;

/// <summary>An interview with everything that its mails and calendar files say of it, told to one of those invited.</summary>
internal sealed class Meeting(Interview interview, List<Person> invited, Person? organiser, IReadOnlyDictionary<long, string> zoneOf)
{
    private static readonly Bilingual Interviewing = new("Interview", "面试");
    private static readonly Bilingual When = new("When", "时间");
    private static readonly Bilingual With = new("With", "参加人");
    private static readonly Bilingual Where = new("Where", "地点");
    private static readonly Bilingual OurTime = new("Our time", "我方时间");
    private static readonly Bilingual TheirTime = new("For the candidate", "候选人当地时间");
    private static readonly Bilingual Kit = new("Kit and scorecard", "面试指南与评分表");

    public Interview Interview => interview;

    public required Bilingual JobTitle { get; init; }

    public required Bilingual Company { get; init; }

    public List<Person> Invited => invited;

    public Person Candidate => invited.First(IsCandidate);

    public bool IsCandidate(Person person) => person.Id == interview.PersonId;

    public string ZoneOf(long personId) => zoneOf.GetValueOrDefault(personId, "UTC");

    /// <summary>The fields that mails about interviews use, without the link.</summary>
    public Dictionary<string, string> Fields(Person to)
    {
        var language = to.Language;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["candidateName"] = IsCandidate(to) ? to.Name.CalledIn(language) : Candidate.Name.In(language),
            ["interviewerName"] = to.Name.CalledIn(language),
            ["recipientName"] = to.Name.CalledIn(language),
            ["companyName"] = Company.In(language),
            ["jobTitle"] = JobTitle.In(language),
            ["roundName"] = interview.RoundName.In(language),
            ["durationMinutes"] = interview.Minutes.ToString(CultureInfo.InvariantCulture),
            ["where"] = Place(),
            ["withWhom"] = Others(to),
        };
        if (interview.StartsAt is { } start)
        {
            fields["startsAt"] = MeetingTime.Text(start, ZoneOf(to.Id), language);
            fields["when"] = string.Join(Sign(language, "; ", "；"), Times(to, start).Select((time, i) => i == 0 ? time.Text : time.Label + Sign(language, ": ", "：") + time.Text));
        }

        return fields;
    }

    /// <summary>The reader's own calendar file: in their zone and language, naming only them and the organiser.</summary>
    public Invite? InviteFor(Person to, bool isCancelled, DateTime now, PublicAddress address)
    {
        if (interview is not { StartsAt: { } start, EndsAt: { } end })
        {
            return null;
        }

        var language = to.Language;
        var title = IsCandidate(to)
            ? Line(Interviewing, JobTitle.In(language) + Sign(language, ", ", "，") + Company.In(language))
            : Line(Interviewing, Candidate.Name.In(language) + Sign(language, ", ", "，") + interview.RoundName.In(language));
        List<string> lines =
        [
            $"{interview.RoundName.In(language)} · {JobTitle.In(language)}",
            Line(With, Others(to)),
            .. Times(to, start).Select(time => time.Label + Sign(language, ": ", "：") + time.Text),
            Line(Where, Place()),
        ];
        if (!IsCandidate(to))
        {
            lines.Add(Line(Kit, address.Of("/interviews/" + Interview.NumberOf(interview.Id))));
        }

        var from = organiser?.Email is { } email ? new InvitePerson(organiser.Name.In(language), email) : new InvitePerson(Company.In(language), to.Email!);
        return new Invite(
            interview.CalendarUid, interview.Sequence, isCancelled, now, start, end, ZoneOf(to.Id), title, string.Join('\n', lines), interview.Place, interview.Link,
            from, [new InvitePerson(to.Name.In(language), to.Email!)]);

        string Line(Bilingual label, string text) => label.In(language) + Sign(language, ": ", "：") + text;
    }

    /// <summary>The reader's own time, and the other side's where their clocks differ.</summary>
    private IEnumerable<(string Label, string Text)> Times(Person to, DateTime start)
    {
        var own = MeetingTime.Text(start, ZoneOf(to.Id), to.Language);
        var other = MeetingTime.Text(start, ZoneOf(OtherSide(to)), to.Language);
        yield return (When.In(to.Language), own);
        if (other != own)
        {
            yield return ((IsCandidate(to) ? OurTime : TheirTime).In(to.Language), other);
        }
    }

    private long OtherSide(Person to) => IsCandidate(to) ? organiser?.Id ?? interview.Panel[0].PersonId : interview.PersonId;

    private string Others(Person to)
    {
        var names = invited.Where(p => p.Id != to.Id).OrderByDescending(IsCandidate).Select(p => p.Name.In(to.Language)).ToList();
        return names.Count == 0 ? "–" : string.Join(Sign(to.Language, ", ", "、"), names);
    }

    private static string Sign(string language, string english, string chinese) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? chinese : english;

    private string Place() => string.Join(" · ", new[] { interview.Place, interview.Link }.Where(p => p is not null)) is { Length: > 0 } text ? text : "–";
}
