using System.Text;
using TalentHub.Reader.Tests.Files;
using static TalentHub.Reader.Tests.Files.SampleFiles;

namespace TalentHub.Reader.Tests;

/// <summary>Files that are read, and what their text looks like.</summary>
public sealed class ReadingTests : IDisposable
{
    private readonly SampleFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_pdf_gives_its_lines_from_top_to_bottom()
    {
        var pdf = _files.Pdf(("Second line", 50, 700, 11), ("First line", 50, 740, 20));

        Assert.Equal(["First line", "Second line"], Lines(pdf));
    }

    [Fact]
    public void Two_columns_are_read_one_after_the_other()
    {
        var left = Enumerable.Range(0, 12).Select(i => ($"left column line {i:00}", 50.0, 700 - (i * 15.0), 10.0));
        var right = Enumerable.Range(0, 12).Select(i => ($"right column {i:00}", 330.0, 704 - (i * 17.0), 10.0));

        var text = Tidy(_files.Pdf([("A Name Over Both Columns", 200.0, 780.0, 22.0), .. left, .. right]));

        Assert.StartsWith("A Name Over Both Columns", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("left column line 11", StringComparison.Ordinal) < text.IndexOf("right column 00", StringComparison.Ordinal), text);
    }

    [Fact]
    public void Dates_at_the_right_stay_on_the_line_of_their_job()
    {
        var pdf = _files.Pdf([.. Enumerable.Range(0, 8).SelectMany(i => new[] { ($"Software Engineer {i}, Some Company", 50.0, 700 - (i * 30.0), 10.0), ($"201{i} - 201{i + 1}", 480.0, 700 - (i * 30.0), 10.0) })]);

        Assert.Contains("Software Engineer 3, Some Company\t2013 - 2014", Tidy(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_in_the_margin_come_before_the_text_beside_them()
    {
        var text = Tidy(_files.Pdf([("Experience", 50, 700, 10), .. Enumerable.Range(0, 9).Select(i => ($"what was done in the job, line {i} of it", 150.0, 685 - (i * 13.0), 10.0)),
            ("Education", 50, 550, 10), .. Enumerable.Range(0, 9).Select(i => ($"what was learned at the school, line {i}", 150.0, 535 - (i * 13.0), 10.0)), ("Skills", 50, 400, 10), ("many things of use, and some more", 150, 385, 10)]));

        Assert.True(text.IndexOf("job, line 8", StringComparison.Ordinal) < text.IndexOf("Education", StringComparison.Ordinal), text);
        Assert.True(text.IndexOf("Education", StringComparison.Ordinal) < text.IndexOf("school, line 0", StringComparison.Ordinal), text);
    }

    [Fact]
    public void A_heading_set_with_spaces_between_its_letters_is_one_word()
    {
        Assert.Contains("EXPERIENCE", Tidy(_files.Pdf(("E X P E R I E N C E", 50, 700, 12), ("More", 50, 650, 12))), StringComparison.Ordinal);
    }

    [Fact]
    public void Word_text_boxes_headers_and_tables_are_read()
    {
        const string Box = """<w:p><w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>Twice</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>""";
        var header = $"""<w:hdr xmlns:w="{WordNamespace}">{Paragraph("Head of the page")}</w:hdr>""";

        var text = Tidy(_files.Docx(Box + Table(["姓名", "李明"], ["电话", "13800000000"]) + Paragraph("End"), ("word/header1.xml", "header+xml", header)));

        Assert.Equal("Head of the page\n\nIn the box\n\n姓名\t李明\n电话\t13800000000\nEnd\n", text);
    }

    [Fact]
    public void A_layout_table_is_read_cell_by_cell()
    {
        var text = Tidy(_files.Docx(Table([Paragraph("Left 1") + Paragraph("Left 2"), Paragraph("Right 1") + Paragraph("Right 2")])));

        Assert.Equal("Left 1\nLeft 2\n\nRight 1\nRight 2\n", text);
    }

    [Fact]
    public void Text_may_come_in_gb18030_utf8_or_utf16()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Text = "姓名：李明\n电话：13800000000\n";

        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.GetEncoding("GB18030") })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];
            Assert.Equal("姓名:李明\n电话:13800000000\n", Tidy(_files.Write(bytes)));
        }
    }

    [Fact]
    public void Western_text_of_old_editors_keeps_its_accents()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        Assert.Equal("José Núñez, Ingeniería\n", Tidy(_files.Text("José Núñez, Ingeniería", Encoding.GetEncoding(1252))));
    }

    [Fact]
    public void Radicals_icons_and_full_width_forms_become_plain_characters()
    {
        Assert.Equal("用户成长:ABC fi\n", PlainOutput.Tidy("\u2F64户成\u2ED3：ＡＢＣ \uE0A0ﬁ\u200B"));
    }

    [Fact]
    public void The_output_ends_at_one_megabyte_and_not_inside_a_character()
    {
        var bytes = PlainOutput.Encode(new string('汉', 500_000));

        Assert.InRange(bytes.Length, Limits.OutputBytes - 3, Limits.OutputBytes);
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void A_ligature_that_lost_its_letters_is_mended_by_its_word()
    {
        Assert.Equal(["Profiles", "workflow", "efficient", "staff"], new[] { "Pro\0les", "work\0ow", "e\0cient", "sta\0" }.Select(LostLigatures.Mend));
    }

    private static string Tidy(string path) => PlainOutput.Tidy(UploadedFile.Read(path));

    private static string[] Lines(string path) => Tidy(path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
