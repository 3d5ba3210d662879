using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Domain.Recruiting;

namespace TalentHub.Data.Maps.Recruiting;

internal sealed class PostingMap : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> posting)
    {
        posting.ComplexProperty(p => p.Title, title =>
        {
            title.Property(t => t.En).HasMaxLength(Posting.TitleLength);
            title.Property(t => t.Zh).HasMaxLength(Posting.TitleLength);
        });
        posting.Property(p => p.Text).HasJson();
        posting.Property(p => p.Questions).HasJson();
        posting.Property(p => p.Writers).HasJson();
        posting.Property(p => p.Comments).HasJson();
        posting.Property(p => p.Slug).HasMaxLength(Posting.SlugLength);
        posting.Property(p => p.SalaryWaiver).HasMaxLength(Posting.WaiverLength);
        posting.HasIndex(p => p.RequisitionId);
        posting.HasIndex(p => new { p.State, p.ClosesOn });
        posting.HasOne<Requisition>().WithMany().HasForeignKey(p => p.RequisitionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SourceLinkMap : IEntityTypeConfiguration<SourceLink>
{
    public void Configure(EntityTypeBuilder<SourceLink> link)
    {
        link.Property(l => l.Code).HasMaxLength(SourceLink.CodeLength);
        link.Property(l => l.Label).HasMaxLength(SourceLink.LabelLength);
        link.HasIndex(l => l.Code).IsUnique();
        link.HasIndex(l => l.RequisitionId);
    }
}

internal sealed class NoticeVersionMap : IEntityTypeConfiguration<NoticeVersion>
{
    public void Configure(EntityTypeBuilder<NoticeVersion> notice)
    {
        notice.Property(n => n.Label).HasMaxLength(NoticeVersion.LabelLength);
        notice.Property(n => n.Text).HasJson();
        notice.HasIndex(n => n.Number).IsUnique();
    }
}

internal sealed class ConsentMap : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.Property(c => c.Language).HasMaxLength(10);
        consent.HasIndex(c => new { c.PersonId, c.Purpose });
        consent.HasIndex(c => c.ApplicationId);
        consent.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        consent.HasOne<NoticeVersion>().WithMany().HasForeignKey(c => c.NoticeVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}
