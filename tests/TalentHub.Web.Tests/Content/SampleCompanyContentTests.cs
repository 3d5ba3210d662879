using System.Text.RegularExpressions;
using TalentHub.Data.Content;
using TalentHub.Domain.Common;

namespace TalentHub.Web.Tests.Content;

public sealed partial class SampleCompanyContentTests
{
    [Fact]
    public void Each_chinese_name_of_the_sample_is_read_as_it_is_written_in_letters()
    {
        var names = ShippedContent.SampleNames;

        Assert.True(names.ChineseFamily.Count > 150 && names.ChineseGiven.Count > 150);
        Assert.All(names.ChineseFamily, family => Assert.StartsWith(NameReading.Fold(family.Latin) + " ", NameReading.SortKey(new PersonName(null, family.Text)), StringComparison.Ordinal));
        Assert.All(names.ChineseGiven, given => Assert.StartsWith(NameReading.Fold(given.Latin) + " ", NameReading.SortKey(new PersonName(given.Text, null)), StringComparison.Ordinal));
    }

    [Fact]
    public void Departments_form_one_tree_and_hire_known_families()
    {
        var departments = ShippedContent.SampleCompany.Departments;
        var families = ShippedContent.RoleFamilies.Select(family => family.Code).ToList();

        Assert.Single(departments, department => department.Parent is null);
        for (var i = 1; i < departments.Count; i++)
        {
            Assert.Contains(departments[i].Parent, departments.Take(i).Select(department => department.Code));
        }

        Assert.Empty(departments.SelectMany(department => department.Families).Except(families, StringComparer.Ordinal));
        Assert.Empty(families.Except(departments.SelectMany(department => department.Families), StringComparer.Ordinal));
        Assert.Empty(ShippedContent.SampleCompany.OtherTitles
            .Select(title => title.Department)
            .Except(departments.Select(department => department.Code), StringComparer.Ordinal));
    }

    [Fact]
    public void Places_have_a_known_zone_and_weekday_holidays_of_four_years()
    {
        Assert.All(ShippedContent.SampleCompany.Places, place =>
        {
            Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(place.Zone, out _), place.Zone);
            Assert.Matches("^[A-Z]{2}$", place.Country);
            Assert.Matches("^[A-Z]{3}$", place.Currency);
            Assert.Equal([2024, 2025, 2026, 2027], place.Holidays.Select(holiday => holiday.Date.Year).Distinct());
            Assert.All(place.Holidays, holiday => Assert.False(holiday.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, holiday.Name.En));
            Assert.Equal(place.Holidays.Count, place.Holidays.Select(holiday => holiday.Date).Distinct().Count());
            Assert.Equal(place.Holidays.Select(holiday => holiday.Date).Order(), place.Holidays.Select(holiday => holiday.Date));
        });
    }

    [Fact]
    public void Names_are_many_and_different_and_Chinese_ones_have_a_spelling()
    {
        var names = ShippedContent.SampleNames;

        AllDifferent(names.EnglishGiven, 140);
        AllDifferent(names.EnglishFamily, 200);
        AllDifferent(names.ChineseGiven.Select(part => part.Text), 130);
        AllDifferent(names.ChineseFamily.Select(part => part.Text), 150);
        Assert.All(names.ChineseGiven.Concat(names.ChineseFamily), part => Assert.Matches("^[A-Z][a-zü]+$", part.Latin));
        Assert.All(names.ChineseGiven.Concat(names.ChineseFamily), part => Assert.Matches(Han(), part.Text));
    }

    [Fact]
    public void Backgrounds_name_many_universities_and_employers()
    {
        var background = ShippedContent.SampleBackground;

        AllDifferent(background.EnglishUniversities, 30);
        AllDifferent(background.ChineseUniversities, 30);
        AllDifferent(background.EnglishEmployers, 30);
        AllDifferent(background.ChineseEmployers, 30);
    }

    [Fact]
    public void Every_attribute_has_evidence_for_and_against()
    {
        var attributes = ShippedContent.RoleFamilies.SelectMany(family => family.Attributes).Select(attribute => attribute.Code).Distinct(StringComparer.Ordinal).ToList();
        var evidence = ShippedContent.SampleTexts.Evidence;

        Assert.Empty(evidence.Select(piece => piece.Attribute).Except(attributes, StringComparer.Ordinal));
        Assert.All(attributes, attribute =>
        {
            Assert.Contains(evidence, piece => piece.Attribute == attribute && piece.Positive);
            Assert.Contains(evidence, piece => piece.Attribute == attribute && !piece.Positive);
        });
    }

    [Fact]
    public void Every_role_family_has_sentences_for_a_resume()
    {
        Assert.Equal(
            ShippedContent.RoleFamilies.Select(family => family.Code),
            ShippedContent.SampleTexts.Resumes.Select(resume => resume.Family));
        Assert.All(ShippedContent.SampleTexts.Resumes, resume => Assert.True(resume.Summaries.Count >= 4 && resume.Achievements.Count >= 5));
    }

    [Fact]
    public void Mail_of_the_sample_company_can_reach_nobody()
    {
        Assert.EndsWith(".example.com", ShippedContent.SampleCompany.MailDomain, StringComparison.Ordinal);
    }

    private static void AllDifferent(IEnumerable<string> values, int atLeast)
    {
        var list = values.ToList();

        Assert.True(list.Count >= atLeast, $"{list.Count} of {atLeast}");
        Assert.Equal(list.Count, list.Distinct(StringComparer.Ordinal).Count());
    }

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{1,2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Han();
}
