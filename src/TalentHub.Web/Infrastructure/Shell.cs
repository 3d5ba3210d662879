using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services;

namespace TalentHub.Web.Infrastructure;

/// <summary>One section of the product in the shell.</summary>
/// <param name="Count">How much waits there; null for none.</param>
public sealed record NavItem(string Label, string Href, string Icon, int? Count, bool IsCurrent);

/// <summary>A thing that the viewer may begin from anywhere.</summary>
public sealed record NewLink(string Label, string Href, string Icon);

/// <summary>What the frame around every signed-in page shows: only the sections that this person may enter, in the order of the line.</summary>
public sealed class Shell(IHttpContextAccessor accessor, CurrentActor actor, Reader reader, Text text, CompanyCache company, BriefCache brief, TalentHubDb db, TimeProvider clock)
{
    /// <summary>Sections as (English label, address, icon, capability). Stages add theirs here.</summary>
    private static readonly (string Label, string Href, string Icon, Capability Needs)[] Sections =
    [
        ("Today", "/today", "today", Capability.UseTheApp),
        ("Flow", "/flow", "flow", Capability.SeeFlow),
        ("Demand", "/demand/requisitions", "demand", Capability.SeeRequisitions),
        ("Jobs", "/jobs", "jobs", Capability.SeeCandidates),
        ("Candidates", "/candidates", "candidates", Capability.SeeCandidates),
        ("Interviews", "/interviews", "interviews", Capability.SeeInterviews),
        ("Offers", "/offers", "offers", Capability.SeeOffers),
        ("Onboarding", "/onboarding", "onboarding", Capability.SeeOnboarding),
        ("People", "/people", "people", Capability.SeePeople),
        ("Openings", "/openings", "openings", Capability.UseTheApp),
        ("Privacy", "/admin/privacy", "lock", Capability.HandlePrivacy),
        ("Admin", "/admin", "admin", Capability.ManageCompany),
    ];

    private static readonly (string Label, string Href, string Icon, Capability Needs)[] Beginnings =
    [
        ("Requisition", "/demand/requisitions/new", "demand", Capability.FileRequisitions),
        ("Candidate", "/candidates/new", "candidates", Capability.AddCandidates),
    ];

    /// <summary>Pages that belong to a section without lying under its address.</summary>
    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal)
    {
        ["/jobs"] = ["/postings", "/applications"],
        ["/interviews"] = ["/debriefs"],
        ["/flow"] = ["/machines"],
    };

    private int? waiting;

    public IReadOnlyList<NavItem> Items
    {
        get
        {
            // One section stands below the address of another: the nearest is the current one.
            var mine = Sections.Where(s => actor.Value.May(s.Needs)).ToList();
            var current = mine.Select(s => s.Href).Where(IsCurrent).MaxBy(h => h.Length);
            return [.. mine.Select(s => new NavItem(text[s.Label], s.Href, s.Icon, s.Href == Links.Today && waiting > 0 ? waiting : null, s.Href == current))];
        }
    }

    public IReadOnlyList<NewLink> NewLinks => [.. Beginnings.Where(b => actor.Value.May(b.Needs)).Select(b => new NewLink(text[b.Label], b.Href, b.Icon))];

    public string ViewerName => reader.Person?.Name ?? string.Empty;

    public string ViewerInitials => Initials(ViewerName);

    public bool IsSignedIn => actor.IsSignedIn;

    public string Language => text.Language;

    public string Theme => reader.Theme;

    public bool KeysOff => reader.Person?.KeysOff ?? false;

    public string Path => accessor.HttpContext!.Request.Path + accessor.HttpContext.Request.QueryString;

    public string? SearchQuery => accessor.HttpContext!.Request.Path.StartsWithSegments("/search", StringComparison.Ordinal) ? accessor.HttpContext.Request.Query["q"].ToString() : null;

    public CompanyInfo? Company { get; private set; }

    public bool IsDemo => Company?.IsDemo == true;

    public string CompanyName => Company is null ? "TalentHub" : text.Of(Company.Name);

    /// <summary>Reads what the frame needs: the company and how much waits, both kept for seconds.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        if (accessor.HttpContext!.IsAboutFault())
        {
            Company = company.Known;
            return;
        }

        Company = await company.GetAsync(ct);
        if (actor.IsSignedIn)
        {
            waiting = await brief.GetAsync(new WaitingOf(actor.Value.PersonId, actor.Value.Rights), () => db.WorkItems.WaitingFor(actor.Value, clock.UtcNow()).CountAsync(ct));
        }
    }

    private sealed record WaitingOf(long PersonId, CapabilitySet Rights);

    private static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "?" : words.Length == 1 ? words[0][..1] : string.Concat(words[0][..1], words[^1][..1]);
    }

    private bool IsCurrent(string href) => IsUnder(href) || (Parts.TryGetValue(href, out var parts) && parts.Any(IsUnder));

    private bool IsUnder(string href) => accessor.HttpContext!.Request.Path.StartsWithSegments(href, StringComparison.Ordinal);
}
