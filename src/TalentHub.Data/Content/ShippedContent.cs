namespace TalentHub.Data.Content;

/// <summary>
/// What TalentHub brings along in English and Chinese, read once when first asked for. It is copied into a company's database
/// when the company is set up; afterwards the company's own copy counts.
/// </summary>
public static class ShippedContent
{
    private static readonly string[] FamilyCodes =
        ["deep-learning-researcher", "machine-learning-engineer", "data-scientist", "software-engineer", "product-manager"];

    private static readonly Lazy<IReadOnlyList<RoleFamilyContent>> LazyRoleFamilies =
        new(() => [.. FamilyCodes.Select(code => ContentReader.Json<RoleFamilyContent>($"RoleFamilies/{code}.json"))]);

    /// <summary>The five role families that a company building language models hires, in the order of the line.</summary>
    public static IReadOnlyList<RoleFamilyContent> RoleFamilies => LazyRoleFamilies.Value;

    public static RoleFamilyContent RoleFamily(string code) => RoleFamilies.Single(family => family.Code == code);
}
