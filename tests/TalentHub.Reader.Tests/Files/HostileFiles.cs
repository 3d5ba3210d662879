using System.IO.Compression;
using System.Text;

namespace TalentHub.Reader.Tests.Files;

/// <summary>Files made to hurt a parser: small on disk, large or endless inside.</summary>
public static class HostileFiles
{
    public static string NestedTables(this SampleFiles files, int depth)
    {
        var open = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", depth));
        var close = string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", depth));
        return files.Docx(open + SampleFiles.Paragraph("deep") + close);
    }

    /// <summary>Half a gigabyte of blanks, packed to about half a megabyte.</summary>
    public static string ZipBomb(this SampleFiles files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", """<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""u8.ToArray(), 1);
            using var entry = zip.CreateEntry("word/document.xml").Open();
            entry.Write(Encoding.UTF8.GetBytes($"""<w:document xmlns:w="{SampleFiles.WordNamespace}"><w:body><w:p>"""));
            var blanks = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();
            for (var i = 0; i < 512; i++)
            {
                entry.Write(blanks);
            }
        }

        return files.Write(memory.ToArray(), "bomb.docx");
    }

    public static string EntityBomb(this SampleFiles files) =>
        files.Package(("word/document.xml", "document.main+xml", """
            <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
            <document><body><p><r><t>&d;</t></r></p></body></document>
            """.Trim()));

    public static string ExternalEntity(this SampleFiles files, string secret) =>
        files.Package(("word/document.xml", "document.main+xml", $"""<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]><document><p><r><t>&x;</t></r></p></document>"""));

    /// <summary>A content stream that unpacks to more memory than the reader may have.</summary>
    public static string PdfStreamBomb(this SampleFiles files, int megabytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var blanks = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();
            for (var i = 0; i < megabytes; i++)
            {
                zlib.Write(blanks);
            }
        }

        return files.Write(RawPdf("", ("4 0 obj << /Length " + packed.Length + " /Filter /FlateDecode >> stream\n", packed.ToArray())), "bomb.pdf");
    }

    /// <summary>Says that it is encrypted and that no known password fits.</summary>
    public static string EncryptedPdf(this SampleFiles files) =>
        files.Write(RawPdf("/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + new string('1', 64) + "> /U <" + new string('2', 64) + "> >> /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]",
            ("4 0 obj << /Length 2 >> stream\n", "q\n"u8.ToArray())), "locked.pdf");

    /// <summary>What Word writes when a document has a password: a compound file with the package inside, encrypted.</summary>
    public static string EncryptedDocx(this SampleFiles files) =>
        files.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512]], "locked.docx");

    private static byte[] RawPdf(string trailer, (string Head, byte[] Body) content)
    {
        using var pdf = new MemoryStream();
        var offsets = new List<long>();
        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        void Object(string text)
        {
            offsets.Add(pdf.Position);
            Write(text);
        }

        Write("%PDF-1.4\n");
        Object("1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n");
        Object("2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n");
        Object("3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >> endobj\n");
        Object(content.Head);
        pdf.Write(content.Body);
        Write("\nendstream endobj\n");
        var start = pdf.Position;
        Write("xref\n0 5\n0000000000 65535 f \n" + string.Concat(offsets.Select(o => $"{o:D10} 00000 n \n")));
        Write($"trailer << /Size 5 /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF");
        return pdf.ToArray();
    }

    private static void Put(ZipArchive zip, string name, byte[] bytes, int times)
    {
        using var entry = zip.CreateEntry(name).Open();
        for (var i = 0; i < times; i++)
        {
            entry.Write(bytes);
        }
    }
}
