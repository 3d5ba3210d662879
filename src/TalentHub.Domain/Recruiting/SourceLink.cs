using System.Text.RegularExpressions;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Recruiting;

/// <summary>The kind of place that an application came from. Reports add up by it.</summary>
public enum Source
{
    /// <summary>Our own careers site, without a link that says more.</summary>
    CareersSite,
    JobBoard,
    SocialMedia,
    SearchEngine,
    Referral,
    Agency,
    University,
    Event,

    /// <summary>We wrote first.</summary>
    Outreach,
    Internal,
    Other,
}

/// <summary>A link that tells where its readers come from: /careers/PST-12?src=k7f2. The code in the address says it, so nobody has to be asked.</summary>
public sealed partial class SourceLink : Entity
{
    public const int CodeLength = 40;
    public const int LabelLength = 120;

    private SourceLink() => Code = Label = string.Empty;

    public SourceLink(string? code, Source source, string? label, long? requisitionId, long createdBy, DateTime at)
    {
        Code = Require.Text(code, "Give the link a code.", CodeLength, "Code").ToLowerInvariant();
        Require.That(CodeForm().IsMatch(Code), "A code has letters, digits and dashes only.", "Code");
        Source = source;
        Label = Require.Text(label, "Say where the link will stand.", LabelLength, "Label");
        RequisitionId = requisitionId;
        CreatedBy = createdBy;
        CreatedAt = at;
    }

    /// <summary>Lower-case; unique.</summary>
    public string Code { get; private set; }

    public Source Source { get; private set; }

    /// <summary>Where it stands: "Spring fair, Tsinghua".</summary>
    public string Label { get; private set; }

    /// <summary>Only for this job; null for all.</summary>
    public long? RequisitionId { get; private set; }

    public long CreatedBy { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Links that already stand somewhere keep working; a retired one is only no longer offered.</summary>
    public DateTime? RetiredAt { get; private set; }

    public void Retire(DateTime at) => RetiredAt ??= at;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.None, 1000)]
    private static partial Regex CodeForm();
}
