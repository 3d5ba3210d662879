using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.Privacy.PrivacyRequestState;
using static TalentHub.Domain.Privacy.PrivacyRequestTrigger;
using static TalentHub.Domain.Workflows.TimeLimit;
using Rule = TalentHub.Domain.Workflows.Rule<TalentHub.Domain.Privacy.PrivacyRequest, TalentHub.Domain.Privacy.PrivacyRequestFacts>;

namespace TalentHub.Domain.Privacy;

public enum PrivacyRequestState
{
    /// <summary>Asked; nobody has looked whether it is really them.</summary>
    Received,

    /// <summary>It is they who ask.</summary>
    Verified,

    /// <summary>Somebody collects, corrects or erases.</summary>
    InProgress,

    /// <summary>They have what they asked for.</summary>
    Done,

    /// <summary>The law or the facts stand against it; they were told why.</summary>
    Refused,
}

public enum PrivacyRequestTrigger
{
    Verify,
    Start,
    Finish,

    /// <summary>Once, with a reason: the law allows more time where it is complex.</summary>
    Extend,
    Refuse,
}

/// <summary>What must be known beyond a request to judge its moves.</summary>
/// <param name="GivenOut">Everything about the person was given out since the request came.</param>
/// <param name="IsErased">The person's data were erased.</param>
public readonly record struct PrivacyRequestFacts(bool GivenOut, bool IsErased);

/// <summary>The life of a privacy request. Diagram: docs/states/privacy-request.mmd.</summary>
public static class PrivacyRequestFlow
{
    private const string Desk = "Whoever handles privacy";
    private const string Another = "Another person with this right";

    /// <summary>States in which somebody still has to do something.</summary>
    public static readonly PrivacyRequestState[] Open = [Received, Verified, InProgress];

    private static readonly Rule NotTheirOwn = Rule.Block("Nobody handles their own request.", (r, _, who) => who.PersonId != r.PersonId, Another);

    private static readonly Rule WasGiven = Rule.Block(
        "Nothing was given out since the request came.", (r, f, _) => r.Kind != PrivacyRequestKind.Access || f.GivenOut, "Whoever handles privacy, by giving out everything");

    private static readonly Rule WasErased = Rule.Block(
        "The person has not been erased.", (r, f, _) => r.Kind != PrivacyRequestKind.Erasure || f.IsErased, "Whoever may erase people");

    private static readonly Rule OnceOnly = Rule.Block("More time was taken already; it can be taken once.", (r, _, _) => r.ExtendedAt is null, "Nobody: the law allows it once");

    public static readonly Workflow<PrivacyRequest, PrivacyRequestState, PrivacyRequestTrigger, PrivacyRequestFacts> Table = new(
        name: "privacy-request", start: Received, ends: [Done, Refused],
        good: [Done],
        turns:
        [
            (Received, Desk, Until("The day by which the law wants an answer.")),
            (Verified, Desk, Until("The day by which the law wants an answer.")),
            (InProgress, Desk, Until("The day by which the law wants an answer.")),
        ],
        moves:
        [
            new(Verify, From: [Received], To: Verified, HandlePrivacy, NotTheirOwn),
            new(Start, From: [Verified], To: InProgress, HandlePrivacy, NotTheirOwn),
            new(Finish, From: [InProgress], To: Done, HandlePrivacy, NotTheirOwn, WasGiven, WasErased),
            new(Refuse, From: Open, To: Refused, HandlePrivacy, NotTheirOwn) { Reason = ReasonNeed.Required },
            .. Open.Select(s => new Workflow<PrivacyRequest, PrivacyRequestState, PrivacyRequestTrigger, PrivacyRequestFacts>.Move(
                Extend, From: [s], To: s, HandlePrivacy, NotTheirOwn, OnceOnly) { Reason = ReasonNeed.Required }),
        ]);
}
