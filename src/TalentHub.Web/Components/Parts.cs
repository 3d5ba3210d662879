using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Components;

/// <summary>Previous and next of a list that pages by cursor; drawn by _Pager. Null where there is none.</summary>
/// <param name="Range">What is shown, in words: "51–100".</param>
public sealed record Pager(string? Previous, string? Next, string? Range = null);

/// <summary>An empty place that says what belongs there and offers the first step; drawn by _Empty.</summary>
public sealed record Empty(string Icon, string Title, string Says, string? Action = null, string? Href = null, bool IsSmall = false);

/// <summary>One line of a timeline; a list of them is drawn by _Timeline.</summary>
/// <param name="Says">The sentence after the name.</param>
/// <param name="Words">What someone wrote: a note, a reason.</param>
/// <param name="When">In the reader's words.</param>
public sealed record TimelineRow(string Icon, Tone Tone, string? Who, string Says, string? Words, string When, DateTime At, string? Href = null, string? UndoHref = null);

/// <summary>Somebody who can be chosen.</summary>
/// <param name="Says">What tells this person from others of the name: a title, a department.</param>
public sealed record Choosable(long Id, string Name, string? Says);

/// <summary>A choice of several people: a list of ticks that works as it is, with a filter above it once there is script; drawn by _People.</summary>
/// <param name="Name">The name that is posted, and the key of its errors: "Input.InterviewerIds".</param>
/// <param name="First">Those who are likeliest, under a heading of their own.</param>
public sealed record PeopleChoice(
    string Name, string Label, IReadOnlyList<Choosable> People, IReadOnlyCollection<long> Chosen, string? Hint = null, bool IsOptional = false, string? FirstLabel = null, IReadOnlyList<Choosable>? First = null)
{
    /// <summary>Those who are ticked stand first in each list, which otherwise keeps its order: nobody is chosen out of sight.</summary>
    public IEnumerable<(string? Label, IEnumerable<Choosable> People)> Groups(Text text)
    {
        var first = First ?? [];
        if (first.Count > 0)
        {
            yield return (FirstLabel, Ticked(first));
        }

        var rest = People.Where(p => first.All(f => f.Id != p.Id)).ToList();
        if (rest.Count > 0)
        {
            yield return (first.Count > 0 ? text["Other colleagues"] : null, Ticked(rest));
        }
    }

    private IEnumerable<Choosable> Ticked(IEnumerable<Choosable> people) => people.OrderByDescending(p => Chosen.Contains(p.Id));
}
