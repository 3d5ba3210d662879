using TalentHub.Data.Content;
using TalentHub.Domain.Careers;

namespace TalentHub.Web.Tests.Content;

public sealed class RoleFamilyContentTests
{
    public static TheoryData<string> Codes => [.. ShippedContent.RoleFamilies.Select(family => family.Code)];

    [Fact]
    public void The_five_role_families_ship()
    {
        Assert.Equal(
            ["deep-learning-researcher", "machine-learning-engineer", "data-scientist", "software-engineer", "product-manager"],
            ShippedContent.RoleFamilies.Select(family => family.Code));
    }

    [Theory, MemberData(nameof(Codes))]
    public void Levels_rise_in_code_and_pay(string code)
    {
        var ladder = ShippedContent.RoleFamily(code).Ladder;

        Assert.InRange(ladder.Count, 5, 6);
        Assert.Equal(ladder.Select(level => level.Code).Order(StringComparer.Ordinal), ladder.Select(level => level.Code));
        Assert.All(ladder, level => Assert.Equal(["USD", "CNY"], level.AnnualBase.Select(range => range.Currency)));
        Assert.All(ladder.SelectMany(level => level.AnnualBase), range => Assert.True(0 < range.Minimum && range.Minimum < range.Maximum));
        for (var i = 1; i < ladder.Count; i++)
        {
            Assert.All(
                ladder[i].AnnualBase.Zip(ladder[i - 1].AnnualBase),
                pair => Assert.True(pair.First.Minimum > pair.Second.Minimum && pair.First.Maximum > pair.Second.Maximum));
        }
    }

    [Theory, MemberData(nameof(Codes))]
    public void The_skill_profile_mixes_required_and_desired_skills(string code)
    {
        var skills = ShippedContent.RoleFamily(code).Skills;

        Assert.InRange(skills.Count, 10, 14);
        Assert.Contains(skills, skill => skill.Required);
        Assert.Contains(skills, skill => !skill.Required);
        Assert.All(skills, skill => Assert.InRange(skill.Level, 1, 5));
        Assert.Equal(skills.Count, skills.Select(skill => skill.Name.En).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory, MemberData(nameof(Codes))]
    public void Each_attribute_has_four_anchors_and_is_rated_in_a_round(string code)
    {
        var family = ShippedContent.RoleFamily(code);
        var attributes = family.Attributes.Select(attribute => attribute.Code).ToList();

        Assert.InRange(attributes.Count, 5, 7);
        Assert.All(family.Attributes, attribute => Assert.Equal(4, attribute.Anchors.Count));
        Assert.Equal(
            attributes.Order(StringComparer.Ordinal),
            family.InterviewPlan.SelectMany(round => round.Attributes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Codes))]
    public void The_interview_plan_has_rounds_with_kits(string code)
    {
        var plan = ShippedContent.RoleFamily(code).InterviewPlan;

        Assert.InRange(plan.Count, 4, 5);
        Assert.Equal(plan.Count, plan.Select(round => round.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(plan, round => round.Required);
        Assert.All(plan, round => Assert.InRange(round.Kit.Count, 4, 6));
        Assert.All(plan, round => Assert.InRange(round.Minutes, 30, 90));
    }

    [Theory, MemberData(nameof(Codes))]
    public void Questions_fit_their_type_and_one_is_a_knock_out(string code)
    {
        var family = ShippedContent.RoleFamily(code);

        Assert.InRange(family.Questions.Count, 2, 4);
        Assert.Single(family.Questions, question => question.KnockOutAnswers.Count > 0);
        Assert.All(family.Questions, question => Assert.Equal(question.Type == QuestionType.Choice, question.Options.Count > 1));
        Assert.All(family.Questions.Where(question => question.KnockOutAnswers.Count > 0), question => Assert.Equal(QuestionType.YesNo, question.Type));
        Assert.InRange(family.MustHaves.Count, 3, 5);
    }
}
