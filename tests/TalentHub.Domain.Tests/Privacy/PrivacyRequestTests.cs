using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Tests.Workflows;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Privacy;

public sealed class PrivacyRequestWalks : MachineTests<PrivacyRequest, PrivacyRequestState, PrivacyRequestTrigger, PrivacyRequestFacts>
{
    protected override PrivacyRequest New(Random random) =>
        new(Actor.System, A.Noon, DateOnly.FromDateTime(A.Noon), 7, (PrivacyRequestKind)random.Next(3), "My name is written with an é.");

    protected override PrivacyRequestFacts Facts(Random random) => new(random.Next(4) > 0, random.Next(4) > 0);
}

public sealed class PrivacyRequestTests
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(A.Noon);

    [Fact]
    public void The_law_gives_a_month_and_two_more_once_with_a_reason()
    {
        var request = Ask(PrivacyRequestKind.Access);
        var desk = A.Person(Role.HR);

        Assert.Equal(Day.AddMonths(1), request.DueOn);
        Assert.Throws<MoveRefused>(() => request.Extend(default, desk, A.Noon, null));
        request.Extend(default, desk, A.Noon, "Three systems to look through");
        Assert.Equal(Day.AddMonths(3), request.DueOn);
        Assert.Throws<MoveRefused>(() => request.Extend(default, desk, A.Noon, "Again"));
    }

    [Fact]
    public void It_is_done_only_when_what_was_asked_for_has_happened()
    {
        var (access, erasure, desk) = (Ask(PrivacyRequestKind.Access), Ask(PrivacyRequestKind.Erasure), A.Person(Role.HR));
        foreach (var request in new[] { access, erasure })
        {
            request.Verify(default, desk, A.Noon);
            request.StartWork(default, desk, A.Noon);
            Assert.Throws<MoveRefused>(() => request.Finish(default, desk, A.Noon));
        }

        access.Finish(new PrivacyRequestFacts(GivenOut: true, IsErased: false), desk, A.Noon);
        erasure.Finish(new PrivacyRequestFacts(GivenOut: false, IsErased: true), desk, A.Noon);

        Assert.Equal((PrivacyRequestState.Done, PrivacyRequestState.Done), (access.State, erasure.State));
    }

    [Fact]
    public void Nobody_handles_their_own_request_and_a_refusal_says_why()
    {
        var desk = A.Person(Role.HR);
        var own = new PrivacyRequest(desk, A.Noon, Day, desk.PersonId, PrivacyRequestKind.Access, null);

        Assert.Equal(["Nobody handles their own request."], Assert.Throws<MoveRefused>(() => own.Verify(default, desk, A.Noon)).Reasons);
        Assert.Throws<MoveRefused>(() => own.Refuse(default, A.Person(Role.Admin), A.Noon, null));
        Assert.Throws<DomainException>(() => Ask(PrivacyRequestKind.Correction));
    }

    private static PrivacyRequest Ask(PrivacyRequestKind kind) => new(Actor.Candidate(7), A.Noon, Day, 7, kind, null);
}
