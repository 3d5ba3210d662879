using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;

namespace TalentHub.Services.Recruiting;

/// <summary>A live job as the public list and its filters need it.</summary>
public sealed record CareersJob(
    long Id, string Slug, Bilingual Title, string FamilyCode, Bilingual? Family, long PlaceId, Bilingual Place, string Country, Bilingual Department, Money? From, Money? To,
    DateTime LiveSince, DateOnly? ClosesOn, PostingText Text)
{
    public string Number => Posting.NumberOf(Id);

    public string Path => $"/careers/{Number}/{Slug}";

    /// <summary>Written in this language, not only readable through the other one.</summary>
    public bool IsIn(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Text.Zh.IsWritten : Text.En.IsWritten;

    /// <summary>All words in one, lower-case, for the search box.</summary>
    public string Searchable { get; init; } = string.Empty;
}

/// <summary>
/// What stands on the careers site. A few hundred jobs at most, so the whole list is kept for some seconds and filtered in memory: strangers and their robots cost
/// the database nothing. Pages that change a posting forget it at once.
/// </summary>
public sealed class CareersList(TalentHubDb db, IMemoryCache cache) : IService
{
    /// <summary>How long another instance may show what this one has taken off.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(10);

    private const string Key = "careers-list";

    public async Task<IReadOnlyList<CareersJob>> AllAsync(CancellationToken ct)
    {
        if (cache.TryGetValue(Key, out IReadOnlyList<CareersJob>? known) && known is not null)
        {
            return known;
        }

        var loaded = await ReadAsync(ct);
        cache.Set(Key, loaded, MaximumAge);
        return loaded;
    }

    public void Forget() => cache.Remove(Key);

    private async Task<IReadOnlyList<CareersJob>> ReadAsync(CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var rows = await (
            from p in db.Postings.AsNoTracking()
            join r in db.Requisitions.AsNoTracking() on p.RequisitionId equals r.Id
            join l in db.Locations.AsNoTracking() on r.LocationId equals l.Id
            join d in db.Departments.AsNoTracking() on r.DepartmentId equals d.Id
            where p.State == PostingState.Live && p.Kind == PostingKind.External
            orderby p.LiveSince descending, p.Id descending
            select new { Posting = p, r.RoleFamilyCode, PlaceId = l.Id, Place = l.Name, l.Country, Department = d.Name }).ToListAsync(ct);
        var families = (await db.RoleFamilies.AsNoTracking().Select(f => new { f.Code, f.Name }).ToListAsync(ct)).ToDictionary(f => f.Code, f => f.Name);
        return
        [
            .. rows.Select(r =>
            {
                var family = families.GetValueOrDefault(r.RoleFamilyCode);
                return new CareersJob(
                    r.Posting.Id, r.Posting.Slug, r.Posting.Title, r.RoleFamilyCode, family, r.PlaceId, r.Place, r.Country, r.Department,
                    r.Posting.SalaryMin, r.Posting.SalaryMax, r.Posting.LiveSince ?? r.Posting.StateSince, r.Posting.ClosesOn, r.Posting.Text)
                {
                    Searchable = Words(r.Posting, family, r.Place, r.Department),
                };
            }),
        ];
    }

    private static string Words(Posting posting, params Bilingual?[] around)
    {
        PostingWords[] texts = [posting.Text.En, posting.Text.Zh];
        var parts = around.Append(posting.Title).Where(t => t is not null).SelectMany(t => new[] { t!.En, t.Zh })
            .Concat(texts.SelectMany(t => new[] { t.About, t.Doing, t.Bringing }));
        return string.Join('\n', parts).ToLowerInvariant();
    }
}
