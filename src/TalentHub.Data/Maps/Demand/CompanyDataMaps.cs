using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Data.Maps.People;
using TalentHub.Domain.Careers;
using TalentHub.Domain.People;

namespace TalentHub.Data.Maps.Demand;

internal sealed class RoleFamilyMap : IEntityTypeConfiguration<RoleFamily>
{
    public void Configure(EntityTypeBuilder<RoleFamily> family)
    {
        family.Property(f => f.Code).HasMaxLength(RoleFamily.CodeLength);
        family.HasIndex(f => f.Code).IsUnique();
        family.ComplexProperty(f => f.Name, Names.Short);
        family.ComplexProperty(f => f.Summary, Text);
        family.ComplexProperty(f => f.PayNote, Text);
        family.Property(f => f.Posting).HasJson();
        family.Property(f => f.Levels).HasJson();
        family.Property(f => f.Skills).HasJson();
        family.Property(f => f.Questions).HasJson();
        family.Property(f => f.Attributes).HasJson();
        family.Property(f => f.Rounds).HasJson();
        family.Property(f => f.MustHaves).HasJson();
    }

    private static void Text(ComplexPropertyBuilder<Domain.Common.Bilingual> text)
    {
        text.Property(t => t.En).HasMaxLength(1000);
        text.Property(t => t.Zh).HasMaxLength(1000);
    }
}

internal sealed class CompanyReasonMap : IEntityTypeConfiguration<CompanyReason>
{
    public void Configure(EntityTypeBuilder<CompanyReason> reason)
    {
        reason.Property(r => r.Code).HasMaxLength(CompanyReason.CodeLength);
        reason.Property(r => r.MailTemplate).HasMaxLength(CompanyReason.CodeLength);
        reason.ComplexProperty(r => r.Text, Names.Short);
        reason.HasIndex(r => new { r.Kind, r.Code }).IsUnique();
    }
}
