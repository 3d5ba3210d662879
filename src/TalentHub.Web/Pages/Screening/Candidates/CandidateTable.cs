namespace TalentHub.Web.Pages.Screening.Candidates;

/// <summary>Rows drawn as a table, for the list and for a job's table tab.</summary>
/// <param name="WithJob">Shows the column of jobs.</param>
/// <param name="Keep">What else stands in the address and must stay when the order changes: <c>tab=table</c>.</param>
public sealed record CandidateTable(IReadOnlyList<CandidateRow> Rows, CandidateFilter Filter, DateTime Now, bool WithJob, string Keep)
{
    public string SortHref(CandidateSort sort)
    {
        var query = Filter.With(sort: sort);
        return Keep.Length == 0 ? (query.Length == 0 ? "?" : query) : query.Length == 0 ? "?" + Keep : $"{query}&{Keep}";
    }
}
