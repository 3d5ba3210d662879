using TalentHub.Reader.Tests.Files;

namespace TalentHub.Reader.Tests;

/// <summary>Files that are refused, each with its reason, inside the reader itself.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly SampleFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void An_empty_file_is_refused_as_empty() => Refused(RefusalCode.Empty, _files.Write([]));

    [Fact]
    public void A_page_without_letters_has_no_text() => Refused(RefusalCode.NoText, _files.Pdf());

    [Fact]
    public void Blank_text_has_no_text() => Refused(RefusalCode.NoText, _files.Text(" \n\t\n"));

    [Fact]
    public void A_pdf_with_a_password_is_refused_as_encrypted() => Refused(RefusalCode.Encrypted, _files.EncryptedPdf());

    [Fact]
    public void A_word_document_with_a_password_is_refused_as_encrypted() => Refused(RefusalCode.Encrypted, _files.EncryptedDocx());

    [Fact]
    public void Binary_data_is_not_text() => Refused(RefusalCode.Unsupported, _files.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 1, 2, 3]));

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>")]
    [InlineData("<!DOCTYPE html><html><body>hello</body></html>")]
    [InlineData("{\\rtf1\\ansi hello}")]
    public void Markup_is_not_plain_text(string text) => Refused(RefusalCode.Unsupported, _files.Text(text, name: "cv.pdf"));

    [Fact]
    public void The_name_of_a_file_says_nothing_about_its_kind()
    {
        Assert.Equal("Jane Doe", UploadedFile.Read(_files.Text("Jane Doe", name: "cv.pdf")));
    }

    [Fact]
    public void A_workbook_or_a_document_with_macros_is_not_supported() =>
        Refused(RefusalCode.Unsupported, _files.Package(("word/document.xml", "main.macro", SampleFiles.Document(SampleFiles.Paragraph("x")))));

    [Fact]
    public void A_cut_off_document_is_damaged() => Refused(RefusalCode.Damaged, _files.Write(File.ReadAllBytes(_files.Docx(SampleFiles.Paragraph("x")))[..300]));

    [Fact]
    public void A_cut_off_pdf_is_damaged_or_without_text()
    {
        var whole = File.ReadAllBytes(_files.Pdf(("Some text", 50, 700, 12)));

        var refused = Record.Exception(() => UploadedFile.Read(_files.Write(whole[..(whole.Length / 3)])));

        Assert.NotNull(refused);
    }

    [Fact]
    public void Tables_nested_without_end_are_refused_not_followed() => Refused(RefusalCode.Damaged, _files.NestedTables(5000));

    [Fact]
    public void Tables_nested_as_people_do_are_read() => Assert.Contains("deep", UploadedFile.Read(_files.NestedTables(20)), StringComparison.Ordinal);

    [Fact]
    public void A_package_that_unpacks_to_half_a_gigabyte_is_too_big() => Refused(RefusalCode.TooBig, _files.ZipBomb());

    [Fact]
    public void Entities_are_never_expanded() => Refused(RefusalCode.Damaged, _files.EntityBomb());

    [Fact]
    public void Files_of_the_server_are_never_read_into_a_document() => Refused(RefusalCode.Damaged, _files.ExternalEntity(_files.Text("secret")));

    [Fact]
    public void The_reader_stands_alone()
    {
        Assert.DoesNotContain(typeof(UploadedFile).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("TalentHub", StringComparison.Ordinal));
    }

    private static void Refused(RefusalCode code, string path) => Assert.Equal(code, Assert.Throws<RefusedException>(() => UploadedFile.Read(path)).Code);
}
