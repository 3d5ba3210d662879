using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace TalentHub.Reader;

/// <summary>Letters of each page, put into reading order by <see cref="PageLayout"/>. Images, scripts and attachments are never opened.</summary>
public static class PdfText
{
    private static readonly ParsingOptions Options = new() { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = 64 };

    public static string Read(byte[] bytes)
    {
        try
        {
            using var document = PdfDocument.Open(bytes, Options);
            var text = new StringBuilder();
            var pages = Math.Min(document.NumberOfPages, Limits.Pages);
            Exception? failure = null;
            for (var number = 1; number <= pages && text.Length < Limits.Characters; number++)
            {
                failure = ReadPage(document, number, text) ?? failure;
            }

            // A broken page among good ones costs its own text only.
            return failure is null || text.ToString().Any(char.IsLetterOrDigit) ? text.ToString()
                : throw new RefusedException(RefusalCode.Damaged, $"The PDF is damaged ({failure.GetType().Name}).");
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RefusedException(RefusalCode.Encrypted, "The PDF is protected by a password.");
        }
    }

    private static Exception? ReadPage(PdfDocument document, int number, StringBuilder text)
    {
        try
        {
            text.Append(PageLayout.Text(Glyphs(document.GetPage(number)))).Append('\n');
            return null;
        }
        catch (Exception error) when (error is not (OutOfMemoryException or RefusedException))
        {
            return error;
        }
    }

    /// <summary>Letters with their place on the page turned so that their own text runs from left to right, by direction of text.</summary>
    private static IEnumerable<List<Glyph>> Glyphs(Page page)
    {
        if (page.Letters.Count > Limits.LettersOnPage)
        {
            throw new RefusedException(RefusalCode.TooBig, "A page holds too many letters.");
        }

        return page.Letters.Where(l => l.Value.Length > 0).Select(Place).GroupBy(g => g.Direction, g => g.Glyph)
            .OrderByDescending(g => g.Count()).Select(g => g.ToList());
    }

    private static (int Direction, Glyph Glyph) Place(Letter letter)
    {
        var from = letter.StartBaseLine;
        var to = letter.EndBaseLine;
        double dx = to.X - from.X, dy = to.Y - from.Y;
        var angle = Math.Abs(dx) + Math.Abs(dy) < 0.01 ? 0 : (int)Math.Round(Math.Atan2(dy, dx) * 180 / Math.PI);
        var size = letter.PointSize is > 1 and < 400 ? letter.PointSize : Math.Clamp(letter.BoundingBox.Height, 4, 400);
        if (Math.Abs(angle) <= 1)
        {
            return (0, new Glyph(letter.Value, from.X, Math.Max(to.X, from.X), from.Y, size));
        }

        var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
        double Along(double x, double y) => (x * cos) + (y * sin);
        return (angle, new Glyph(letter.Value, Along(from.X, from.Y), Along(to.X, to.Y), (from.Y * cos) - (from.X * sin), size));
    }
}
