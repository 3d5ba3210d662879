using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Content;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;

namespace TalentHub.Services.Recruiting;

/// <summary>The privacy notice that candidates read. The one in force is the highest version.</summary>
public sealed class Notices(TalentHubDb db, TimeProvider clock) : IService
{
    /// <summary>How long the shipped text says that data of rejected candidates are kept.</summary>
    public const int RetentionMonths = 6;

    public Task<NoticeVersion?> InForceAsync(CancellationToken ct) => db.Notices.AsNoTracking().OrderByDescending(n => n.Number).FirstOrDefaultAsync(ct);

    public Task<NoticeVersion?> FindAsync(int number, CancellationToken ct) => db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Number == number, ct);

    /// <summary>Publishes the shipped text with the company's own words filled in, unless a version is in force; the caller's save writes it.</summary>
    public async Task PublishShippedAsync(Bilingual companyName, string contactEmail, long? by, CancellationToken ct)
    {
        if (!await db.Notices.AnyAsync(ct))
        {
            db.Notices.Add(Shipped(companyName, contactEmail, by, clock.UtcNow()));
        }
    }

    /// <summary>Version 1, as it ships.</summary>
    public static NoticeVersion Shipped(Bilingual companyName, string contactEmail, long? by, DateTime at, int retentionMonths = RetentionMonths)
    {
        var content = ShippedContent.PrivacyNotice;
        Bilingual Filled(Bilingual text) => new(Fill(text.En, companyName.In("en")), Fill(text.Zh, companyName.In("zh-CN")));
        string Fill(string text, string company) => text
            .Replace("{{companyName}}", company, StringComparison.Ordinal)
            .Replace("{{contactEmail}}", contactEmail, StringComparison.Ordinal)
            .Replace("{{retentionMonths}}", retentionMonths.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

        var text = new NoticeText(
            Filled(content.Title), Filled(content.Summary), Filled(content.Consent), Filled(content.PoolConsent),
            [.. content.Sections.Select(s => new NoticeSection(Filled(s.Heading), [.. s.Paragraphs.Select(Filled)]))]);
        return new NoticeVersion(1, content.Version, text, by, at);
    }
}
