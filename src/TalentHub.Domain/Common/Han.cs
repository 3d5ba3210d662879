namespace TalentHub.Domain.Common;

/// <summary>Chinese characters.</summary>
internal static class Han
{
    public static bool Is(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';
}
