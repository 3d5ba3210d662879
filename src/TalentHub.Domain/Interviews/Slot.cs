using TalentHub.Domain.Common;

namespace TalentHub.Domain.Interviews;

/// <summary>A time, a place and the people: what booking and moving set.</summary>
public sealed record Slot
{
    /// <param name="startsAt">UTC.</param>
    /// <param name="candidateZone">IANA name.</param>
    public Slot(DateTime startsAt, int minutes, string? candidateZone, IEnumerable<long> interviewerIds, string? place, string? link)
    {
        Require.That(
            minutes is >= InterviewRound.ShortestMinutes and <= InterviewRound.LongestMinutes,
            new Sentence("A round lasts {shortest} to {longest} minutes.", ("shortest", InterviewRound.ShortestMinutes), ("longest", InterviewRound.LongestMinutes)),
            "Minutes");
        CandidateZone = Require.Text(candidateZone, "Choose the candidate's time zone.", 60, "CandidateZone");
        Require.That(TimeZoneInfo.TryFindSystemTimeZoneById(CandidateZone, out _), "This time zone is not known.", "CandidateZone");
        InterviewerIds = [.. interviewerIds.Distinct()];
        Require.That(InterviewerIds.Count > 0, "Choose at least one interviewer.", "InterviewerIds");
        Require.That(
            InterviewerIds.Count <= Interview.MaximumPanel, new Sentence("A panel has at most {maximum} people.", ("maximum", Interview.MaximumPanel)), "InterviewerIds");
        Place = Require.AtMost(place, Interview.PlaceLength, "Place");
        Link = Require.AtMost(link, Interview.LinkLength, "Link");
        Require.That(
            Link is null || (Uri.TryCreate(Link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps), "A link starts with https://.", "Link");
        Require.That(Place is not null || Link is not null, "Say where: a room, or a link to a call.", "Link");
        StartsAt = DateTime.SpecifyKind(startsAt, DateTimeKind.Utc);
        EndsAt = StartsAt.AddMinutes(minutes);
    }

    public DateTime StartsAt { get; }

    public DateTime EndsAt { get; }

    public string CandidateZone { get; }

    public IReadOnlyList<long> InterviewerIds { get; }

    public string? Place { get; }

    public string? Link { get; }

    internal void Check(DateTime now) => Require.That(StartsAt > now, "This time has passed. Choose a later one.", "Day");
}
