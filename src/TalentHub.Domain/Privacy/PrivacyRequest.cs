using System.Globalization;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Privacy;

/// <summary>What somebody asks about their own data.</summary>
public enum PrivacyRequestKind
{
    /// <summary>To see everything that is kept (GDPR art. 15, PIPL art. 45).</summary>
    Access,

    /// <summary>To have it put right (GDPR art. 16, PIPL art. 46).</summary>
    Correction,

    /// <summary>To have it erased (GDPR art. 17, PIPL art. 47).</summary>
    Erasure,
}

/// <summary>Somebody asks for their data, for a correction, or to be forgotten; the law says by when they have an answer.</summary>
public sealed class PrivacyRequest : Stateful<PrivacyRequest, PrivacyRequestState, PrivacyRequestTrigger, PrivacyRequestFacts>
{
    public const int WordsLength = 2000;

    /// <summary>GDPR art. 12(3): one month, and two more where it is complex and the person is told why.</summary>
    public const int Months = 1;

    public const int MoreMonths = 2;

    private PrivacyRequest()
    {
    }

    /// <param name="on">The day on which it came.</param>
    public PrivacyRequest(Actor by, DateTime at, DateOnly on, long personId, PrivacyRequestKind kind, string? words)
    {
        Require.That(by.PersonId == personId || by.May(Capability.HandlePrivacy), "You do not hold the right to do this.");
        Require.That(Enum.IsDefined(kind), "Choose what is asked for.", "Kind");
        PersonId = personId;
        Kind = kind;
        Words = Require.AtMost(words, WordsLength, "Words");
        Require.That(kind != PrivacyRequestKind.Correction || Words is not null, "Say what should be put right.", "Words");
        DueOn = on.AddMonths(Months);
        Begin(by, at, "Ask");
    }

    public string Number => NumberOf(Id);

    public long PersonId { get; private set; }

    public PrivacyRequestKind Kind { get; private set; }

    /// <summary>What they wrote: what is wrong, what they want to see.</summary>
    public string? Words { get; private set; }

    /// <summary>The day by which the law wants an answer.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When more time was taken; null while it was not.</summary>
    public DateTime? ExtendedAt { get; private set; }

    protected override Workflow<PrivacyRequest, PrivacyRequestState, PrivacyRequestTrigger, PrivacyRequestFacts> Table => PrivacyRequestFlow.Table;

    public static string NumberOf(long id) => string.Create(CultureInfo.InvariantCulture, $"PRV-{id}");

    public void Verify(PrivacyRequestFacts facts, Actor by, DateTime at) => Fire(PrivacyRequestTrigger.Verify, facts, by, at);

    public void StartWork(PrivacyRequestFacts facts, Actor by, DateTime at) => Fire(PrivacyRequestTrigger.Start, facts, by, at);

    public void Finish(PrivacyRequestFacts facts, Actor by, DateTime at) => Fire(PrivacyRequestTrigger.Finish, facts, by, at);

    public void Refuse(PrivacyRequestFacts facts, Actor by, DateTime at, Reason? reason) => Fire(PrivacyRequestTrigger.Refuse, facts, by, at, reason);

    public void Extend(PrivacyRequestFacts facts, Actor by, DateTime at, Reason? reason)
    {
        Fire(PrivacyRequestTrigger.Extend, facts, by, at, reason);
        ExtendedAt = at;
        DueOn = DueOn.AddMonths(MoreMonths);
    }
}
