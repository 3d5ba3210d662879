using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Access;

namespace TalentHub.Data.Accounts;

/// <summary>A way to sign in; belongs to exactly one person. Rights hang on the person's role grants and relations, never on the account.</summary>
public sealed class Account : IdentityUser<long>
{
    public long PersonId { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Refused at sign-in and, within 30 seconds, everywhere.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>"system", "light" or "dark".</summary>
    public string Theme { get; set; } = "system";

    /// <summary>Single-key shortcuts can be switched off.</summary>
    public bool KeysOff { get; set; }
}

/// <summary>A role given to a person by an administrator.</summary>
public sealed class RoleGrant
{
    public long Id { get; set; }

    public long PersonId { get; set; }

    public Role Role { get; set; }

    public long? GivenBy { get; set; }

    public DateTime GivenAt { get; set; }
}

internal sealed class AccountMap : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.HasIndex(a => a.PersonId).IsUnique();
        account.Property(a => a.Theme).HasMaxLength(10);
    }
}

internal sealed class RoleGrantMap : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> grant) => grant.HasIndex(g => new { g.PersonId, g.Role }).IsUnique();
}
