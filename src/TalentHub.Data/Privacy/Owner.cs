namespace TalentHub.Data.Privacy;

/// <summary>One way in which a row belongs to a person.</summary>
public abstract record Owner
{
    private Owner()
    {
    }

    /// <summary>A column holds the number of the person.</summary>
    public sealed record Person(string Column) : Owner;

    /// <summary>A column holds the number of a row that belongs to the person.</summary>
    public sealed record Row(Type Parent, string Column) : Owner;

    /// <summary>The row is about a subject of a machine (columns <c>Machine</c> and <c>SubjectId</c>) that belongs to the person.</summary>
    public sealed record Subject : Owner;

    /// <summary>A column holds the person's address as we compare it, because there is no number yet.</summary>
    public sealed record Address(string Column) : Owner;
}
