using TalentHub.Domain.Workflows;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Components;

/// <summary>One step of a record's history as the rest of a sentence that begins with who made it.</summary>
public static class HistoryWords
{
    public static string Of(Text t, string machine, Transition step) =>
        step.From is null ? t["began a draft"]
        : step.From == step.To ? t["chose “{move}”", ("move", t.Trigger(machine, step.Trigger))]
        : t["moved it from “{from}” to “{to}”", ("from", t.State(machine, step.From)), ("to", t.State(machine, step.To))];
}
