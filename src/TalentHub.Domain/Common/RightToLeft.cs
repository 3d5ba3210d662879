namespace TalentHub.Domain.Common;

/// <summary>Hebrew, Arabic and their kin, in a line of another direction.</summary>
public static class RightToLeft
{
    /// <summary>Sets a text that runs from right to left apart (first strong isolate), else the numbers and names beside it change places. Others stay as they are.</summary>
    public static string Apart(string text) => text.Any(IsOne) ? $"\u2068{text}\u2069" : text;

    private static bool IsOne(char c) => c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';
}
