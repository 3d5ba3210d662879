using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Documents;
using TalentHub.Domain.People;

namespace TalentHub.Data.Maps.Documents;

internal sealed class StoredFileMap : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("Files");
        file.Property(f => f.FileName).HasMaxLength(StoredFile.NameLength);
        file.Property(f => f.ContentType).HasMaxLength(120);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.Property(f => f.StorageName).HasMaxLength(32);
        file.Property(f => f.ClaimHash).HasMaxLength(64);
        file.Property(f => f.Problem).HasMaxLength(StoredFile.ProblemLength);
        file.HasIndex(f => f.PersonId);
        file.HasIndex(f => f.ClaimHash).IsUnique();
        file.HasIndex(f => f.DropAt);
        file.HasIndex(f => f.ReadState);
        file.HasIndex(f => f.Size);   // their sum, without reading what stands in them
        file.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
