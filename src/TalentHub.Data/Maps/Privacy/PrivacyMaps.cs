using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.People;
using TalentHub.Domain.Privacy;

namespace TalentHub.Data.Maps.Privacy;

internal sealed class LegalHoldMap : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> hold)
    {
        hold.Property(h => h.Reason).HasMaxLength(LegalHold.ReasonLength);
        hold.HasIndex(h => h.PersonId);
        hold.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PrivacyRequestMap : IEntityTypeConfiguration<PrivacyRequest>
{
    public void Configure(EntityTypeBuilder<PrivacyRequest> request)
    {
        request.ToTable("PrivacyRequests");
        request.Property(r => r.Words).HasMaxLength(PrivacyRequest.WordsLength);
        request.HasIndex(r => r.PersonId);
        request.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RetentionRuleMap : IEntityTypeConfiguration<RetentionRule>
{
    public void Configure(EntityTypeBuilder<RetentionRule> rule)
    {
        rule.ToTable("RetentionRules");
        rule.Property(r => r.Country).HasMaxLength(2);
    }
}

internal sealed class RetentionRunMap : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> run)
    {
        run.ToTable("RetentionRuns");
        run.HasIndex(r => r.At);
    }
}

internal sealed class ErasedPersonMap : IEntityTypeConfiguration<ErasedPerson>
{
    public void Configure(EntityTypeBuilder<ErasedPerson> erased)
    {
        erased.ToTable("ErasedPeople");
        erased.Property(e => e.Salt).HasMaxLength(32);
        erased.Property(e => e.EmailHash).HasMaxLength(64);
        erased.Property(e => e.PhoneHash).HasMaxLength(64);
        erased.Property(e => e.FilesLeft).HasJson();

        // Nobody is erased twice: of two at once, the database tells one.
        erased.HasIndex(e => e.PersonId).IsUnique();
        erased.HasIndex(e => e.ScrubbedAt);
    }
}
