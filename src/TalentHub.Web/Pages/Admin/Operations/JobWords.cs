using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Operations;

/// <summary>What each job does, in the reader's words. A test fails for a job without any.</summary>
public static class JobWords
{
    public static string? Of(Text text, string job) => job switch
    {
        "apply-organisation" => text["Puts changes of the organisation into effect on their day"],
        "audit-head" => text["Writes the end of the audit log into the log of the process"],
        "audit-seal" => text["Links new entries into the chain of the audit log"],
        "drop-unsent-files" => text["Removes files that were uploaded and never sent"],
        "dwell" => text["Measures how long things stand in each state"],
        "end-interviews" => text["Ends interviews whose time is over"],
        "finish-erasures" => text["Removes what is left of erased people"],
        "keys" => text["Makes the next key for cookies and links"],
        "offer-expiry" => text["Lets offers expire, and reminds before"],
        "onboarding-reminders" => text["Reminds of onboarding tasks"],
        "outbox" => text["Sends mails"],
        "password-resets" => text["Answers those who forgot their password"],
        "posting-dates" => text["Opens and closes postings on their day"],
        "read-waiting-files" => text["Has files read that were left unread"],
        "remind-of-interviews" => text["Reminds of interviews"],
        "remind-of-scorecards" => text["Reminds of scorecards"],
        "retention" => text["Erases whose retention period is over"],
        "sweep-files" => text["Removes files that no record knows"],
        "tidy-accounts" => text["Tidies sessions, links and receipts that are over"],
        _ => null,
    };
}
