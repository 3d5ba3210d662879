namespace TalentHub.Web.Pages.Recruiting.Postings;

/// <summary>The fields of a posting that a reviewer can comment on, with their labels (keys of translations).</summary>
public static class ReviewFields
{
    public static readonly IReadOnlyList<(string Field, string Label)> All =
    [
        ("Title", "Title"),
        ("About", "What the job is"),
        ("Doing", "What you will do"),
        ("Bringing", "What you bring"),
        ("Offering", "What we offer"),
        ("Pay", "Base pay"),
        ("Questions", "Questions on the form"),
        ("Dates", "Dates"),
    ];

    public static string LabelOf(string field) => All.Where(f => f.Field == field).Select(f => f.Label).FirstOrDefault() ?? field;
}
