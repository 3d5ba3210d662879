using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;

namespace TalentHub.Data.Maps.Offers;

internal sealed class OfferMap : IEntityTypeConfiguration<Offer>
{
    /// <summary>Before the answer: one such offer a person. An accepted one is no hindrance once they work here, so rules watch over it, not the index.</summary>
    private const string Unanswered = "[State] IN ('Draft', 'InApproval', 'ChangesRequested', 'Approved', 'Extended', 'InNegotiation')";

    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.ToTable("Offers");
        offer.Ignore(o => o.Current);
        offer.Property(o => o.SignedName).HasMaxLength(200);
        offer.Property(o => o.AnswerNote).HasMaxLength(Offer.NoteLength);
        offer.HasMany(o => o.Versions).WithOne().HasForeignKey("OfferId").OnDelete(DeleteBehavior.Cascade);
        offer.HasMany(o => o.Questions).WithOne().HasForeignKey("OfferId").OnDelete(DeleteBehavior.Cascade);
        offer.HasOne(o => o.Approval).WithMany().HasForeignKey("ApprovalId").OnDelete(DeleteBehavior.Restrict);
        offer.HasOne<JobApplication>().WithMany().HasForeignKey(o => o.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        offer.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Restrict);
        offer.HasOne<Requisition>().WithMany().HasForeignKey(o => o.RequisitionId).OnDelete(DeleteBehavior.Restrict);
        offer.HasOne<Opening>().WithMany().HasForeignKey(o => o.OpeningId).OnDelete(DeleteBehavior.Restrict);
        offer.HasIndex(o => o.PersonId, "IX_Offers_OneUnanswered").IsUnique().HasFilter(Unanswered);
        offer.HasIndex(o => new { o.State, o.ExpiresAt });
        offer.HasIndex(o => o.RequisitionId);
        offer.HasIndex(o => o.ApplicationId);
    }
}

internal sealed class OfferVersionMap : IEntityTypeConfiguration<OfferVersion>
{
    public void Configure(EntityTypeBuilder<OfferVersion> version)
    {
        version.ToTable("OfferVersions");
        version.Ignore(v => v.CashAnnual);
        version.Property(v => v.Equity!).HasJson();
        version.Property(v => v.Clauses).HasJson();
        version.Property(v => v.Zone).HasMaxLength(60);
        version.Property(v => v.Language).HasMaxLength(10);
        version.Property<long>("OfferId");
        version.HasIndex("OfferId", nameof(OfferVersion.Number)).IsUnique();
    }
}

internal sealed class OfferQuestionMap : IEntityTypeConfiguration<OfferQuestion>
{
    public void Configure(EntityTypeBuilder<OfferQuestion> question)
    {
        question.ToTable("OfferQuestions");
        question.Property(q => q.Text).HasMaxLength(OfferQuestion.TextLength);
        question.Property(q => q.Answer).HasMaxLength(OfferQuestion.TextLength);
    }
}
