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
    public void Every_state_that_is_no_end_has_an_owner_and_a_time_limit_or_says_why_it_has_none(string name)
    {
        var machine = Machines.Find(name)!;

        foreach (var state in machine.States)
        {
            var turn = machine.TurnOf(state);
            Assert.Equal(state, turn.State);
            Assert.NotEmpty(turn.Owner);
            Assert.NotEmpty(turn.Says.ToString());
            if (machine.Ends.Contains(state))
            {
                Assert.Equal(LimitKind.None, turn.Limit.Kind);
            }
            else if (turn.Limit.Kind is LimitKind.None or LimitKind.OwnDate)
            {
                Assert.True(turn.Limit.Says is { Length: > 10 }, $"{name}: {state} neither has a limit nor says why.");
            }
            else
            {
                Assert.InRange(turn.Limit.Amount, 1, 100);
                Assert.True(turn.Limit.DueFrom(TalentHub.Testing.A.Noon) > TalentHub.Testing.A.Noon);
            }

            Assert.True(turn.Limit.CarriedBy is null || Machines.Find(turn.Limit.CarriedBy) is not null, $"{name}: {turn.Limit.CarriedBy} is no machine.");
        }
    }

    [Fact]
    public void Working_days_leave_out_the_week_end()
    {
        var friday = new DateTime(2026, 3, 6, 15, 0, 0, DateTimeKind.Utc);

        Assert.Equal(new DateTime(2026, 3, 11, 15, 0, 0, DateTimeKind.Utc), TimeLimit.WorkingDays(3).DueFrom(friday));
        Assert.Equal(friday.AddDays(3), TimeLimit.Days(3).DueFrom(friday));
        Assert.Null(TimeLimit.None("Because.").DueFrom(friday));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_move_to_an_end_that_nobody_wanted_or_back_is_never_the_way_on(string name)
    {
        var machine = Machines.Find(name)!;

        foreach (var trigger in new[] { "Reject", "Withdraw", "Cancel", "CloseUnfilled", "Close", "SendBack", "ReferBack", "Decline", "NoHire", "DidNotStart", "Rescind", "Restore", "Undo", "PutOnHold", "Waive", "Unmerge", "WithdrawSignature", "Revise" })
        {
            Assert.False(machine.Moves.Any(m => m.Trigger == trigger) && machine.LeadsOn(trigger), $"{name}: {trigger}");
        }
    }

    [Theory]
    [InlineData("application", "Shortlist")]
    [InlineData("application", "Hire")]
    [InlineData("requisition", "Approve")]
    [InlineData("decision", "SignHire")]
    [InlineData("onboarding", "Confirm")]
    [InlineData("posting", "Submit")]
    [InlineData("offer", "Extend")]
    public void What_goes_along_the_line_is_the_way_on(string machine, string trigger) => Assert.True(Machines.Find(machine)!.LeadsOn(trigger));

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
