using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain.Demand;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>The filters of the list, as they stand in the address. What is not known counts as not given.</summary>
public sealed record Filter
{
    public const string Running = "running";
    public const string All = "all";

    /// <summary>The states in the order of the list of choices.</summary>
    public static readonly IReadOnlyList<string> States = [Running, All, .. Enum.GetNames<RequisitionState>()];

    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "state")]
    public string? State { get; init; } = Running;

    [FromQuery(Name = "department")]
    public long? Department { get; init; }

    [FromQuery(Name = "place")]
    public long? Place { get; init; }

    [FromQuery(Name = "family")]
    public string? Family { get; init; }

    [FromQuery(Name = "mine")]
    public bool Mine { get; init; }

    [FromQuery(Name = "after")]
    public long? After { get; init; }

    [FromQuery(Name = "before")]
    public long? Before { get; init; }

    public Filter Cleaned() => this with
    {
        Q = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim()[..Math.Min(100, Q.Trim().Length)],
        State = States.FirstOrDefault(s => s.Equals(State, StringComparison.OrdinalIgnoreCase)) ?? Running,
        Family = string.IsNullOrWhiteSpace(Family) ? null : Family,
    };

    /// <summary>The same list at another place.</summary>
    public string Href(long? after = null, long? before = null, bool mine = false)
    {
        var query = new QueryBuilder();
        Add("q", Q);
        Add("state", State == Running ? null : State);
        Add("department", Department?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("place", Place?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("family", Family);
        Add("mine", Mine || mine ? "true" : null);
        Add("after", after?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("before", before?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return "/demand/requisitions" + query.ToQueryString();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }
    }
}
