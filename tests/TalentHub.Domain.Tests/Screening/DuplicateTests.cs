using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Screening;

public sealed class DuplicateTests
{
    [Fact]
    public void A_pair_that_a_person_settled_comes_back_only_with_new_facts()
    {
        var pair = new DuplicatePair(Actor.System, A.Noon, 9, 4, [MatchReason.Phone]);
        pair.MarkNotSame(default, A.Person(Role.Recruiter), A.Noon);

        Assert.False(pair.SeenAgain([MatchReason.Phone], A.Noon));
        Assert.Equal(DuplicateState.NotSame, pair.State);
        Assert.True(pair.SeenAgain([MatchReason.Phone, MatchReason.SameFile], A.Noon));

        Assert.Equal(DuplicateState.Suspected, pair.State);
        Assert.Equal((4L, 9L), (pair.FirstId, pair.SecondId));
    }

    [Fact]
    public void Two_records_of_employees_are_for_HR()
    {
        var facts = new DuplicateFacts(BothEmployees: true, OfferLives: false, AlreadyMerged: false);
        var pair = new DuplicatePair(Actor.System, A.Noon, 1, 2, [MatchReason.Email]);

        Assert.Throws<MoveRefused>(() => pair.Merge(facts, A.Person(Role.Recruiter), A.Noon));
        pair.Merge(facts, A.Person(Role.HR), A.Noon);

        Assert.Equal(DuplicateState.Merged, pair.State);
    }

    [Fact]
    public void A_note_says_who_may_read_it_and_is_written_only_by_those_who_may()
    {
        Assert.Throws<DomainException>(() => new Note(A.Person(Role.Coordinator), A.Noon, 1, null, null, EntryAudience.HR, "Hello"));
        Assert.Throws<DomainException>(() => new Note(A.Person(Role.Recruiter), A.Noon, 1, null, null, EntryAudience.Everyone, "Hello"));
        Assert.Equal(EntryAudience.Private, new Note(A.Person(Role.Recruiter), A.Noon, 1, null, null, EntryAudience.Private, "Hello").Audience);
    }
}
