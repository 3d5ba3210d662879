using TalentHub.Domain.Common;
using TalentHub.Domain.People;

namespace TalentHub.Data.Content;

/// <summary>A reason as it ships. A company adds its own and retires these.</summary>
/// <param name="Code">Unique within its kind.</param>
/// <param name="Template">For a rejection: the code of the mail template that it picks; otherwise null.</param>
public sealed record ReasonContent(ReasonKind Kind, string Code, Bilingual Text, string? Template);
