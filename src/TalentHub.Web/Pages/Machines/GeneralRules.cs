using System.Collections.Frozen;

namespace TalentHub.Web.Pages.Machines;

/// <summary>Rules as a machine's page says them: about every record, so without the names and numbers of one.</summary>
public static class GeneralRules
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["{who} has another interview at that time."] = "An interviewer has another interview at that time.",
        ["{who} would hold more than {limit} interviews in that week."] = "An interviewer would hold more interviews in that week than agreed.",
        ["It is before 8:00 or after 20:00 for {who}."] = "It is before 8:00 or after 20:00 for one of them.",
        ["The plan does not name {who} for this round."] = "The plan does not name one of the interviewers for this round.",
        ["{count} scorecards are missing."] = "Scorecards are missing.",
        ["Still to rate: {attributes}."] = "Something is still to rate.",
        ["A 1 or a 4 needs what you saw or heard: {attributes}."] = "A 1 or a 4 needs what you saw or heard.",
        ["Scorecards are missing from {who}."] = "Scorecards are missing from some interviewers.",
        ["Required rounds are not complete: {rounds}."] = "Required rounds are not complete.",
        ["Most scorecards say no: {no} of {all}."] = "Most scorecards say no.",
        ["Most scorecards say yes: {yes} of {all}."] = "Most scorecards say yes.",
        ["{left} of {total} must-haves are not marked yet."] = "Some must-haves are not marked yet.",
        ["{count} must-haves are marked not met."] = "Some must-haves are marked not met.",
        ["{count} required interviews still lack feedback."] = "Required interviews still lack feedback.",
        ["{count} other applications of this person are still running."] = "Other applications of this person are still running.",
        ["It ended more than {days} days ago and the job is not open any more."] = "It ended long ago and the job is not open any more.",
        ["There is no headcount plan for this department in {year}."] = "There is no headcount plan for this department in the year of the start.",
        ["This goes over the department's plan: seats left {left}, asked for {asked}."] = "More seats are asked for than the department's plan has left.",
        ["Candidates still undecided: {count}."] = "Candidates are still undecided.",
        ["It ended more than {days} days ago. File a new request."] = "It ended too long ago. File a new request.",
        ["It ended more than {days} days ago, so it can no longer be undone."] = "It ended too long ago to be undone.",
        ["Tasks that block day one are open: {count}."] = "Tasks that block day one are open.",
        ["The start date is {day}."] = "The start date has not come yet.",
        ["Probation lasts until {day}."] = "Probation is not over yet.",
        ["The offer expired on {day}."] = "The offer has expired.",
        ["The offer can be answered until {day}."] = "The offer can still be answered.",
        ["This level has no band in {currency}: nobody can see whether the pay lies within it."] = "This level has no band in the currency: nobody can see whether the pay lies within it.",
        ["The base pay is below the band, which begins at {minimum}."] = "The base pay is below the band.",
        ["The base pay is above the band, which ends at {maximum}."] = "The base pay is above the band.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string template) => Known.GetValueOrDefault(template, template);
}
