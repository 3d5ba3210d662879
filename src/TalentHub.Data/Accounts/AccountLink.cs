using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentHub.Data.Accounts;

/// <summary>What a link to an account is for.</summary>
public enum AccountLinkKind
{
    /// <summary>Choose the first password.</summary>
    Invitation,

    /// <summary>Choose another one.</summary>
    PasswordReset,
}

/// <summary>A link by mail that opens an account's password once. Bound to the account, short, single-use, hashed.</summary>
public sealed class AccountLink
{
    public long Id { get; set; }

    public AccountLinkKind Kind { get; set; }

    public long AccountId { get; set; }

    public Account? Account { get; set; }

    /// <summary>SHA-256 of the token, hex; unique.</summary>
    public string TokenHash { get; set; } = string.Empty;

    /// <summary>The account's security stamp when it was made: a password chosen since then makes it void.</summary>
    public string Stamp { get; set; } = string.Empty;

    public DateTime CreatedAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    public DateTime? UsedAt { get; set; }
}

/// <summary>
/// Somebody asked for a new password. Written whether or not there is such an account, so that both take the same time; a job answers it.
/// </summary>
public sealed class ResetRequest
{
    public long Id { get; set; }

    /// <summary>The normalised address.</summary>
    public string EmailKey { get; set; } = string.Empty;

    public DateTime At { get; set; }
}

internal sealed class AccountLinkMap : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> link)
    {
        link.ToTable("AccountLinks");
        link.Property(l => l.TokenHash).HasMaxLength(64);
        link.Property(l => l.Stamp).HasMaxLength(64);
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => l.AccountId);
        link.HasOne(l => l.Account).WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ResetRequestMap : IEntityTypeConfiguration<ResetRequest>
{
    public void Configure(EntityTypeBuilder<ResetRequest> request)
    {
        request.ToTable("ResetRequests");
        request.Property(r => r.EmailKey).HasMaxLength(256);
    }
}
