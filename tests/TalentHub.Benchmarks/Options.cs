using System.Globalization;

namespace TalentHub.Benchmarks;

/// <summary>How large a company, how long and how wide the load.</summary>
public sealed record Options(string Size, int Seconds, int Warming, int Connections)
{
    public static Options Read(string[] args) => new(
        Value(args, "--size") ?? "medium",
        int.Parse(Value(args, "--seconds") ?? "10", CultureInfo.InvariantCulture),
        int.Parse(Value(args, "--warming") ?? "20", CultureInfo.InvariantCulture),
        int.Parse(Value(args, "--connections") ?? "16", CultureInfo.InvariantCulture));

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}

/// <summary>A page under load.</summary>
/// <param name="Label">Whose session it runs in, by the label of the sample's people; null for a stranger.</param>
/// <param name="Path">Its address; <c>{…}</c> places are filled from pages that link there.</param>
public sealed record Scenario(string Name, string Path, string? Label);

public static class Scenarios
{
    /// <summary>The first is the plain-text endpoint that everything is compared with.</summary>
    public static readonly IReadOnlyList<Scenario> All =
    [
        new("plain text", "/health/live", null),
        new("careers list (output cache)", "/careers", null),
        new("candidates, filter and sort", "/candidates?state=running&sort=Waiting", "Recruiter"),
        new("candidates, page far on", "{cursor:/candidates}", "Recruiter"),
        new("name search", "/candidates?q=wang", "Recruiter"),
        new("name search, two letters", "/candidates?q=li", "Recruiter"),
        new("name search, Chinese", "/candidates?q=%E6%9D%8E%E6%98%8E", "Recruiter"),
        new("application", "{first:/candidates?state=running|/applications/APP-}", "Recruiter"),
        new("person", "{first:/candidates?state=running|/applications/APP-|/candidates/}", "Recruiter"),
        new("requisition", "{first:/demand/requisitions|/demand/requisitions/REQ-}", "Recruiter"),
        new("board", "{first:/jobs|/jobs/REQ-}", "Recruiter"),
        new("requisitions", "/demand/requisitions", "Recruiter"),
        new("jobs", "/jobs", "Recruiter"),
        new("interviews", "/interviews", "Recruiter"),
        new("offers", "/offers", "Recruiter"),
        new("Today", "/today", "Recruiter"),
        new("Flow", "/flow", "Recruiter"),
    ];
}
