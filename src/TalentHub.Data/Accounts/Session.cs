using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Access;

namespace TalentHub.Data.Accounts;

/// <summary>
/// One browser that is signed in. The cookie holds a random token and nothing else; only its hash stands here, so that whoever reads the table cannot
/// be anyone. Deleting the row ends the session, whatever cookie is shown.
/// </summary>
public sealed class Session
{
    public const int DeviceLength = 120;

    public long Id { get; set; }

    /// <summary>SHA-256 of the token, hex; unique.</summary>
    public string TokenHash { get; set; } = string.Empty;

    public long AccountId { get; set; }

    /// <summary>The account's security stamp at sign-in: another one now (password changed, disabled) ends the session.</summary>
    public string Stamp { get; set; } = string.Empty;

    public DateTime CreatedAt { get; set; }

    /// <summary>To the minute; the idle limit counts from here.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>The absolute limit.</summary>
    public DateTime EndsAt { get; set; }

    /// <summary>When the second factor was given here; null when it was not.</summary>
    public DateTime? SecondFactorAt { get; set; }

    /// <summary>Begun by one click in demo mode: no factor is asked for.</summary>
    public bool IsDemo { get; set; }

    /// <summary>The role whose rights this session looks with, instead of its owner's; null as long as it is itself.</summary>
    public Role? ViewsAs { get; set; }

    /// <summary>When looking as somebody else ends by itself.</summary>
    public DateTime? ViewsUntil { get; set; }

    /// <summary>"Firefox on Windows", as the browser says.</summary>
    public string Device { get; set; } = string.Empty;

    /// <summary>The network it came from (/24 or /64), not the exact address.</summary>
    public string Network { get; set; } = string.Empty;
}

internal sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.Property(s => s.TokenHash).HasMaxLength(64);
        session.Property(s => s.Stamp).HasMaxLength(64);
        session.Property(s => s.Device).HasMaxLength(Session.DeviceLength);
        session.Property(s => s.Network).HasMaxLength(60);
        session.HasIndex(s => s.TokenHash).IsUnique();
        session.HasIndex(s => s.AccountId);
        session.HasIndex(s => s.EndsAt);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
