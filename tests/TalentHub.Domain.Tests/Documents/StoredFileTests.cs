using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Documents;

public sealed class StoredFileTests
{
    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\cv.pdf", "cv.pdf")]
    [InlineData("简历 李明.docx", "简历 李明.docx")]
    [InlineData("cv\r\nSet-Cookie: x.pdf", "cvSet-Cookie: x.pdf")]
    [InlineData("cv\u202Efdp.exe", "cvfdp.exe")]
    [InlineData("", "file")]
    [InlineData("...", "file")]
    public void A_given_name_is_text_without_folders_and_tricks(string given, string kept) => Assert.Equal(kept, StoredFile.CleanName(given));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var name = StoredFile.CleanName(new string('a', 500) + ".pdf");

        Assert.Equal(StoredFile.NameLength, name.Length);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_nobody_sends_is_dropped_after_a_day_and_a_sent_one_stays()
    {
        var file = new StoredFile(null, FileKind.Resume, "cv.pdf", "application/pdf", 10, "00", "ab", A.Noon, claimHash: "11");
        Assert.Equal(A.Noon.AddHours(24), file.DropAt);

        file.GiveTo(7);

        Assert.Null(file.DropAt);
        Assert.Throws<DomainException>(() => file.GiveTo(8));
    }
}
