using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Organisation.Reasons;

/// <summary>The messages of a rejection by what they say, since they share one subject.</summary>
public static class MessageNames
{
    public static string Of(Text t, string? code) => code switch
    {
        null => string.Empty,
        "application-rejected-skills" => t["Skills and experience"],
        "application-rejected-requirements" => t["Conditions of the job: place, start, pay, right to work"],
        "application-rejected-other-chosen" => t["Somebody else was a closer match"],
        "application-rejected-after-interview" => t["After interviews"],
        "application-rejected-role-closed" => t["The job was closed"],
        "application-rejected-no-answer" => t["We could not reach them"],
        "application-rejected-general" => t["General, without a reason"],
        _ => code,
    };
}
