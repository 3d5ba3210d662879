using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;
using TalentHub.Web.Pages.Screening.Candidates;

namespace TalentHub.Web.Pages.Search;

/// <summary>One box for numbers (REQ-12, APP-7), jobs by title, candidates and colleagues by name. What the viewer may not see is not found.</summary>
[EnableRateLimiting(OpenForms.SearchPolicy)]
public sealed class IndexModel(TalentHubDb db, CurrentActor actor, Text text) : PageModel
{
    private const int Most = 8;

    /// <summary>How numbers that people speak of lead to their pages.</summary>
    private static readonly (string Prefix, Func<long, string> Link, Capability Needs)[] Numbers =
    [
        ("REQ-", Links.Requisition, Capability.SeeRequisitions),
        ("APP-", Links.Application, Capability.SeeCandidates),
        ("PST-", Links.Posting, Capability.SeePostings),
        ("INT-", Links.Interview, Capability.SeeInterviews),
        ("OFR-", Links.Offer, Capability.SeeOffers),
        ("ONB-", Links.Onboarding, Capability.SeeOnboarding),
    ];

    [FromQuery]
    public string? Q { get; set; }

    public IReadOnlyList<Hit> Hits { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Q?.Trim() is not { Length: > 0 and <= 100 } typed)
        {
            return;
        }

        var hits = new List<Hit>(Numbered(typed));
        if (actor.Value.May(Capability.SeeRequisitions))
        {
            hits.AddRange(await JobsAsync(typed, ct));
        }

        if (actor.Value.May(Capability.SeeCandidates))
        {
            hits.AddRange((await db.CandidatesAsync(new CandidateFilter { Q = typed }, ct, Most)).Rows
                .Select(r => new Hit("candidates", text.Name(r.Name), $"{text.Of(r.Job)} · {text.State("application", r.State)}", Links.Application(r.Id))));
        }

        hits.AddRange(await ColleaguesAsync(typed, ct));
        Hits = hits;
    }

    private IEnumerable<Hit> Numbered(string typed) => Numbers
        .Where(n => typed.StartsWith(n.Prefix, StringComparison.OrdinalIgnoreCase) && actor.Value.May(n.Needs)
            && long.TryParse(typed[n.Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(n => new Hit("arrow-right", typed.ToUpperInvariant(), text["Open this number"], n.Link(long.Parse(typed[n.Prefix.Length..], CultureInfo.InvariantCulture))));

    private async Task<IEnumerable<Hit>> JobsAsync(string typed, CancellationToken ct)
    {
        var pattern = "%" + typed.Replace("[", "[[]", StringComparison.Ordinal).Replace("%", "[%]", StringComparison.Ordinal).Replace("_", "[_]", StringComparison.Ordinal) + "%";
        if (db.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true)
        {
            pattern = "%" + typed.Replace("%", string.Empty, StringComparison.Ordinal).Replace("_", string.Empty, StringComparison.Ordinal) + "%";
        }

        var jobs = await db.Requisitions.AsNoTracking().Where(r => EF.Functions.Like(r.Title.En, pattern) || EF.Functions.Like(r.Title.Zh, pattern))
            .OrderByDescending(r => r.Id).Take(Most).Select(r => new { r.Id, r.Title, r.State }).ToListAsync(ct);
        var toJob = actor.Value.May(Capability.SeeCandidates);
        return jobs.Select(j => new Hit("jobs", text.Of(j.Title), $"{Requisition.NumberOf(j.Id)} · {text.State("requisition", j.State)}", toJob && j.State == RequisitionState.Open ? Links.Job(j.Id) : Links.Requisition(j.Id)));
    }

    private async Task<IEnumerable<Hit>> ColleaguesAsync(string typed, CancellationToken ct)
    {
        var found = await db.FindPeopleAsync(typed, ct);
        var people = await (from e in db.Employments.AsNoTracking()
                            where EmploymentFlow.Employed.Contains(e.State) && found.Contains(e.PersonId)
                            join p in db.People on e.PersonId equals p.Id
                            orderby p.SortName, p.Id
                            select new { p.Name, e.Title }).Take(Most).ToListAsync(ct);
        return people.Select(p => new Hit("people", text.Name(p.Name), text.Title(p.Title)!, "/people?q=" + Uri.EscapeDataString(p.Name.Display)));
    }

    public sealed record Hit(string Icon, string Title, string Says, string Href);
}
