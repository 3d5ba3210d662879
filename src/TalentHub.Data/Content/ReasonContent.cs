using TalentHub.Domain.Common;

namespace TalentHub.Data.Content;

/// <summary>What a reason is given for.</summary>
public enum ReasonKind
{
    Requisition,
    Rejection,
    Withdrawal,
    Hold,
    OfferDecline,
    SendBack,
    Waive,
    CloseUnfilled,
    NoShow,
    InterviewChange,
    PostingPause,
    OfferRescind,
    DidNotStart,
    Restore,
}

/// <summary>A reason as it ships. A company adds its own and retires these.</summary>
/// <param name="Code">Unique within its kind.</param>
/// <param name="Template">For a rejection: the code of the mail template that it picks; otherwise null.</param>
public sealed record ReasonContent(ReasonKind Kind, string Code, Bilingual Text, string? Template);
