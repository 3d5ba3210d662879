using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentHub.Data.Accounts;

/// <summary>An authenticator app (TOTP, RFC 6238) of one account.</summary>
public sealed class SecondFactor
{
    /// <summary>The key.</summary>
    public long AccountId { get; set; }

    /// <summary>The shared secret, protected with the key ring.</summary>
    public string ProtectedSecret { get; set; } = string.Empty;

    /// <summary>When the first code was right; before that nothing is kept.</summary>
    public DateTime ConfirmedAt { get; set; }

    /// <summary>The 30-second step of the last code that was taken: a code works once.</summary>
    public long LastStep { get; set; }
}

/// <summary>Opens the account once when the authenticator is lost.</summary>
public sealed class RecoveryCode
{
    public long Id { get; set; }

    public long AccountId { get; set; }

    /// <summary>SHA-256, hex: the codes are long and random.</summary>
    public string Hash { get; set; } = string.Empty;
}

internal sealed class SecondFactorMap : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> factor)
    {
        factor.ToTable("SecondFactors");
        factor.HasKey(f => f.AccountId);
        factor.Property(f => f.AccountId).ValueGeneratedNever();
        factor.Property(f => f.ProtectedSecret).HasMaxLength(1000);
        factor.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RecoveryCodeMap : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("RecoveryCodes");
        code.Property(c => c.Hash).HasMaxLength(64);
        code.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
