using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Visibility;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;

namespace TalentHub.Data;

public abstract partial class TalentHubDb
{
    public DbSet<JobApplication> Applications => Set<JobApplication>();

    public DbSet<Criterion> Criteria => Set<Criterion>();

    public DbSet<DuplicatePair> DuplicatePairs => Set<DuplicatePair>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<PersonTerm> PersonTerms => Set<PersonTerm>();

    /// <summary>Who stands where on which job, for filters; and the name of a visible row's job.</summary>
    public DbSet<JobScope> JobScopes => Set<JobScope>();
}
