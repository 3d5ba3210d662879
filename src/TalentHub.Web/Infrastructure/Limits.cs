namespace TalentHub.Web.Infrastructure;

/// <summary>How much of anything is taken in.</summary>
public static class Limits
{
    /// <summary>A whole request: a file of 10 MB and the form around it.</summary>
    public const long Body = 11 * 1024 * 1024;

    public const int FormValues = 1024;

    /// <summary>How long a request may take, from its first line to its answer.</summary>
    public static readonly TimeSpan Request = TimeSpan.FromSeconds(30);

    /// <summary>Pages that take a file over a slow line, or give out more than a page.</summary>
    public static readonly TimeSpan LongRequest = TimeSpan.FromMinutes(10);

    /// <summary>Put on such a page: <c>[RequestTimeout(Limits.Long)]</c>.</summary>
    public const string Long = "long";

    /// <summary>How long the first lines of a request may take.</summary>
    public static readonly TimeSpan Headers = TimeSpan.FromSeconds(15);

    /// <summary>Bytes a second below which a body is not waited for any more.</summary>
    public const double LeastRate = 1000;

    /// <summary>How long a body may be slower than that.</summary>
    public static readonly TimeSpan RateGrace = TimeSpan.FromSeconds(8);
}
