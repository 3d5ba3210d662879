using System.Reflection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Accounts;
using TalentHub.Data.Maps;
using TalentHub.Data.Saving;
using TalentHub.Data.Scheduling;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Data;

/// <summary>
/// The one database. Stages add their sets in files of their own (<c>TalentHubDb.Demand.cs</c>) and say there, or under Visibility, who sees which rows:
/// the filters read <see cref="Viewer"/>, so forgetting cannot leak.
/// </summary>
public abstract partial class TalentHubDb(DbContextOptions options) : IdentityUserContext<Account, long>(options), IDataProtectionKeyContext
{
    /// <summary>
    /// The filters of who sees what: <c>IgnoreQueryFilters(TalentHubDb.Sight)</c>, where a page has asked already or facts are not shown. Other filters say what is there at all, and stay.
    /// </summary>
    public static readonly string[] Sight = ["Visible"];

    private readonly SavePipeline pipeline = new();

    /// <summary>On whose behalf this context reads. Set when it is rented, cleared when it is returned; nobody sees anything by default.</summary>
    public Actor Viewer { get; private set; } = Nobody;

    /// <summary>What answers events and says what waits; null where nothing reacts (tests of maps, the seeder).</summary>
    public IReactions? Reactions { get; set; }

    /// <summary>History is written in large pieces (<see cref="BulkLoad"/>).</summary>
    public bool IsBulk { get; set; }

    /// <summary>Lets one writer in at a time; null where the database does that itself.</summary>
    public WriteGate? Gate { get; set; }

    /// <summary>The lease under which a job works: every transaction looks whether it still holds. Null for everybody else.</summary>
    public JobTerm? Lease { get; set; }

    /// <summary>Where a rented context returns to instead of being closed; says no when it should be. Null where nobody waits for it.</summary>
    internal Func<TalentHubDb, bool>? Home { get; set; }

    /// <summary>Counts the saves of this instance, for whoever keeps an answer until something changes; null where nobody does.</summary>
    public ChangeClock? Changes { get; set; }

    /// <summary>Written with the next save: makes a form that is sent twice count once.</summary>
    public FormReceipt? Receipt { get; set; }

    public DbSet<Person> People => Set<Person>();

    public DbSet<Employment> Employments => Set<Employment>();

    public DbSet<Company> Companies => Set<Company>();

    public DbSet<Department> Departments => Set<Department>();

    /// <summary>Which department stands below which, at any depth.</summary>
    public DbSet<DepartmentLine> DepartmentLines => Set<DepartmentLine>();

    public DbSet<Location> Locations => Set<Location>();

    public DbSet<LegalEntity> LegalEntities => Set<LegalEntity>();

    public DbSet<DepartmentChange> DepartmentChanges => Set<DepartmentChange>();

    public DbSet<CostCentre> CostCentres => Set<CostCentre>();

    public DbSet<CostCentreChange> CostCentreChanges => Set<CostCentreChange>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    public DbSet<Transition> Transitions => Set<Transition>();

    public DbSet<Signature> Signatures => Set<Signature>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    public DbSet<ApprovalRun> ApprovalRuns => Set<ApprovalRun>();

    public DbSet<ApprovalPolicy> ApprovalPolicies => Set<ApprovalPolicy>();

    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<JobLease> JobLeases => Set<JobLease>();

    public DbSet<ServingInstance> ServingInstances => Set<ServingInstance>();

    public DbSet<FormReceipt> FormReceipts => Set<FormReceipt>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    private static Actor Nobody => new(0, ActorKind.Person, CapabilitySet.None);

    /// <summary>The viewer's person record, for the filters.</summary>
    protected long Me => Viewer.PersonId;

    /// <summary>Timers and reactions read everything.</summary>
    protected bool ViewerIsSystem => Viewer.Kind == ActorKind.System;

    /// <summary>Sets who reads. Reactions and jobs read as the system.</summary>
    public void ReadAs(Actor viewer) => Viewer = viewer;

    /// <summary>Reads as the system until disposed: for reactions and facts, whose answers are not shown to anyone as rows.</summary>
    public IDisposable ReadingAsSystem() => new AsSystem(this);

    /// <summary>
    /// Compares the version that a form was filled from with the row, also where only parts of the aggregate change. It sets the <em>original</em> value: setting the current one protects nothing.
    /// </summary>
    public void Expect(Entity entity, Guid version)
    {
        if (version != Guid.Empty)
        {
            var stamp = Entry(entity).Property(nameof(Entity.Version));
            stamp.OriginalValue = version;
            stamp.IsModified = true;
        }
    }

    /// <summary>Only for the framework's own keys, which it stores without waiting; everything else goes through the pipeline.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(e => e.State == EntityState.Unchanged || e.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Saving is asynchronous: SaveChangesAsync.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        pipeline.SaveAsync(this, () => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);

    /// <summary>
    /// Runs a unit of work that reads and then writes in one transaction that is exclusive from its first read on (the write gate and BEGIN IMMEDIATE on SQLite).
    /// </summary>
    public Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken ct) => SavePipeline.InTransactionAsync(this, work, ct);

    /// <inheritdoc cref="InTransactionAsync{T}"/>
    public Task InTransactionAsync(Func<Task> work, CancellationToken ct) => InTransactionAsync(
        async () =>
        {
            await work();
            return true;
        },
        ct);

    public override void Dispose()
    {
        if (!GoesHome())
        {
            base.Dispose();
            GC.SuppressFinalize(this);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (!GoesHome())
        {
            await base.DisposeAsync();
            GC.SuppressFinalize(this);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.ComplexProperties<Money>();
        configurationBuilder.ComplexProperties<Bilingual>();
        configurationBuilder.ComplexProperties<PersonName>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TalentHubDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.ClrType).ToList())
        {
            if (typeof(Entity).IsAssignableFrom(type))
            {
                builder.Entity(type).Property(nameof(Entity.Version)).IsConcurrencyToken();
            }

            if (typeof(IStateful).IsAssignableFrom(type))
            {
                builder.Entity(type).Ignore(nameof(IStateful.Workflow));
                builder.Entity(type).HasIndex("State", "StateSince");
            }
        }

        // Stages say who sees what in methods named …Visibility, each in its own file.
        foreach (var visibility in typeof(TalentHubDb).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic)
                     .Where(m => m.Name.EndsWith("Visibility", StringComparison.Ordinal)))
        {
            visibility.Invoke(this, [builder]);
        }
    }

    /// <summary>Once for each rent: a second return would give the context to two at a time.</summary>
    private bool GoesHome()
    {
        var home = Home;
        Home = null;
        ForgetRequest();
        return home?.Invoke(this) == true;
    }

    /// <summary>A pooled context outlives the request, so what belongs to the request is taken off before it goes back.</summary>
    private void ForgetRequest()
    {
        Viewer = Nobody;
        Reactions = null;
        Receipt = null;
        Lease = null;
        Origin = null;
        IsBulk = false;
    }

    private sealed class AsSystem : IDisposable
    {
        private readonly TalentHubDb db;
        private readonly Actor before;

        public AsSystem(TalentHubDb db)
        {
            this.db = db;
            before = db.Viewer;
            db.Viewer = Actor.System;
        }

        public void Dispose() => db.Viewer = before;
    }
}
