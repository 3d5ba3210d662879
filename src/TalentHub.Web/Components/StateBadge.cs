using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using TalentHub.Domain.Workflows;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Components;

/// <summary>The six looks of a state, each with its own icon; colour never speaks alone. <c>Hold</c> stands beside a state.</summary>
public enum Tone
{
    Draft,
    Moving,
    Waiting,
    Good,
    End,
    Blocked,
    Hold,
}

/// <summary>A state as icon and word. Plain C#, fit for table rows.</summary>
public static class StateBadge
{
    private static readonly ConcurrentDictionary<(string Language, string Machine, string State), HtmlString> Drawn = new();

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly Dictionary<string, Tone> Known = new(StringComparer.Ordinal)
    {
        ["Draft"] = Tone.Draft, ["Planned"] = Tone.Draft, ["ToSchedule"] = Tone.Draft, ["Assigned"] = Tone.Draft, ["Todo"] = Tone.Draft, ["Scheduled"] = Tone.Moving,
        ["InApproval"] = Tone.Waiting, ["InReview"] = Tone.Waiting, ["ChangesRequested"] = Tone.Waiting, ["ReferredBack"] = Tone.Waiting, ["Received"] = Tone.Waiting,
        ["Deciding"] = Tone.Waiting, ["AwaitingFeedback"] = Tone.Waiting, ["AvailabilityAsked"] = Tone.Waiting, ["Extended"] = Tone.Waiting, ["Reserved"] = Tone.Waiting,
        ["InNegotiation"] = Tone.Waiting, ["Suspected"] = Tone.Waiting, ["MoreSignal"] = Tone.Waiting, ["Preboarding"] = Tone.Waiting, ["PreHire"] = Tone.Waiting,
        ["Filled"] = Tone.Good, ["Hired"] = Tone.Good, ["Accepted"] = Tone.Good, ["Hire"] = Tone.Good, ["Done"] = Tone.Good, ["Confirmed"] = Tone.Good, ["Active"] = Tone.Good,
        ["FeedbackComplete"] = Tone.Good, ["ReadyToHire"] = Tone.Good, ["ReadyForDayOne"] = Tone.Good, ["Live"] = Tone.Good, ["Submitted"] = Tone.Good, ["Locked"] = Tone.Good,
        ["Blocked"] = Tone.Blocked, ["decision.Blocked"] = Tone.Waiting, ["Rejected"] = Tone.End, ["Withdrawn"] = Tone.End, ["NoShow"] = Tone.Blocked, ["Paused"] = Tone.Hold,
    };

    public static IHtmlContent Of(Tone tone, string words, string? since = null)
    {
        var name = Name(tone);
        var badge = new HtmlContentBuilder(5)
            .AppendHtml($"<span class=\"state\" data-tone=\"{name}\">").AppendHtml(Icon.Of("state-" + name)).Append(" ").Append(words);
        if (since is not null)
        {
            badge.AppendHtml(" <span class=\"since\">").Append(since).AppendHtml("</span>");
        }

        return badge.AppendHtml("</span>");
    }

    /// <summary>As the style sheet names it.</summary>
    public static string Name(this Tone tone) => tone switch
    {
        Tone.Draft => "draft",
        Tone.Moving => "moving",
        Tone.Waiting => "waiting",
        Tone.Good => "good",
        Tone.End => "end",
        Tone.Blocked => "blocked",
        Tone.Hold => "hold",
    };

    /// <summary>The badge of a machine's state, in the reader's language.</summary>
    public static IHtmlContent Of(Text text, string machine, object state, string? since = null)
    {
        var name = state.ToString()!;
        if (since is not null)
        {
            return Of(ToneOf(machine, name), text.State(machine, state), since);
        }

        // Drawn once per machine, state and language: a list shows fifty.
        var key = (text.Language, machine, name);
        return Drawn.TryGetValue(key, out var drawn) ? drawn : Drawn.GetOrAdd(key, Draw(Of(ToneOf(machine, name), text.State(machine, state))));
    }

    private static HtmlString Draw(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, Encoder);
        return new HtmlString(writer.ToString());
    }

    public static Tone ToneOf(string machine, string state) =>
        Known.TryGetValue($"{machine}.{state}", out var own) ? own
        : Known.TryGetValue(state, out var tone) ? tone
        : Machines.Find(machine)?.Ends.Contains(state) == true ? Tone.End
        : Tone.Moving;
}
