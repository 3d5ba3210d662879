using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Tests.Workflows;

public sealed class AllMachinesTests
{
    public static TheoryData<string> Names => [.. Machines.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_machine_is_walked_by_a_test_of_its_own(string name)
    {
        var machine = Machines.Find(name)!;
        var walked = typeof(AllMachinesTests).Assembly.GetTypes().Any(t =>
            t.BaseType is { IsGenericType: true } parent
            && parent.GetGenericTypeDefinition() == typeof(MachineTests<,,,>)
            && parent.GetGenericArguments()[1] == machine.StateType);

        Assert.True(walked, $"No class derives from MachineTests for {name}.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_state_has_a_way_in_and_every_state_that_is_no_end_a_way_out(string name)
    {
        var machine = Machines.Find(name)!;

        foreach (var state in machine.States)
        {
            Assert.True(state == machine.Start || machine.Moves.Any(m => m.To.Contains(state)), $"{name}: no way into {state}");
            Assert.True(machine.Ends.Contains(state) || machine.Moves.Any(m => m.From.Contains(state)), $"{name}: no way out of {state}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_end_is_left_only_by_moves_that_reopen_with_a_reason_or_undo(string name)
    {
        var machine = Machines.Find(name)!;

        foreach (var move in machine.Moves.Where(m => m.From.Any(machine.Ends.Contains)))
        {
            Assert.True(move.ToEarlier || (move.Reopens && move.Reason == ReasonNeed.Required), $"{name}: {move.Trigger}");
        }
    }
}
