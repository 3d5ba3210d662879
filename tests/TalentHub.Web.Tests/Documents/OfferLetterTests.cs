using System.Globalization;
using System.Text;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Services.Documents;
using TalentHub.Testing;
using UglyToad.PdfPig;

namespace TalentHub.Web.Tests.Documents;

public sealed class OfferLetterTests
{
    public OfferLetterTests() => Assert.SkipUnless(OfferLetter.CanWrite, "The letter's font is built by npm: build without -p:SkipAssets=true.");

    [Fact]
    public void The_english_letter_reads_back_with_its_pay_and_every_day_of_vesting()
    {
        var (text, pages) = Read(OfferLetter.Write(Letter(A.OfferTerms())));

        Assert.Contains("DearAdaLovelace", text);
        Assert.Contains("CNY600,000ayear", text);
        Assert.Contains("4,800restrictedunits", text);
        Assert.Contains("1April2026", text);
        foreach (var day in VestingSchedule.Of(A.OfferTerms().Equity!, new DateOnly(2026, 4, 1)))
        {
            Assert.Contains(day.On.ToString("dMMMyyyy", CultureInfo.GetCultureInfo("en-GB")), text);
        }

        Assert.True(pages >= 2);
    }

    [Fact]
    public void The_chinese_letter_reads_back_in_chinese()
    {
        var (text, _) = Read(OfferLetter.Write(Letter(A.OfferTerms(language: "zh-CN"), "李明")));

        Assert.Contains("尊敬的李明", text);
        Assert.Contains("每年¥600,000", text);
        Assert.Contains("2026年4月1日", text);
        Assert.Contains("每周可远程办公两天", text);
    }

    [Fact]
    public void Long_clauses_break_lines_and_pages_without_losing_a_word()
    {
        var words = Enumerable.Range(1, 200).Select(n => $"word{n}").ToList();
        var clause = new Bilingual(string.Join(' ', words), null);
        var terms = A.OfferTerms() with { Clauses = [clause, new Bilingual(new string('x', 1900), null), clause] };

        var (text, pages) = Read(OfferLetter.Write(Letter(terms)));

        Assert.All(words, w => Assert.Contains(w, text));
        Assert.Contains($"/{pages}", text);
    }

    [Fact]
    public void Nothing_on_a_page_leaves_it()
    {
        var terms = A.OfferTerms() with { Clauses = [new Bilingual(string.Concat(Enumerable.Repeat("合同条款，", 350)), null)], Language = "zh-CN" };
        using var document = PdfDocument.Open(OfferLetter.Write(Letter(terms)));

        Assert.All(document.GetPages().SelectMany(p => p.Letters), l => Assert.True(l.Location.X >= 60 && l.Location.X < 540 && l.Location.Y > 30));
    }

    [Fact]
    public void Letters_that_the_font_lacks_and_control_characters_do_not_break_it()
    {
        var (text, _) = Read(OfferLetter.Write(Letter(A.OfferTerms(), "Zoë 😀 \u0007\u202E Müller")));

        Assert.Contains("Zoë", text);
        Assert.Contains("Müller", text);
    }

    private static OfferLetterData Letter(OfferTerms terms, string name = "Ada Lovelace") => new(
        "OFR-7", new Bilingual("Moonlight AI", "月光智能"), name, new Bilingual("Machine-learning engineer", "机器学习工程师"), new Bilingual("Research", "研究部"),
        new Bilingual("Shanghai", "上海"), new DateOnly(2026, 3, 3), A.Offer(A.Person(Role.Recruiter), terms).Current);

    private static (string Text, int Pages) Read(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var text = string.Concat(document.GetPages().SelectMany(p => p.Letters).Select(l => l.Value)).Normalize(NormalizationForm.FormKC);
        return (string.Concat(text.Where(c => !char.IsWhiteSpace(c))), document.NumberOfPages);
    }
}
