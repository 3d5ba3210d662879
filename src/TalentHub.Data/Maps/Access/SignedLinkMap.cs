using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Access;
using TalentHub.Domain.People;

namespace TalentHub.Data.Maps.Access;

internal sealed class SignedLinkMap : IEntityTypeConfiguration<SignedLink>
{
    public void Configure(EntityTypeBuilder<SignedLink> link)
    {
        link.Property(l => l.TokenHash).HasMaxLength(64);
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => new { l.Purpose, l.SubjectId });
        link.HasIndex(l => l.PersonId);
        link.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
