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
