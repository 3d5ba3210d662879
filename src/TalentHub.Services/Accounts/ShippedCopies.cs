using TalentHub.Data;
using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;

namespace TalentHub.Services.Accounts;

/// <summary>For whom the shipped content is copied.</summary>
/// <param name="ContactEmail">Whom candidates may write to about their data.</param>
public sealed record CopyFor(Bilingual CompanyName, string ContactEmail, long By);

/// <summary>Copies one kind of shipped content into a new company; a stage that ships something implements it. The caller's save writes.</summary>
public interface ICopyShipped
{
    Task AddAsync(CopyFor company, CancellationToken ct);
}

/// <summary>Gives a new company its own copy of all that ships: from then on that copy counts, and the company edits it.</summary>
public sealed class ShippedCopies(TalentHubDb db, IEnumerable<ICopyShipped> others) : IService
{
    /// <summary>Adds to the context; the caller's save writes.</summary>
    public async Task AddAsync(Bilingual companyName, string contactEmail, long by, CancellationToken ct)
    {
        db.RoleFamilies.AddRange(ShippedContent.RoleFamilies.Select(FamilyOf));
        db.CompanyReasons.AddRange(ShippedContent.Reasons.Select(r => new CompanyReason(r.Kind, r.Code, r.Text, r.Template)));
        db.ApprovalPolicies.AddRange(Chains());
        foreach (var other in others)
        {
            await other.AddAsync(new CopyFor(companyName, contactEmail, by), ct);
        }
    }

    public static RoleFamily FamilyOf(RoleFamilyContent content) => new(
        content.Code, content.Name, content.Summary, content.PayNote,
        content.Ladder.Select(l => new FamilyLevel(l.Code, RankOf(l.Code), l.Title, l.Expectation, [.. l.AnnualBase.Select(p => new PayRange(p.Currency, p.Minimum, p.Maximum))])),
        content.Skills.Select(s => new FamilySkill(s.Name, s.Required, s.Level)),
        new FamilyPosting(content.Posting.About, [.. content.Posting.Doing], [.. content.Posting.Bringing], [.. content.Posting.Offering]),
        content.Questions.Select(q => new FamilyQuestion(q.Code, q.Type, q.Required, q.Prompt, [.. q.Options], [.. q.KnockOutAnswers])),
        content.Attributes.Select(a => new FamilyAttribute(a.Code, a.Name, a.Meaning, [.. a.Anchors])),
        content.InterviewPlan.Select(r => new FamilyRound(r.Code, r.Name, r.Aim, r.Minutes, r.Required, [.. r.Attributes], [.. r.Kit.Select(k => new KitQuestion(k.Question, k.Good))])),
        content.MustHaves.Select(m => new FamilyCriterion(m.Code, m.Text)));

    /// <summary>A chain for each kind that a small company can walk: the department's head, then the one who looks at the whole.</summary>
    public static IReadOnlyList<ApprovalPolicy> Chains() =>
    [
        new(ApprovalKind.Requisition, new Bilingual("Every requisition", "所有用人需求"), null, null, null,
        [
            new PolicyStep(1, new Bilingual("Department head", "部门负责人"), ApproverIs.DepartmentHead, null, null),
            new PolicyStep(2, new Bilingual("HR", "HR 伙伴"), ApproverIs.Role, Role.HR, null),
        ]),
        new(ApprovalKind.Offer, new Bilingual("Every offer", "所有录用通知"), null, null, null,
        [
            new PolicyStep(1, new Bilingual("Department head", "部门负责人"), ApproverIs.DepartmentHead, null, null),
            new PolicyStep(2, new Bilingual("Finance", "财务"), ApproverIs.Role, Role.Finance, null),
        ]),
    ];

    /// <summary>L5 is 5.</summary>
    private static int RankOf(string level) => int.Parse(level.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
}
