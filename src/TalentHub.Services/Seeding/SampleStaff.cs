using TalentHub.Data.Accounts;
using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services.Accounts;
using TalentHub.Services.Recruiting;

namespace TalentHub.Services.Seeding;

/// <summary>The company itself: places with their holidays, departments, and those who worked there three years ago.</summary>
internal sealed class SampleStaff(SampleWorld world, ShippedCopies copies)
{
    private readonly StaffPlan plan = new(world);

    public async Task MakeAsync(bool isDemo, CancellationToken ct)
    {
        var content = ShippedContent.SampleCompany;
        var db = world.Db;
        db.Companies.Add(new Company(content.Name, content.Zone, content.Currency, isDemo, world.Begin));
        await PlacesAsync(content, ct);
        await CompaniesAsync(content, ct);
        await DepartmentsAsync(content, ct);
        plan.Fill();
        await PeopleAsync(ct);
        await ContentAsync(content, ct);
    }

    /// <summary>An account of somebody who works here; without a password nobody gets in by it.</summary>
    public static Account AccountOf(long personId, string email, DateTime at, SampleRandom random)
    {
        var key = email.Normalize().ToUpperInvariant();
        return new Account
        {
            PersonId = personId, UserName = email, NormalizedUserName = key, Email = email, NormalizedEmail = key, CreatedAt = at,
            SecurityStamp = Hex(random), ConcurrencyStamp = Hex(random),
        };
    }

    private static string Hex(SampleRandom random) => string.Concat(Enumerable.Range(0, 32).Select(_ => "0123456789abcdef"[random.Below(16)]));

    private async Task PlacesAsync(SampleCompanyContent content, CancellationToken ct)
    {
        var rows = content.Places.Select(p => (Content: p, Row: new Location(p.Name, p.Zone, p.Country, p.Currency))).ToList();
        world.Db.Locations.AddRange(rows.Select(r => r.Row));
        await world.Db.SaveChangesAsync(ct);
        foreach (var (place, row) in rows)
        {
            var days = place.Holidays.Select(h => new Holiday(row.Id, h.Date, h.Name)).ToList();
            world.Db.Holidays.AddRange(days);
            world.Places.Add(new SamplePlaceRow(row.Id, place, new WorkingCalendar(days)));
        }

        await world.SaveAsync(ct);
    }

    /// <summary>One company in law for each country in which there is a place.</summary>
    private async Task CompaniesAsync(SampleCompanyContent content, CancellationToken ct)
    {
        world.Db.LegalEntities.AddRange(content.Places.Select(p => p.Country).Distinct(StringComparer.Ordinal)
            .Select(country => new LegalEntity(country, new Bilingual($"{content.Name.En} {country}", $"{content.Name.Zh}（{country}）"), country, null)));
        await world.SaveAsync(ct);
    }

    private async Task DepartmentsAsync(SampleCompanyContent content, CancellationToken ct)
    {
        foreach (var department in content.Departments)
        {
            var parent = world.Departments.Find(d => d.Content.Code == department.Parent);
            var row = new SampleDepartmentRow(new Department(department.Code, department.Name, parent?.Id, null), department) { Parent = parent };
            world.Db.Departments.Add(row.Row);
            await world.Db.SaveChangesAsync(ct);
            world.Departments.Add(row);
        }
    }

    private async Task PeopleAsync(CancellationToken ct)
    {
        var db = world.Db;
        var people = new List<(StaffMember Who, Person Person)>();
        foreach (var who in world.Staff)
        {
            var joined = who.Starts.AddDays(-40).ToDateTime(new TimeOnly(10, 0), DateTimeKind.Utc);
            var person = new Person(who.Name, plan.EmailOf(who), plan.PhoneOf(who), who.Language, joined);
            person.Speaks(who.Language, who.Place.Zone);
            person.Describe(who.Title.In(who.Language), ShippedContent.SampleCompany.Name.In(who.Language), who.Place.Content.Name.In(who.Language), null);
            db.People.Add(person);
            people.Add((who, person));
        }

        await db.SaveChangesAsync(ct);
        people.ForEach(p => p.Who.Id = p.Person.Id);
        foreach (var department in world.Departments)
        {
            department.Row.LedBy(department.Head?.Id);
        }

        foreach (var (who, person) in people)
        {
            var begins = who.Starts.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc);
            var employment = new Employment(
                Actor.System, begins, who.Id, who.Department.Id, who.Place.Id, who.Title.In(who.Language), who.Family, who.Family is null ? null : $"L{who.Rank}",
                who.Manager?.Id, who.Starts, null);
            employment.Arrive(Actor.System, begins);
            db.Employments.Add(employment);
            db.Users.Add(AccountOf(who.Id, person.Email!, begins, world.Random));
            db.RoleGrants.AddRange(who.Roles.Select(r => new RoleGrant { PersonId = who.Id, Role = r, GivenAt = begins }));
            if (who.Label is { } label)
            {
                db.DemoPeople.Add(new DemoPerson { Label = label, PersonId = who.Id });
            }
        }

        await world.SaveAsync(ct);
    }

    /// <summary>What ships, and what this company has beside it: longer chains for senior roles.</summary>
    private async Task ContentAsync(SampleCompanyContent content, CancellationToken ct)
    {
        var db = world.Db;
        var hr = world.Demo("HR");
        var contact = plan.EmailOf(hr);
        await copies.AddAsync(content.Name, contact, hr.Id, ct);
        db.ApprovalPolicies.AddRange(SampleChains.Senior());
        if (!db.OnboardingTemplates.Local.Any())
        {
            db.OnboardingTemplates.Add(ShippedContent.OnboardingTemplate.ToTemplate());
        }

        if (!db.Notices.Local.Any())
        {
            db.Notices.Add(Notices.Shipped(content.Name, contact, hr.Id, world.Begin));
        }

        await db.SaveChangesAsync(ct);
        world.NoticeId = db.Notices.Local.Max(n => n.Id);
        foreach (var family in db.RoleFamilies.Local)
        {
            world.Families[family.Code] = family;
        }

        db.ChangeTracker.Clear();
    }
}
