using TalentHub.Services.Accounts;

namespace TalentHub.Services.Recruiting;

/// <summary>A new company begins with the shipped privacy notice, under its own name.</summary>
public sealed class CopyNotice(Notices notices) : ICopyShipped
{
    public Task AddAsync(CopyFor company, CancellationToken ct) => notices.PublishShippedAsync(company.CompanyName, company.ContactEmail, company.By, ct);
}
