using TalentHub.Domain.Common;

namespace TalentHub.Domain.People;

/// <summary>The one company of an installation, and how it came to be.</summary>
public sealed class Company : Entity
{
    public const int NameLength = 200;

    private Company() => Name = new Bilingual("-", "-");

    public Company(Bilingual name, string zone, string currency, bool isDemo, DateTime at)
    {
        Name = name;
        Zone = zone;
        Currency = currency;
        IsDemo = isDemo;
        SetUpAt = at;
        Require.That(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "This time zone is not known.", "Zone");
    }

    public Bilingual Name { get; private set; }

    /// <summary>IANA name: where a day ends that has no place of its own.</summary>
    public string Zone { get; private set; }  = "UTC";

    /// <summary>ISO 4217, in which plans and chains count.</summary>
    public string Currency { get; private set; } = "USD";

    /// <summary>Filled by *Load the sample company*: one-click sign-in, a banner, no mail.</summary>
    public bool IsDemo { get; private set; }

    public DateTime SetUpAt { get; private set; }
}

/// <summary>A part of the company. The tree has one root.</summary>
public sealed class Department : Entity
{
    public const int CodeLength = 20;

    private Department()
    {
        Code = string.Empty;
        Name = new Bilingual("-", "-");
    }

    public Department(string code, Bilingual name, long? parentId, long? headId)
    {
        Code = Require.Text(code, "Write a short code.", CodeLength, "Code");
        Name = name;
        ParentId = parentId;
        HeadId = headId;
    }

    public string Code { get; private set; }

    public Bilingual Name { get; private set; }

    public long? ParentId { get; private set; }

    /// <summary>The head's person record: approves for the department.</summary>
    public long? HeadId { get; private set; }

    /// <summary>Where its costs are counted; null for nowhere of its own.</summary>
    public long? CostCentreId { get; private set; }

    public DepartmentTerms Terms => new(Name with { }, ParentId, HeadId, CostCentreId);

    /// <summary>These terms hold as of today.</summary>
    /// <param name="line">The new parent and those above it: a department cannot stand below itself.</param>
    public void Hold(DepartmentTerms terms, IReadOnlyCollection<long> line)
    {
        Name = terms.Name with { };
        MoveUnder(terms.ParentId, line);
        HeadId = terms.HeadId;
        CostCentreId = terms.CostCentreId;
    }

    public void Rename(string code, Bilingual name)
    {
        Code = Require.Text(code, "Write a short code.", CodeLength, "Code");
        Name = name;
    }

    public void LedBy(long? headId) => HeadId = headId;

    /// <param name="line">The new parent and those above it: a department cannot stand below itself.</param>
    public void MoveUnder(long? parentId, IReadOnlyCollection<long> line)
    {
        Require.That(parentId is null || !line.Contains(Id), "A department cannot stand below itself.", "ParentId");
        ParentId = parentId;
    }
}

/// <summary>A place where people work: its zone says when its day ends, its country which rules hold.</summary>
public sealed class Location : Entity
{
    private Location()
    {
        Name = new Bilingual("-", "-");
        Zone = Country = Currency = string.Empty;
    }

    public Location(Bilingual name, string zone, string country, string currency)
    {
        Name = name;
        Zone = zone;
        Country = country;
        Currency = currency;
        Describe(name, zone, country, currency);
    }

    public void Describe(Bilingual name, string zone, string country, string currency)
    {
        Name = name;
        Zone = zone;
        Country = country;
        Currency = currency;
        Require.That(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "This time zone is not known.", "Zone");
        Require.That(country is { Length: 2 } && country.All(char.IsAsciiLetterUpper), "A country is two capital letters (ISO 3166): CN, US.", "Country");
        _ = new Money(0, currency);
    }

    public Bilingual Name { get; private set; }

    /// <summary>IANA name.</summary>
    public string Zone { get; private set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; }

    /// <summary>ISO 4217, in which people there are paid.</summary>
    public string Currency { get; private set; }
}
