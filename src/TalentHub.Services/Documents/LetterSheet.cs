using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace TalentHub.Services.Documents;

/// <summary>
/// Lays text out on A4 pages: headings, paragraphs, rows of two and of three columns. Breaks lines between words, and between any two Chinese
/// characters except before closing punctuation; breaks pages where the next line does not fit.
/// </summary>
public sealed class LetterSheet : IDisposable
{
    private const double Width = 595;
    private const double Height = 842;
    private const double Margin = 62;
    private const double Bottom = 70;
    private const string NeverFirst = "，。、；：？！）》」』】”’%,.;:?!)]}";

    private static readonly Lazy<byte[]> Font = new(() => File.ReadAllBytes(FontPath));
    private static readonly ConcurrentDictionary<char, bool> Known = new();

    private readonly PdfDocumentBuilder document = new();
    private readonly PdfDocumentBuilder.AddedFont font;
    private readonly List<PdfPageBuilder> pages = [];
    private readonly Dictionary<(char, double), double> widths = [];
    private double y;

    public LetterSheet(string title, string author)
    {
        document.DocumentInformation.Title = title;
        document.DocumentInformation.Author = author;
        font = document.AddTrueTypeFont(Font.Value);
        NewPage();
    }

    /// <summary>Noto Sans SC (OFL) holds both scripts; the web build lays it beside the program.</summary>
    public static string FontPath => Path.Combine(AppContext.BaseDirectory, "fonts", "NotoSansSC-Regular.ttf");

    private PdfPageBuilder Page => pages[^1];

    public void Heading(string text, double size = 15)
    {
        Space(size * 0.6);
        Lines(text, size, Margin, Width - (2 * Margin));
        Space(4);
    }

    public void Paragraph(string text, double size = 10.5)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            Lines(line, size, Margin, Width - (2 * Margin));
        }

        Space(6);
    }

    /// <summary>A label and its value, the value wrapped beside it.</summary>
    public void Row(string label, string value, double size = 10.5)
    {
        const double column = 150;
        Fit(size * 1.6);
        var top = y;
        Page.SetTextAndFillColor(90, 90, 90);
        Put(label, size, Margin);
        Page.ResetColor();
        y = top;
        Lines(value, size, Margin + column, Width - (2 * Margin) - column);
        Space(1);
    }

    /// <summary>One line of a table, numbers at the end of their columns.</summary>
    public void Columns(double size, params ReadOnlySpan<string> cells)
    {
        Fit(size * 1.6);
        y -= size * 1.45;
        var column = (Width - (2 * Margin)) / cells.Length;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var text = Clean(cells[cell]);
            var x = cell == 0 ? Margin : Margin + ((cell + 1) * column) - Measure(text, size);
            Page.AddText(text, size, new PdfPoint(x, y), font);
        }
    }

    public void Line()
    {
        Fit(8);
        Space(4);
        Page.SetStrokeColor(190, 190, 190);
        Page.DrawLine(new PdfPoint(Margin, y), new PdfPoint(Width - Margin, y), 0.5);
        Page.ResetColor();
        Space(4);
    }

    public void Space(double points) => y -= points;

    /// <summary>The document with its page numbers.</summary>
    public byte[] Build(string footer)
    {
        for (var number = 1; number <= pages.Count; number++)
        {
            var text = Clean(string.Create(CultureInfo.InvariantCulture, $"{footer} · {number} / {pages.Count}"));
            pages[number - 1].SetTextAndFillColor(110, 110, 110);
            pages[number - 1].AddText(text, 8, new PdfPoint((Width - Measure(text, 8)) / 2, 36), font);
        }

        return document.Build();
    }

    public void Dispose() => document.Dispose();

    private void NewPage()
    {
        pages.Add(document.AddPage(PageSize.A4));
        y = Height - Margin;
    }

    private void Fit(double needed)
    {
        if (y - needed < Bottom)
        {
            NewPage();
        }
    }

    private void Lines(string text, double size, double x, double width)
    {
        foreach (var line in Wrap(Clean(text), size, width))
        {
            Fit(size * 1.6);
            Put(line, size, x);
        }
    }

    private void Put(string line, double size, double x)
    {
        y -= size * 1.5;
        if (line.Length > 0)
        {
            Page.AddText(Clean(line), size, new PdfPoint(x, y), font);
        }
    }

    private IEnumerable<string> Wrap(string text, double size, double width)
    {
        var line = new StringBuilder();
        var used = 0.0;
        foreach (var piece in Pieces(text))
        {
            var wide = Measure(piece, size);
            if (used + wide > width && line.Length > 0)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                used = 0;
            }

            if (wide > width)
            {
                // A word longer than a line, such as a hostile address: cut where it must be.
                foreach (var letter in piece)
                {
                    var one = Measure(letter.ToString(), size);
                    if (used + one > width)
                    {
                        yield return line.ToString();
                        line.Clear();
                        used = 0;
                    }

                    line.Append(letter);
                    used += one;
                }

                continue;
            }

            if (line.Length == 0 && piece == " ")
            {
                continue;
            }

            line.Append(piece);
            used += wide;
        }

        yield return line.ToString().TrimEnd();
    }

    /// <summary>What may not be torn apart: words, spaces, and single Chinese characters with the punctuation that follows.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = start + 1;
            if (!char.IsWhiteSpace(text[start]))
            {
                while (end < text.Length && !char.IsWhiteSpace(text[end])
                    && (NeverFirst.Contains(text[end], StringComparison.Ordinal) || (!IsWide(text[end - 1]) && !IsWide(text[end]))))
                {
                    end++;
                }
            }

            yield return text[start..end];
            start = end;
        }
    }

    private static bool IsWide(char letter) => letter >= '\u2E80';

    private double Measure(string text, double size)
    {
        var sum = 0.0;
        foreach (var letter in text)
        {
            if (!widths.TryGetValue((letter, size), out var width))
            {
                widths[(letter, size)] = width = Advance(letter, size);
            }

            sum += width;
        }

        return sum;
    }

    /// <summary>The box of a lone space is empty, so what it moves the next letter by is measured between two letters.</summary>
    private double Advance(char letter, double size)
    {
        var origin = new PdfPoint(0, 0);
        var two = Page.MeasureText("nn", size, origin, font)[1].Location.X;
        return letter == 'n' ? two : Page.MeasureText($"{letter}n", size, origin, font)[1].Location.X;
    }

    /// <summary>Drops control characters and puts □ for what the font cannot write, so that no name or clause can break the letter.</summary>
    private string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsControl(letter) || char.IsLowSurrogate(letter))
            {
                clean.Append(letter is '\t' or '\n' ? ' ' : string.Empty);
            }
            else
            {
                clean.Append(Known.GetOrAdd(letter, IsInFont) ? letter : '□');
            }
        }

        return clean.ToString();
    }

    private bool IsInFont(char letter)
    {
        if (char.IsSurrogate(letter))
        {
            return false;
        }

        try
        {
            return Page.MeasureText(letter.ToString(), 10, new PdfPoint(0, 0), font).Count == 1;
        }
        catch (InvalidOperationException)
        {
            // The builder's way to say that the font lacks the letter.
            return false;
        }
    }
}
