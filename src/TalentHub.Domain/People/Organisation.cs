using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.People;

/// <summary>A company in law: the employer in a country, by whose books a cost centre is kept.</summary>
public sealed class LegalEntity : Entity
{
    public const int CodeLength = 20;
    public const int NumberLength = 60;

    private LegalEntity()
    {
        Code = Country = string.Empty;
        Name = new Bilingual("-", "-");
    }

    public LegalEntity(string code, Bilingual name, string country, string? registeredAs)
        : this() => Describe(code, name, country, registeredAs);

    public string Code { get; private set; }

    public Bilingual Name { get; private set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; }

    /// <summary>Its number in the register of that country.</summary>
    public string? RegisteredAs { get; private set; }

    public void Describe(string code, Bilingual name, string country, string? registeredAs)
    {
        Code = Require.Text(code, "Write a short code.", CodeLength, "Code");
        Require.That(country is { Length: 2 } && country.All(char.IsAsciiLetterUpper), "A country is two capital letters (ISO 3166): CN, US.", "Country");
        Name = name;
        Country = country;
        RegisteredAs = Require.AtMost(registeredAs, NumberLength, "RegisteredAs");
    }
}

/// <summary>What a department is called, where it stands and who answers for it, from a day on.</summary>
public sealed record DepartmentTerms(Bilingual Name, long? ParentId, long? HeadId, long? CostCentreId);

/// <summary>
/// One line of a department's history and future: how it is from a day on, until the next line. The department's own row always says what holds today; lines dated ahead
/// take effect on their day.
/// </summary>
public sealed class DepartmentChange : Entity
{
    /// <summary>From when on that holds which was there before anybody dated anything.</summary>
    public static readonly DateOnly Always = new(1900, 1, 1);

    /// <summary>A company is older than this century, and plans no further than it.</summary>
    public static readonly DayRange Days = new(Always, DayRange.Sensible.To);

    private DepartmentChange() => Name = new Bilingual("-", "-");

    public DepartmentChange(Actor by, DateTime at, long departmentId, DateOnly from, DepartmentTerms terms)
        : this()
    {
        DepartmentId = departmentId;
        From = Require.Within(Days, from, nameof(From))!.Value;
        Write(by, at, terms);
    }

    public long DepartmentId { get; private set; }

    /// <summary>The first day on which it holds.</summary>
    public DateOnly From { get; private set; }

    public Bilingual Name { get; private set; }

    public long? ParentId { get; private set; }

    public long? HeadId { get; private set; }

    public long? CostCentreId { get; private set; }

    /// <summary>Who wrote it; 0 for what was there before.</summary>
    public long WrittenBy { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public DepartmentTerms Terms => new(Name with { }, ParentId, HeadId, CostCentreId);

    public void Write(Actor by, DateTime at, DepartmentTerms terms)
    {
        Name = terms.Name with { };
        ParentId = terms.ParentId;
        HeadId = terms.HeadId;
        CostCentreId = terms.CostCentreId;
        WrittenBy = by.PersonId;
        WrittenAt = at;
    }
}

/// <summary>Where costs are counted. Its number stays; what it is called, whose books it is in and whether it is open hold from a day on.</summary>
public sealed class CostCentre : Entity
{
    public const int CodeLength = 20;

    private CostCentre() => Code = string.Empty;

    public CostCentre(string code) => Code = Require.Text(code, "Write a short code.", CodeLength, "Code");

    public string Code { get; private set; }
}

/// <summary>How a cost centre is from a day on.</summary>
/// <param name="IsClosed">Nothing is counted there any more.</param>
public sealed record CostCentreTerms(Bilingual Name, long LegalEntityId, bool IsClosed);

/// <summary>One line of a cost centre's history and future.</summary>
public sealed class CostCentreChange : Entity
{
    private CostCentreChange() => Name = new Bilingual("-", "-");

    public CostCentreChange(Actor by, DateTime at, long costCentreId, DateOnly from, CostCentreTerms terms)
        : this()
    {
        CostCentreId = costCentreId;
        From = Require.Within(DepartmentChange.Days, from, nameof(From))!.Value;
        Write(by, at, terms);
    }

    public long CostCentreId { get; private set; }

    public DateOnly From { get; private set; }

    public Bilingual Name { get; private set; }

    public long LegalEntityId { get; private set; }

    public bool IsClosed { get; private set; }

    public long WrittenBy { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public void Write(Actor by, DateTime at, CostCentreTerms terms)
    {
        Name = terms.Name with { };
        LegalEntityId = terms.LegalEntityId;
        IsClosed = terms.IsClosed;
        WrittenBy = by.PersonId;
        WrittenAt = at;
    }
}
