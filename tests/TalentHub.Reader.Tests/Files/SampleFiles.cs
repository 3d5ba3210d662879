using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace TalentHub.Reader.Tests.Files;

/// <summary>Every file that these tests read is made here; a folder of its own is removed at the end.</summary>
public sealed class SampleFiles : IDisposable
{
    public const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Types = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>{0}</Types>""";

    private readonly string _folder = Directory.CreateTempSubdirectory("reader-tests-").FullName;

    public string Write(byte[] bytes, string name = "file")
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N") + "-" + name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Text(string text, Encoding? encoding = null, string name = "cv.txt") => Write((encoding ?? new UTF8Encoding(false)).GetBytes(text), name);

    /// <summary>A page with each text at its place; the origin is the lower left corner.</summary>
    public string Pdf(params (string Text, double X, double Y, double Size)[] texts)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        foreach (var (text, x, y, size) in texts)
        {
            page.AddText(text, size, new PdfPoint(x, y), font);
        }

        page.DrawLine(new PdfPoint(40, 40), new PdfPoint(200, 40));
        return Write(builder.Build(), "cv.pdf");
    }

    /// <summary>A Word document whose body is the given WordprocessingML; other parts by name with their kind.</summary>
    public string Docx(string body, params (string Name, string Kind, string Xml)[] parts) =>
        Package([("word/document.xml", "document.main+xml", Document(body)), .. parts]);

    public string Package(params (string Name, string Kind, string Xml)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", Types.Replace("{0}", string.Concat(parts.Select(p =>
                $"""<Override PartName="/{p.Name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{p.Kind}"/>""")), StringComparison.Ordinal));
            foreach (var (name, _, xml) in parts)
            {
                Add(zip, name, xml);
            }
        }

        return Write(memory.ToArray(), "cv.docx");
    }

    public static string Document(string body) => $"""<?xml version="1.0"?><w:document xmlns:w="{WordNamespace}"><w:body>{body}</w:body></w:document>""";

    public static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static string Table(params string[][] rows) =>
        "<w:tbl>" + string.Concat(rows.Select(r => "<w:tr>" + string.Concat(r.Select(c => $"<w:tc>{(c.StartsWith('<') ? c : Paragraph(c))}</w:tc>")) + "</w:tr>")) + "</w:tbl>";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }
}
