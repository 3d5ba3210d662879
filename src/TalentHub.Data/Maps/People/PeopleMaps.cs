using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;

namespace TalentHub.Data.Maps.People;

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.ComplexProperty(p => p.Name, name =>
        {
            name.Property(n => n.Given).HasMaxLength(PersonName.PartLength);
            name.Property(n => n.Family).HasMaxLength(PersonName.PartLength);
            name.Property(n => n.Latin).HasMaxLength(PersonName.PartLength);
        });
        person.Property(p => p.Email).HasMaxLength(EmailAddress.Length);
        person.Property(p => p.EmailKey).HasMaxLength(EmailAddress.Length);
        person.Property(p => p.Phone).HasMaxLength(Person.PhoneLength);
        person.Property(p => p.PhoneKey).HasMaxLength(20);
        person.Property(p => p.Language).HasMaxLength(10);
        person.Property(p => p.Zone).HasMaxLength(60);
        person.Property(p => p.CurrentTitle).HasMaxLength(Person.TextLength);
        person.Property(p => p.CurrentEmployer).HasMaxLength(Person.TextLength);
        person.Property(p => p.Place).HasMaxLength(Person.TextLength);
        person.Property(p => p.ProfileLink).HasMaxLength(Person.LinkLength);
        person.Property(p => p.SearchName).HasMaxLength(420);
        person.Property(p => p.SortName).HasMaxLength(NameReading.KeyLength);
        person.HasIndex(p => p.EmailKey);
        person.HasIndex(p => p.PhoneKey);
        person.HasIndex(p => p.SearchName);
        person.HasIndex(p => p.SortName);
        person.HasIndex(p => p.ProfileLink);
        person.HasIndex(p => p.MergedIntoId);
        person.HasMany(p => p.Terms).WithOne().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
        person.Navigation(p => p.Terms).AutoInclude();
    }
}

internal sealed class PersonTermMap : IEntityTypeConfiguration<PersonTerm>
{
    public void Configure(EntityTypeBuilder<PersonTerm> term)
    {
        // The key itself is the index that search walks.
        term.ToTable("PersonTerms");
        term.HasKey(t => new { t.Term, t.PersonId });
        term.Property(t => t.Term).HasMaxLength(PersonTerm.TermLength);
        term.HasIndex(t => t.PersonId);
    }
}

internal sealed class EmploymentMap : IEntityTypeConfiguration<Employment>
{
    public void Configure(EntityTypeBuilder<Employment> employment)
    {
        employment.Property(e => e.Title).HasMaxLength(Employment.TitleLength);
        employment.Property(e => e.RoleFamily).HasMaxLength(40);
        employment.Property(e => e.Level).HasMaxLength(20);
        employment.HasIndex(e => e.PersonId);
        employment.HasIndex(e => e.ManagerId);
        employment.HasIndex(e => e.DepartmentId);
        employment.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        employment.HasOne<Department>().WithMany().HasForeignKey(e => e.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        employment.HasOne<Location>().WithMany().HasForeignKey(e => e.LocationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CompanyMap : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> company)
    {
        company.Property(c => c.Zone).HasMaxLength(60);
        company.Property(c => c.Currency).HasMaxLength(3);
        company.ComplexProperty(c => c.Name, Names.Short);
    }
}

internal sealed class DepartmentMap : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> department)
    {
        department.Property(d => d.Code).HasMaxLength(Department.CodeLength);
        department.HasIndex(d => d.Code).IsUnique();
        department.ComplexProperty(d => d.Name, Names.Short);
        department.Ignore(d => d.Terms);
        department.HasOne<Department>().WithMany().HasForeignKey(d => d.ParentId).OnDelete(DeleteBehavior.Restrict);
        department.HasOne<CostCentre>().WithMany().HasForeignKey(d => d.CostCentreId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LocationMap : IEntityTypeConfiguration<Location>
{
    public void Configure(EntityTypeBuilder<Location> location)
    {
        location.Property(l => l.Zone).HasMaxLength(60);
        location.Property(l => l.Country).HasMaxLength(2);
        location.Property(l => l.Currency).HasMaxLength(3);
        location.ComplexProperty(l => l.Name, Names.Short);
    }
}

/// <summary>Column sizes that recur.</summary>
internal static class Names
{
    public static void Short(ComplexPropertyBuilder<Bilingual> name)
    {
        name.Property(n => n.En).HasMaxLength(200);
        name.Property(n => n.Zh).HasMaxLength(200);
    }
}
