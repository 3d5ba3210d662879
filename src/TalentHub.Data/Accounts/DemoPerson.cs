using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.People;

namespace TalentHub.Data.Accounts;

/// <summary>Somebody of the sample company whom one can be with one click. Filled by the seeder; read in demo mode only.</summary>
public sealed class DemoPerson
{
    /// <summary>The roles and relations that a visitor can try, in the order in which the sign-in page lists them.</summary>
    public static readonly IReadOnlyList<string> Labels =
    [
        "HiringManager", "Recruiter", "HR", "Interviewer", "Coordinator", "DepartmentHead", "Finance", "Executive", "CompensationOwner", "Manager", "Employee", "Employee2",
        "LearningOwner", "Admin",
    ];

    /// <summary>One of <see cref="Labels"/>; the key.</summary>
    public string Label { get; set; } = string.Empty;

    public long PersonId { get; set; }
}

internal sealed class DemoPersonMap : IEntityTypeConfiguration<DemoPerson>
{
    public void Configure(EntityTypeBuilder<DemoPerson> demo)
    {
        demo.ToTable("DemoPeople");
        demo.HasKey(d => d.Label);
        demo.Property(d => d.Label).HasMaxLength(40);
        demo.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
