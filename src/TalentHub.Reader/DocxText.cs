using System.IO.Compression;
using System.Xml;

namespace TalentHub.Reader;

/// <summary>Finds the parts of a Word package that hold text and reads them as a stream: headers, body, footers, in that order.</summary>
public static class DocxText
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public static string Read(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > Limits.Entries)
            {
                throw new RefusedException(RefusalCode.TooBig, "The package has too many parts.");
            }

            var parts = ContentTypes(zip);
            var body = parts.FirstOrDefault(p => p.Type is Main + "document.main+xml" or Main + "template.main+xml").Name
                ?? throw Unsupported(parts.Count > 0);
            var budget = new TextBudget();
            var text = new WordText(budget);
            foreach (var (_, name) in parts.Where(p => p.Type == Main + "header+xml"))
            {
                ReadPart(zip, name, text);
            }

            ReadPart(zip, body, text);
            foreach (var (_, name) in parts.Where(p => p.Type == Main + "footer+xml"))
            {
                ReadPart(zip, name, text);
            }

            return text.ToString();
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or EndOfStreamException)
        {
            throw new RefusedException(RefusalCode.Damaged, $"The document is damaged ({error.GetType().Name}).");
        }
    }

    private static RefusedException Unsupported(bool package) => new(RefusalCode.Unsupported,
        package ? "Of Office files only Word documents without macros (.docx, .dotx) are supported." : "Not a Word document.");

    /// <summary>The package's own table of contents; the names in it are data, nothing is ever unpacked to disk.</summary>
    private static List<(string Type, string Name)> ContentTypes(ZipArchive zip)
    {
        var parts = new List<(string, string)>();
        if (Find(zip, "[Content_Types].xml") is not { } entry)
        {
            return parts;
        }

        using var xml = Open(entry);
        while (Advance(xml) && parts.Count < Limits.Entries)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Override" }
                && xml.GetAttribute("PartName") is { } name && xml.GetAttribute("ContentType") is { } type)
            {
                parts.Add((type, name.TrimStart('/')));
            }
        }

        return parts;
    }

    private static void ReadPart(ZipArchive zip, string name, WordText text)
    {
        if (Find(zip, name) is not { } entry)
        {
            throw new RefusedException(RefusalCode.Damaged, "A part of the document is missing.");
        }

        using var xml = Open(entry);
        while (!text.Full && Advance(xml))
        {
            text.Take(xml);
        }

        text.EndPart();
    }

    private static ZipArchiveEntry? Find(ZipArchive zip, string name) =>
        zip.GetEntry(name) ?? zip.Entries.FirstOrDefault(e => string.Equals(e.FullName, name, StringComparison.OrdinalIgnoreCase));

    private static XmlReader Open(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            throw new RefusedException(RefusalCode.Encrypted, "The file is protected by a password.");
        }

        return XmlReader.Create(new CappedStream(entry.Open(), Limits.PartBytes), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = Limits.PartBytes,
            CloseInput = true,
        });
    }

    private static bool Advance(XmlReader xml)
    {
        var more = xml.Read();
        return !more || xml.Depth <= Limits.XmlDepth ? more
            : throw new RefusedException(RefusalCode.Damaged, "The document is nested too deep.");
    }
}
