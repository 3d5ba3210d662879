namespace TalentHub.Domain.Common;

/// <summary>A text that the company writes in both languages: a department's name, a reason, a posting. Neither is a translation of second rank.</summary>
public sealed record Bilingual
{
    private Bilingual()
    {
        En = Zh = string.Empty;
    }

    public Bilingual(string? en, string? zh)
    {
        En = (en ?? string.Empty).Trim();
        Zh = (zh ?? string.Empty).Trim();
        Require.That(En.Length + Zh.Length > 0, "Write it in at least one language.", "En");
    }

    public string En { get; private init; }

    public string Zh { get; private init; }

    /// <summary>The text in a language ("zh…" or any other), falling back to the one that is there.</summary>
    public string In(string language) =>
        language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ? (Zh.Length > 0 ? Zh : En)
            : (En.Length > 0 ? En : Zh);

    public override string ToString() => In("en");
}
