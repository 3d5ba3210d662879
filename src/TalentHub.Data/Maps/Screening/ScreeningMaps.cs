using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;

namespace TalentHub.Data.Maps.Screening;

internal sealed class JobApplicationMap : IEntityTypeConfiguration<JobApplication>
{
    public void Configure(EntityTypeBuilder<JobApplication> application)
    {
        application.ToTable("Applications");
        application.Property(a => a.SourceDetail).HasMaxLength(JobApplication.SourceDetailLength);
        application.Property(a => a.Letter).HasMaxLength(JobApplication.LetterLength);
        application.Property(a => a.Answers).HasJson();
        application.Property(a => a.RejectionReason).HasMaxLength(CompanyReason.CodeLength);
        application.Property(a => a.AssessmentTask).HasMaxLength(JobApplication.AssessmentLength);
        application.Property(a => a.AssessmentResult).HasMaxLength(JobApplication.AssessmentLength);
        application.Ignore(a => a.IsActive);
        application.OwnsOne(a => a.Hold, hold => hold.Property(h => h.Reason).HasMaxLength(Transition.ReasonLength));
        application.OwnsOne(a => a.Proposal, proposal =>
        {
            proposal.Property(p => p.ReasonCode).HasMaxLength(RejectionProposal.CodeLength);
            proposal.Property(p => p.Note).HasMaxLength(RejectionProposal.NoteLength);
        });
        application.HasMany(a => a.Marks).WithOne().HasForeignKey("ApplicationId").OnDelete(DeleteBehavior.Cascade);
        application.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<Requisition>().WithMany().HasForeignKey(a => a.RequisitionId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<JobApplication>().WithMany().HasForeignKey(a => a.TransferredFromId).OnDelete(DeleteBehavior.Restrict);

        // The board: a column of a job, longest waiting first.
        application.HasIndex(a => new { a.RequisitionId, a.State, a.StateSince, a.Id });

        // The list: newest first, of all, of what runs, of one state, of one job and of both. A source is no column of an index: with one, SQLite would walk it
        // even where a job narrows more.
        application.HasIndex(a => new { a.AppliedAt, a.Id });
        application.HasIndex(a => new { a.EndedAt, a.AppliedAt, a.Id });
        application.HasIndex(a => new { a.EndedAt, a.StateSince, a.Id });
        application.HasIndex(a => new { a.State, a.AppliedAt, a.Id });
        application.HasIndex(a => new { a.RequisitionId, a.AppliedAt, a.Id });
        application.HasIndex(a => new { a.RequisitionId, a.EndedAt, a.AppliedAt, a.Id });
        application.HasIndex(a => new { a.RequisitionId, a.State, a.AppliedAt, a.Id });
        application.HasIndex(a => new { a.PersonId, a.RequisitionId, a.EndedAt, a.AppliedAt });
        application.HasIndex(a => a.ResumeFileId);
        application.HasIndex(a => a.PostingId);

        // One running application of a person for a job; the loser of a race is told by the database.
        application.HasIndex(a => new { a.PersonId, a.RequisitionId }).IsUnique().HasFilter("[EndedAt] IS NULL");
    }
}

internal sealed class CriterionMarkMap : IEntityTypeConfiguration<CriterionMark>
{
    public void Configure(EntityTypeBuilder<CriterionMark> mark)
    {
        mark.ToTable("CriterionMarks");
        mark.Property(m => m.Passage).HasMaxLength(JobApplication.PassageLength);
        mark.Property<long>("ApplicationId");
        mark.HasIndex("ApplicationId", nameof(CriterionMark.CriterionId)).IsUnique();
        mark.HasOne<Criterion>().WithMany().HasForeignKey(m => m.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CriterionMap : IEntityTypeConfiguration<Criterion>
{
    public void Configure(EntityTypeBuilder<Criterion> criterion)
    {
        criterion.ToTable("Criteria");
        criterion.ComplexProperty(c => c.Text, text =>
        {
            text.Property(t => t.En).HasMaxLength(Criterion.TextLength);
            text.Property(t => t.Zh).HasMaxLength(Criterion.TextLength);
        });
        criterion.HasIndex(c => new { c.RequisitionId, c.Order });
        criterion.HasOne<Requisition>().WithMany().HasForeignKey(c => c.RequisitionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DuplicatePairMap : IEntityTypeConfiguration<DuplicatePair>
{
    public void Configure(EntityTypeBuilder<DuplicatePair> pair)
    {
        pair.Property(p => p.Reasons).HasJson();
        pair.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
        pair.HasIndex(p => p.SecondId);
        pair.HasOne<Person>().WithMany().HasForeignKey(p => p.FirstId).OnDelete(DeleteBehavior.Restrict);
        pair.HasOne<Person>().WithMany().HasForeignKey(p => p.SecondId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoteMap : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> note)
    {
        note.Property(n => n.Text).HasMaxLength(Note.TextLength);
        note.HasIndex(n => new { n.PersonId, n.WrittenAt });
        note.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
