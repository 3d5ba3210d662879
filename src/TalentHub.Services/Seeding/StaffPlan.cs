using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Seeding;

/// <summary>Who founded the company: a head for every department, those who keep house, the fourteen people whom a visitor can be, and the teams.</summary>
internal sealed class StaffPlan(SampleWorld world)
{
    private readonly Dictionary<StaffMember, MadeName> made = [];
    private readonly Dictionary<SampleDepartmentRow, (StaffMember Lead, int Led)> leads = [];

    public string EmailOf(StaffMember who) => made[who].Email;

    public string? PhoneOf(StaffMember who) => made[who].Phone;

    public void Fill()
    {
        var desks = world.Figures.Desks;
        Heads();
        Others("PPL", "HR partner", desks.HR, [Role.HR], "HR");
        Others("PPL", "Recruiter", desks.Recruiters, [Role.Recruiter], "Recruiter");
        Others("PPL", "Recruiting coordinator", desks.Coordinators, [Role.Coordinator], "Coordinator");
        Others("PPL", "Compensation lead", 1, [Role.CompensationOwner], "CompensationOwner");
        Others("PPL", "Learning lead", 1, [Role.LearningOwner], "LearningOwner");
        Others("FIN", "Finance partner", desks.Finance, [Role.Finance], "Finance");
        Others("OPS", "IT engineer", 1, [Role.Admin], "Admin");
        Others("OPS", "Office manager", desks.Offices, [], null);

        var inference = world.Department("ENG-INF");
        var hiring = Engineer(inference, "machine-learning-engineer", 6, "HiringManager", "SHA");
        Engineer(inference, "software-engineer", 5, "Interviewer", "SHA").Manager = hiring;
        Engineer(inference, "machine-learning-engineer", 4, "Employee", "SHA").Manager = hiring;
        var manager = Engineer(world.Department("RES-PRE"), "deep-learning-researcher", 6, "Manager", "BJS");
        for (var report = 0; report < 2; report++)
        {
            Engineer(manager.Department, "deep-learning-researcher", 4 - report, null, "BJS").Manager = manager;
        }

        Engineer(world.Department("ENG-APP"), "software-engineer", 4, "Employee2", "SFO");
        var teams = world.Departments.FindAll(d => d.Content.Families.Count > 0 && d.Content.Weight > 2);
        while (world.Staff.Count < world.Figures.Founders)
        {
            var team = world.Random.Weighted(teams, d => d.Content.Weight);
            var isLead = world.Figures.TeamSize is { } size && (!leads.TryGetValue(team, out var led) || led.Led == size);
            var family = world.Random.Chance(0.7) ? team.Content.Families[0] : team.Content.Families[^1];
            var rank = world.Random.Weighted([3, 4, 4, 5, 5, 6], _ => 1);
            Join(Engineer(team, family, isLead ? Math.Max(rank, 6) : rank, null, null), isLead);
        }
    }

    /// <summary>In a company of thousands a head leads leads, and each of them a team.</summary>
    private void Join(StaffMember who, bool isLead)
    {
        if (isLead)
        {
            leads[who.Department] = (who, 0);
        }
        else if (leads.TryGetValue(who.Department, out var team))
        {
            who.Manager = team.Lead;
            leads[who.Department] = team with { Led = team.Led + 1 };
        }
    }

    private void Heads()
    {
        foreach (var department in world.Departments)
        {
            var head = department.Content.Code switch
            {
                "LUMEN" => Other(department, TitleOf("LUMEN", "Chief executive"), [Role.Executive], "Executive", "SHA"),
                "RES" => Other(department, TitleOf("LUMEN", "Chief scientist"), [Role.Executive], null, "BJS"),
                "ENG" => Other(department, TitleOf("LUMEN", "Chief technology officer"), [Role.Executive], null, "SFO"),
                "PPL" => Other(department, TitleOf("PPL", "Head of People"), [Role.HR], null, "SHA"),
                "FIN" => Other(department, TitleOf("FIN", "Head of Finance"), [Role.Finance], null, "SHA"),
                "LEG" => Other(department, TitleOf("LEG", "General counsel"), [], null, "LON"),
                "OPS" => Other(department, TitleOf("OPS", "Head of Operations"), [], null, "SHA"),
                "ENG-INF" => Engineer(department, department.Content.Families[0], 7, "DepartmentHead", "SHA"),
                _ => Engineer(department, department.Content.Families[0], 7, null, null),
            };
            department.Head = head;
            head.Manager = department.Parent?.Head;
        }
    }

    private void Others(string department, string title, int count, List<Role> roles, string? label)
    {
        for (var number = 0; number < count; number++)
        {
            Other(world.Department(department), TitleOf(department, title), [.. roles], number == 0 ? label : null, number == 0 ? "SHA" : null);
        }
    }

    private StaffMember Other(SampleDepartmentRow department, Bilingual title, List<Role> roles, string? label, string? place) =>
        Add(department, title, null, 0, roles, label, place);

    private StaffMember Engineer(SampleDepartmentRow department, string family, int rank, string? label, string? place)
    {
        var level = ShippedContent.RoleFamily(family).Ladder[Math.Min(rank - 3, ShippedContent.RoleFamily(family).Ladder.Count - 1)];
        return Add(department, level.Title, family, rank, [], label, place);
    }

    private StaffMember Add(SampleDepartmentRow department, Bilingual title, string? family, int rank, List<Role> roles, string? label, string? placeCode)
    {
        var place = world.Places.Find(p => p.Content.Code == placeCode) ?? world.Random.Weighted(world.Places, p => p.Content.Weight);
        var name = world.Names.Make(place.Content.Country, ShippedContent.SampleCompany.MailDomain);
        var who = new StaffMember
        {
            Name = name.Name, Language = name.Language, Place = place, Department = department, Title = title, Family = family, Rank = rank, Roles = roles, Label = label,
            Starts = DateOnly.FromDateTime(world.Begin).AddDays(-world.Random.Between(30, 700)), Manager = department.Head,
        };
        made[who] = name;
        world.Staff.Add(who);
        return who;
    }

    private static Bilingual TitleOf(string department, string title) =>
        ShippedContent.SampleCompany.OtherTitles.Single(t => t.Department == department && t.Title.En == title).Title;
}
