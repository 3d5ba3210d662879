using TalentHub.Data;
using TalentHub.Data.Content;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Accounts;

/// <summary>For whom the shipped content is copied.</summary>
/// <param name="ContactEmail">Whom candidates may write to about their data.</param>
public sealed record CopyFor(Bilingual CompanyName, string ContactEmail, long By);

/// <summary>Copies one kind of shipped content into a new company; a stage that ships something implements it. The caller's save writes.</summary>
public interface ICopyShipped
{
    Task AddAsync(CopyFor company, CancellationToken ct);
}

/// <summary>Gives a new company its own copy of all that ships: from then on that copy counts, and the company edits it.</summary>
public sealed class ShippedCopies(TalentHubDb db, IEnumerable<ICopyShipped> others) : IService
{
    /// <summary>Adds to the context; the caller's save writes.</summary>
    public async Task AddAsync(Bilingual companyName, string contactEmail, long by, CancellationToken ct)
    {
        await CompanyDefaults.AddMissingAsync(db, ct);
        foreach (var other in others)
        {
            await other.AddAsync(new CopyFor(companyName, contactEmail, by), ct);
        }
    }
}
