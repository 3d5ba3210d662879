using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;

namespace TalentHub.Data.Content;

/// <summary>The company's own copy of what ships: role families, reasons, and a first chain of approval for requests and for offers.</summary>
public static class CompanyDefaults
{
    /// <summary>Adds what is missing and leaves alone what is there; the caller saves. Safe to run twice.</summary>
    public static async Task AddMissingAsync(TalentHubDb db, CancellationToken ct)
    {
        var families = await db.RoleFamilies.Select(f => f.Code).ToListAsync(ct);
        db.RoleFamilies.AddRange(ShippedContent.RoleFamilies.Where(f => !families.Contains(f.Code)).Select(Copy));

        var reasons = (await db.CompanyReasons.Select(r => new { r.Kind, r.Code }).ToListAsync(ct)).ToHashSet();
        db.CompanyReasons.AddRange(ShippedContent.Reasons.Where(r => !reasons.Contains(new { r.Kind, r.Code })).Select(r => new CompanyReason(r.Kind, r.Code, Own(r.Text), r.Template)));

        foreach (var kind in Enum.GetValues<ApprovalKind>())
        {
            if (!await db.ApprovalPolicies.AnyAsync(p => p.Kind == kind && !p.IsRetired, ct))
            {
                db.ApprovalPolicies.Add(FirstChain(kind));
            }
        }
    }

    /// <summary>A chain that a small company can walk: the department's head, then the one who looks at the whole.</summary>
    public static ApprovalPolicy FirstChain(ApprovalKind kind) => new(
        kind,
        kind == ApprovalKind.Requisition ? new Bilingual("Every requisition", "所有用人需求") : new Bilingual("Every offer", "所有录用通知"),
        departmentId: null, fromLevel: null, fromAnnualCost: null,
        [
            new PolicyStep(1, new Bilingual("Department head", "部门负责人"), ApproverIs.DepartmentHead, null, null),
            kind == ApprovalKind.Requisition
                ? new PolicyStep(2, new Bilingual("HR", "HR 伙伴"), ApproverIs.Role, Role.HR, null)
                : new PolicyStep(2, new Bilingual("Finance", "财务"), ApproverIs.Role, Role.Finance, null),
        ]);

    public static RoleFamily Copy(RoleFamilyContent family) => new(
        family.Code, Own(family.Name), Own(family.Summary), Own(family.PayNote),
        family.Ladder.Select(l => new FamilyLevel(
            l.Code, RankOf(l.Code), l.Title, l.Expectation, [.. l.AnnualBase.Select(p => new PayRange(p.Currency, p.Minimum, p.Maximum))])),
        family.Skills.Select(s => new FamilySkill(s.Name, s.Required, s.Level)),
        new FamilyPosting(family.Posting.About, [.. family.Posting.Doing], [.. family.Posting.Bringing], [.. family.Posting.Offering]),
        family.Questions.Select(q => new FamilyQuestion(q.Code, q.Type, q.Required, q.Prompt, [.. q.Options], [.. q.KnockOutAnswers])),
        family.Attributes.Select(a => new FamilyAttribute(a.Code, a.Name, a.Meaning, [.. a.Anchors])),
        family.InterviewPlan.Select(r => new FamilyRound(
            r.Code, r.Name, r.Aim, r.Minutes, r.Required, [.. r.Attributes], [.. r.Kit.Select(k => new KitQuestion(k.Question, k.Good))])),
        family.MustHaves.Select(m => new FamilyCriterion(m.Code, m.Text)));

    /// <summary>"L5" is 5: chains and plans compare by it.</summary>
    public static int RankOf(string levelCode) =>
        int.TryParse(levelCode.AsSpan().TrimStart("LPMlpm"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var rank) ? rank : 0;

    // A value of a row belongs to that row alone; the shipped text is shared.
    private static Bilingual Own(Bilingual text) => new(text.En, text.Zh);
}
