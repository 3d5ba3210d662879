using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Flow;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Components;

/// <summary>
/// Draws a machine from its own table as SVG, on the server: states in layers by their shortest way from the start, one arrow a pair of states with its moves as the
/// label, counts and median stay on the states. The same facts stand in a table below it for those who cannot see a picture.
/// </summary>
public static class MachineDrawing
{
    private const int NodeWidth = 168;
    private const int NodeHeight = 46;
    private const int LayerGap = 150;
    private const int RowGap = 34;
    private const int Margin = 14;

    public static IHtmlContent Draw(IWorkflow machine, LineFigures figures, Text text)
    {
        var places = Place(machine);
        var width = places.Values.Max(p => p.X) + NodeWidth + Margin;
        var arcs = Arrows(machine).Where(a => a.From != a.To).ToList();
        var back = arcs.Count(a => places[a.To].X <= places[a.From].X);
        var height = places.Values.Max(p => p.Y) + NodeHeight + Margin + (back > 0 ? 40 + back * 16 : 0);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" aria-label=\"{Encode(text["{machine}: states and moves", ("machine", text.Machine(machine.Name))])}\">");
        svg.Append("<defs><marker id=\"head\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path class=\"edge-head\" d=\"M0 0L10 5L0 10z\"/></marker></defs>");
        var bottom = places.Values.Max(p => p.Y) + NodeHeight + 22;
        foreach (var arc in arcs)
        {
            Arc(svg, places[arc.From], places[arc.To], Label(machine, arc, figures, text), ref bottom);
        }

        foreach (var (state, place) in places)
        {
            Node(svg, machine, state, place, figures.Of(machine.Name, state), text);
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static void Node(StringBuilder svg, IWorkflow machine, string state, (int X, int Y) at, StateFigures figures, Text text)
    {
        var tone = StateBadge.ToneOf(machine.Name, state).ToString().ToLowerInvariant();
        var stay = figures.MedianHours is { } hours ? " · " + text["median {span}", ("span", text.Span(TimeSpan.FromHours(hours)))] : string.Empty;
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"node{(state == machine.Start ? " is-start" : string.Empty)}\" data-tone=\"{tone}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{at.X}\" y=\"{at.Y}\" width=\"{NodeWidth}\" height=\"{NodeHeight}\" rx=\"{(machine.Ends.Contains(state) ? NodeHeight / 2 : 8)}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{at.X + NodeWidth / 2}\" y=\"{at.Y + 19}\" text-anchor=\"middle\">{Encode(text.State(machine.Name, state))}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"node-count\" x=\"{at.X + NodeWidth / 2}\" y=\"{at.Y + 37}\" text-anchor=\"middle\">{figures.Count}{Encode(stay)}</text></g>");
    }

    private static void Arc(StringBuilder svg, (int X, int Y) from, (int X, int Y) to, string label, ref int bottom)
    {
        string path;
        int x, y;
        if (to.X > from.X)
        {
            var (x1, y1, x2, y2) = (from.X + NodeWidth, from.Y + NodeHeight / 2, to.X, to.Y + NodeHeight / 2);
            var bend = (x2 - x1) / 2;
            path = $"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2 - 2} {y2}";

            // Near the head: labels of arrows that fan out from one state do not lie on each other.
            (x, y) = (x1 + (x2 - x1) * 3 / 5, y1 + (y2 - y1) * 5 / 7 - 4);
        }
        else if (to.X == from.X)
        {
            var down = to.Y > from.Y;
            var (x1, y1, y2) = (from.X + NodeWidth / 2, down ? from.Y + NodeHeight : from.Y, down ? to.Y - 2 : to.Y + NodeHeight + 2);
            var aside = Math.Abs(to.Y - from.Y) > NodeHeight + RowGap ? NodeWidth : 0;
            path = aside == 0 ? $"M{x1} {y1}L{x1} {y2}" : $"M{from.X + NodeWidth} {from.Y + NodeHeight / 2}C{x1 + aside} {from.Y + NodeHeight / 2} {x1 + aside} {to.Y + NodeHeight / 2} {from.X + NodeWidth + 2} {to.Y + NodeHeight / 2}";
            (x, y) = (x1 + aside / 2, (y1 + y2) / 2 + 4);
        }
        else
        {
            // Backwards: along the bottom, each on a line of its own.
            var (x1, y1, x2, y2) = (from.X + NodeWidth / 3, from.Y + NodeHeight, to.X + NodeWidth * 2 / 3, to.Y + NodeHeight + 2);
            path = $"M{x1} {y1}C{x1} {bottom} {x1} {bottom} {x1 - 20} {bottom}L{x2 + 20} {bottom}C{x2} {bottom} {x2} {bottom} {x2} {y2}";
            (x, y) = ((x1 + x2) / 2, bottom - 4);
            bottom += 16;
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"edge\" marker-end=\"url(#head)\" d=\"{path}\"/><text class=\"edge-label\" x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">{Encode(label)}</text>");
    }

    private static string Label(IWorkflow machine, (string From, string To, IReadOnlyList<string> Triggers) arc, LineFigures figures, Text text)
    {
        var first = text.Trigger(machine.Name, arc.Triggers[0]);
        var more = arc.Triggers.Count > 1 ? $" +{arc.Triggers.Count - 1}" : string.Empty;
        return figures.Share(machine.Name, arc.From, arc.To) is { } share ? string.Create(CultureInfo.CurrentCulture, $"{first}{more} {share:P0}") : first + more;
    }

    /// <summary>One arrow a pair of states. Undo and restore lead back to wherever something came from: they stand in the table, a web of arrows would hide the line.</summary>
    private static List<(string From, string To, IReadOnlyList<string> Triggers)> Arrows(IWorkflow machine) =>
        [.. machine.Moves.Where(m => !m.ToEarlier).SelectMany(m => m.From.SelectMany(f => m.To.Select(t => (From: f, To: t, m.Trigger))))
            .GroupBy(a => (a.From, a.To)).Select(g => (g.Key.From, g.Key.To, (IReadOnlyList<string>)[.. g.Select(a => a.Trigger).Distinct()]))];

    /// <summary>Layers by breadth-first distance; within a layer in the order of the enum, ends last.</summary>
    private static Dictionary<string, (int X, int Y)> Place(IWorkflow machine)
    {
        var depth = new Dictionary<string, int> { [machine.Start] = 0 };
        var queue = new Queue<string>([machine.Start]);
        while (queue.TryDequeue(out var state))
        {
            foreach (var next in machine.Moves.Where(m => m.From.Contains(state) && !m.ToEarlier).SelectMany(m => m.To).Where(t => !depth.ContainsKey(t)))
            {
                depth[next] = depth[state] + 1;
                queue.Enqueue(next);
            }
        }

        // The ends stand together in the last layer, so that the ways out do not cross the way on.
        var last = depth.Where(d => !machine.Ends.Contains(d.Key)).Max(d => d.Value) + 1;
        foreach (var state in machine.States)
        {
            depth.TryAdd(state, 0);
            if (machine.Ends.Contains(state))
            {
                depth[state] = last;
            }
        }

        return machine.States.GroupBy(s => depth[s])
            .SelectMany(layer => layer.OrderBy(machine.Ends.Contains).Select((state, row) =>
                (state, Place: (X: Margin + layer.Key * (NodeWidth + LayerGap), Y: Margin + row * (NodeHeight + RowGap)))))
            .ToDictionary(p => p.state, p => p.Place);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
