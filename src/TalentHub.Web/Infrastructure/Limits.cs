namespace TalentHub.Web.Infrastructure;

/// <summary>How much of anything is taken in.</summary>
public static class Limits
{
    /// <summary>A whole request: a file of 10 MB and the form around it.</summary>
    public const long Body = 11 * 1024 * 1024;

    public const int FormValues = 1024;
}
