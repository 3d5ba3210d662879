using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.People;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Data.Maps.Workflows;

internal sealed class TransitionMap : IEntityTypeConfiguration<Transition>
{
    public void Configure(EntityTypeBuilder<Transition> transition)
    {
        transition.Property(t => t.Machine).HasMaxLength(40);
        transition.Property(t => t.From).HasMaxLength(40);
        transition.Property(t => t.To).HasMaxLength(40);
        transition.Property(t => t.Trigger).HasMaxLength(40);
        transition.Property(t => t.ReasonCode).HasMaxLength(60);
        transition.Property(t => t.Reason).HasMaxLength(Transition.ReasonLength);
        transition.HasIndex(t => new { t.Machine, t.SubjectId, t.Id });
        transition.HasIndex(t => new { t.Machine, t.At });
    }
}

internal sealed class SignatureMap : IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<Signature> signature)
    {
        signature.Property(s => s.Machine).HasMaxLength(40);
        signature.Property(s => s.Trigger).HasMaxLength(40);
        signature.Property(s => s.Note).HasMaxLength(Transition.ReasonLength);
        signature.Ignore(s => s.Stands);
        signature.HasIndex(s => new { s.Machine, s.SubjectId });
    }
}

internal sealed class WorkItemMap : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> item)
    {
        item.Property(w => w.Machine).HasMaxLength(40);
        item.Property(w => w.State).HasMaxLength(40);
        item.Property(w => w.Template).HasMaxLength(400);
        item.Property(w => w.Link).HasMaxLength(200);
        item.Property(w => w.Values).HasJson();
        item.HasIndex(w => new { w.AssigneeId, w.DueAt });
        item.HasIndex(w => new { w.Queue, w.DueAt });
        item.HasIndex(w => new { w.Machine, w.SubjectId });
        item.HasIndex(w => w.DueAt);
    }
}

internal sealed class TimelineEntryMap : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> entry)
    {
        entry.ToTable("Timeline");
        entry.Property(e => e.Template).HasMaxLength(400);
        entry.Property(e => e.Machine).HasMaxLength(40);
        entry.Property(e => e.Text).HasMaxLength(TimelineEntry.TextLength);
        entry.Property(e => e.Values).HasJson();
        entry.HasIndex(e => new { e.PersonId, e.At });
        entry.HasIndex(e => new { e.Machine, e.SubjectId });
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
