using TalentHub.Data;
using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;

namespace TalentHub.Services.Seeding;

/// <summary>How much is made.</summary>
/// <param name="Staff">Who works there today.</param>
/// <param name="Founders">Who worked there three years ago.</param>
/// <param name="Leavers">Hires who have left since.</param>
/// <param name="OpenApplications">Applications of a job that is open now, on average.</param>
/// <param name="Desks">How many work in the offices around hiring.</param>
/// <param name="TeamSize">So many report to one lead; null where all of a department report to its head.</param>
internal sealed record SampleFigures(
    int Staff, int Founders, int Leavers, int Candidates, int Applications, int OpenJobs, int OpenApplications, int Resumes, double InterviewShare, SampleDesks Desks,
    int? TeamSize = null)
{
    /// <summary>More at a time would fill the memory with rows that nobody looks at any more.</summary>
    private const int LargestPiece = 2_000;

    /// <summary>Applications that are made and written together.</summary>
    public int Piece => Math.Min(Applications / 25, LargestPiece);

    /// <summary>A third of the jobs that are open brings somebody before now as well.</summary>
    public int Hires => Staff - Founders + Leavers - (OpenJobs / 3);

    public static SampleFigures Of(SampleSize size) => size switch
    {
        SampleSize.Small => new(60, 47, 4, 600, 900, 9, 26, 48, 0.12, new SampleDesks(2, 3, 1, 1, 1, 1)),
        SampleSize.Medium => new(300, 120, 26, 10_000, 25_000, 40, 90, 160, 0.09, new SampleDesks(4, 8, 3, 2, 3, 3)),
        SampleSize.Large => new(10_000, 6_200, 900, 150_000, 400_000, 400, 120, 1_600, 0.09, new SampleDesks(24, 80, 16, 10, 30, 30), TeamSize: 9),
    };
}

/// <param name="Waiting">How often each state of a request that is not open yet is there.</param>
internal sealed record SampleDesks(int HR, int Recruiters, int Coordinators, int Finance, int Offices, int Waiting);

internal sealed record SamplePlaceRow(long Id, SamplePlace Content, WorkingCalendar Calendar)
{
    public string Zone => Content.Zone;
}

internal sealed class SampleDepartmentRow(Department row, SampleDepartment content)
{
    public Department Row { get; } = row;

    public long Id => Row.Id;

    public SampleDepartment Content { get; } = content;

    public SampleDepartmentRow? Parent { get; set; }

    public StaffMember? Head { get; set; }
}

/// <summary>Someone who works or worked there.</summary>
internal sealed class StaffMember
{
    public long Id { get; set; }

    public required PersonName Name { get; init; }

    public required string Language { get; init; }

    public required SamplePlaceRow Place { get; init; }

    public required SampleDepartmentRow Department { get; init; }

    public required Bilingual Title { get; init; }

    public string? Family { get; init; }

    public int Rank { get; init; }

    public required DateOnly Starts { get; init; }

    public DateTime? LeavesAt { get; set; }

    public List<Role> Roles { get; init; } = [];

    public string? Label { get; set; }

    public StaffMember? Manager { get; set; }

    /// <summary>With all rights that the roles and the given relations bring.</summary>
    public Actor As(params ReadOnlySpan<Relation> relations)
    {
        var rights = RoleRights.Of(Role.Employee);
        foreach (var role in Roles)
        {
            rights |= RoleRights.Of(role);
        }

        foreach (var relation in relations)
        {
            rights |= RoleRights.Of(relation);
        }

        return new Actor(Id, ActorKind.Person, rights);
    }
}

/// <summary>What all parts of the generator share. Holds numbers and names, never the rows of the history: those leave memory with each piece.</summary>
internal sealed class SampleWorld(TalentHubDb db, DateTime now, SampleFigures figures)
{
    private readonly Dictionary<Role, IReadOnlyList<StaffMember>> holders = [];
    private readonly Dictionary<long, StaffMember> numbers = [];

    public TalentHubDb Db { get; } = db;

    public DateTime Now { get; } = now;

    public SampleFigures Figures { get; } = figures;

    public SampleRandom Random { get; } = new(20_260_103);

    public SampleTime Time => field ??= new SampleTime(Random);

    public NameMaker Names => field ??= new NameMaker(Random);

    public Diary Diary { get; } = new();

    public SampleTexts Texts => ShippedContent.SampleTexts;

    public List<SampleSource> Sources { get; } = [.. ShippedContent.SampleCompany.Sources];

    public DateTime Begin => Now.AddYears(-3);

    public List<SamplePlaceRow> Places { get; } = [];

    public List<SampleDepartmentRow> Departments { get; } = [];

    public List<StaffMember> Staff { get; } = [];

    public Dictionary<string, RoleFamily> Families { get; } = new(StringComparer.Ordinal);

    public long NoticeId { get; set; }

    public StaffMember Demo(string label) => Staff.Find(s => s.Label == label) ?? throw new InvalidOperationException($"Nobody is {label}.");

    /// <summary>Roles are held by those who were there at the beginning: found once, they stay.</summary>
    public IReadOnlyList<StaffMember> With(Role role) =>
        holders.TryGetValue(role, out var known) ? known : holders[role] = Staff.FindAll(s => s.Roles.Contains(role));

    public StaffMember Person(long id)
    {
        if (!numbers.TryGetValue(id, out var who))
        {
            Staff.ForEach(s => numbers[s.Id] = s);
            who = numbers.GetValueOrDefault(id) ?? throw new InvalidOperationException($"{id} is not one of the staff.");
        }

        return who;
    }

    public SampleDepartmentRow Department(string code) => Departments.Find(d => d.Content.Code == code)!;

    /// <summary>
    /// Writes what was added and changed and forgets it, so that memory stays small; what goes on changing is taken up again.
    /// </summary>
    public async Task SaveAsync(CancellationToken ct, params IEnumerable<object> goesOn)
    {
        await Db.SaveChangesAsync(ct);
        Db.ChangeTracker.Clear();
        Db.AttachRange(goesOn);
    }
}
