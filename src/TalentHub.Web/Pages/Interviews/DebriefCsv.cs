using System.Globalization;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>A debrief as a table: every rating with its evidence and anchor, conclusions, and each step of the decision with who, when and why.</summary>
internal static class DebriefCsv
{
    public static string Write(DebriefModel debrief, Text t)
    {
        using var csv = new StringWriter(CultureInfo.InvariantCulture);
        Csv.WriteLine(csv, t["Candidate"], t["Job"], t["Interview"], t["Interviewer"], t["What"], t["Rating"], t["The scale says"], t["Evidence"], t["When (UTC)"]);
        var (candidate, job) = (debrief.CandidateName, t.Of(debrief.JobTitle));
        foreach (var card in debrief.Table.Cards)
        {
            var round = debrief.Table.InterviewOf(card) is { } interview ? t.Of(interview.RoundName) : string.Empty;
            var who = debrief.Names.GetValueOrDefault(card.InterviewerId, "?");
            foreach (var attribute in card.Attributes)
            {
                var rating = card.RatingOf(attribute.Code);
                var point = (int?)rating?.Score;
                Csv.WriteLine(csv, candidate, job, round, who, t.Of(attribute.Name), point?.ToString(CultureInfo.InvariantCulture),
                    point is { } p ? t.Of(attribute.Anchors.ElementAtOrDefault(p - 1)) : null, rating?.Evidence, When(card.SubmittedAt));
            }

            Csv.WriteLine(csv, candidate, job, round, who, t["Overall"], ((int?)card.Overall)?.ToString(CultureInfo.InvariantCulture),
                card.Overall is { } overall ? t.Enum(overall) : null, card.Summary, When(card.SubmittedAt));
        }

        foreach (var step in debrief.History)
        {
            Csv.WriteLine(csv, candidate, job, t.Machine(DecisionFlow.Table.Name), step.ActorId is { } actor ? debrief.Names.GetValueOrDefault(actor, "?") : "TalentHub",
                t.Trigger(DecisionFlow.Table.Name, step.Trigger), t.State(DecisionFlow.Table.Name, step.To), null, step.Reason, When(step.At));
        }

        return csv.ToString();
    }

    private static string? When(DateTime? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
