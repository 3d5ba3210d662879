namespace TalentHub.Data.Content;

/// <summary>Longest texts that ship, in UTF-16 units. They stay below the lengths of the columns they are copied into.</summary>
public static class ContentLimits
{
    public const int Name = 80;
    public const int Subject = 120;
    public const int Sentence = 300;
    public const int Paragraph = 1000;
    public const int Body = 3000;
}
