using TalentHub.Domain.Common;

namespace TalentHub.Domain.Interviews;

/// <summary>One end or the inside of the anchored scale, of a single attribute and of the whole: 1 strong no, 2 no, 3 yes, 4 strong yes.</summary>
public enum Recommendation
{
    StrongNo = 1,
    No = 2,
    Yes = 3,
    StrongYes = 4,
}

/// <summary>What a scorecard rates, with a description for each point of the scale, so that two people mean the same by a 3.</summary>
public sealed record RatedAttribute
{
    public const int CodeLength = 60;

    /// <summary>Points of the scale; 1 and 4 are its extremes and need evidence.</summary>
    public const int Points = 4;

    public string Code { get; init; } = string.Empty;

    public required Bilingual Name { get; init; }

    public Bilingual? Meaning { get; init; }

    /// <summary>Four descriptions, lowest first.</summary>
    public List<Bilingual> Anchors { get; init; } = [];

    /// <summary>A card cannot be handed in while this one is not rated.</summary>
    public bool IsRequired { get; init; } = true;

    public static RatedAttribute Of(string code, Bilingual name, Bilingual? meaning, IEnumerable<Bilingual> anchors, bool isRequired = true)
    {
        var attribute = new RatedAttribute
        {
            Code = Require.Text(code, "An attribute needs a code.", CodeLength, "Code"),
            Name = name,
            Meaning = meaning,
            Anchors = [.. anchors],
            IsRequired = isRequired,
        };
        Require.That(attribute.Anchors.Count == Points, "Describe all four points of the scale.", "Anchors");
        return attribute;
    }
}
