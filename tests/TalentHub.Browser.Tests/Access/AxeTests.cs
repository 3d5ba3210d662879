namespace TalentHub.Browser.Tests.Access;

/// <summary>Every page of the product, with the sample company in it, for people who see, move or read differently.</summary>
public sealed class AxeTests : IClassFixture<Survey>
{
    private readonly Survey survey;

    public AxeTests(Survey survey)
    {
        survey.Ready();
        this.survey = survey;
    }

    [Fact]
    public void Every_page_was_opened()
    {
        Assert.Empty(survey.Unseen);
        Assert.Empty(survey.Faults);
        Assert.InRange(survey.Seen, 80, 1000);
    }

    [Fact]
    public void No_page_breaks_a_rule_of_WCAG_2_2_AA_that_axe_knows_in_light_or_in_dark() => None(survey.Violations);

    [Fact]
    public void No_page_scrolls_sideways_on_a_phone_or_at_200_percent() => None(survey.WiderThanTheScreen);

    [Fact]
    public void A_narrow_screen_loses_no_words() => None(survey.Lost);

    [Fact]
    public void Every_drawing_has_a_caption_and_its_figures_as_a_table() => None(survey.DrawingsAlone);

    [Fact]
    public void A_name_from_right_to_left_leaves_the_order_of_its_line_alone() => None(survey.OutOfOrder);

    private static void None(List<string> notes) => Assert.True(notes.Count == 0, string.Join('\n', notes));
}
