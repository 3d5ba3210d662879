using System.Text;
using System.Xml;

namespace TalentHub.Reader;

/// <summary>Counts collected characters over all parts of one document.</summary>
public sealed class TextBudget
{
    public int Left { get; private set; } = Limits.Characters;

    public bool Take(int count) => (Left -= count) > 0;
}

/// <summary>
/// Turns the stream of WordprocessingML elements into lines. A table row whose cells are one line each stays one line, its
/// cells parted by tabs; a row with longer cells (a layout table) is read cell by cell. A text box comes after its paragraph.
/// </summary>
public sealed class WordText(TextBudget budget)
{
    private readonly StringBuilder _done = new();
    private readonly Stack<Block> _blocks = new([new Block()]);
    private readonly Stack<List<string>> _rows = new();
    private int _skipBelow = -1;   // inside an element that is not read: the depth where it started
    private bool _inText;

    public bool Full { get; private set; }

    public void Take(XmlReader xml)
    {
        if (_skipBelow >= 0)
        {
            if (xml.Depth > _skipBelow)
            {
                return;
            }

            _skipBelow = -1;
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                return;
            }
        }

        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                var empty = xml.IsEmptyElement;
                Start(xml, empty);
                break;
            case XmlNodeType.EndElement:
                End(xml.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when _inText:
                Add(xml.Value);
                break;
            default:
                break;
        }
    }

    /// <summary>Closes what a damaged part left open, so that its text is not lost.</summary>
    public void EndPart()
    {
        while (_rows.Count > 0)
        {
            End("tr");
        }

        while (_blocks.Count > 1)
        {
            End("txbxContent");
        }

        _done.Append(_blocks.Peek().TakeText()).Append('\n');
        _inText = false;
        _skipBelow = -1;
    }

    public override string ToString() => _done.ToString();

    private void Start(XmlReader xml, bool empty)
    {
        switch (xml.LocalName)
        {
            case "Fallback" or "instrText" or "delText" or "rPr" or "sectPr" or "tblPr" or "trPr" or "tcPr" or "sdtPr":
                _skipBelow = empty ? -1 : xml.Depth;
                break;
            case "t":
                _inText = !empty;
                break;
            case "tab" when _blocks.Peek().InRun:
                Add("\t");
                break;
            case "br" or "cr":
                Add("\n");
                break;
            case "noBreakHyphen":
                Add("-");
                break;
            case "numPr":
                _blocks.Peek().Bullet = true;
                break;
            case "pStyle":
                Style(xml.GetAttribute("w:val") ?? "");
                break;
            case "r" when !empty:
                _blocks.Peek().InRun = true;
                break;
            case "p" when empty:
                _blocks.Peek().EndParagraph();
                break;
            case "txbxContent" or "tc" when !empty:
                _blocks.Push(new Block());
                break;
            case "tr" when !empty:
                _rows.Push([]);
                break;
            default:
                break;
        }
    }

    private void Style(string name)
    {
        _blocks.Peek().Bullet |= name.Contains("bullet", StringComparison.OrdinalIgnoreCase);
        if (name.StartsWith("heading", StringComparison.OrdinalIgnoreCase))
        {
            _blocks.Peek().AddLines("");
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "t":
                _inText = false;
                break;
            case "r":
                _blocks.Peek().InRun = false;
                break;
            case "p":
                _blocks.Peek().EndParagraph();
                break;
            case "txbxContent" when _blocks.Count > 1:
                var box = _blocks.Pop().TakeText();
                _blocks.Peek().Later(box);
                break;
            case "tc" when _blocks.Count > 1:
                var cell = _blocks.Pop().TakeText();
                if (_rows.Count > 0)
                {
                    _rows.Peek().Add(cell);
                }
                else
                {
                    _blocks.Peek().AddLines(cell);
                }

                break;
            case "tr" when _rows.Count > 0:
                _blocks.Peek().AddLines(Row(_rows.Pop()));
                break;
            default:
                break;
        }
    }

    private static string Row(List<string> cells)
    {
        var full = cells.Select(c => c.Trim('\n', ' ')).Where(c => c.Length > 0).ToList();
        return full.TrueForAll(c => !c.Contains('\n', StringComparison.Ordinal)) ? string.Join('\t', full) : string.Join("\n\n", full) + "\n";
    }

    private void Add(string text)
    {
        _blocks.Peek().Add(text);
        Full |= !budget.Take(text.Length);
    }

    /// <summary>The lines of one container: the body, a table cell or a text box.</summary>
    private sealed class Block
    {
        private readonly StringBuilder _lines = new();
        private readonly StringBuilder _paragraph = new();
        private readonly StringBuilder _later = new();

        public bool InRun { get; set; }

        public bool Bullet { get; set; }

        public void Add(string text) => _paragraph.Append(text);

        public void Later(string text) => _later.Append(text).Append('\n');

        public void AddLines(string text) => _lines.Append(text).Append('\n');

        public void EndParagraph()
        {
            if (Bullet && _paragraph.Length > 0)
            {
                _lines.Append("• ");
            }

            _lines.Append(_paragraph).Append('\n').Append(_later);
            _paragraph.Clear();
            _later.Clear();
            Bullet = false;
        }

        public string TakeText()
        {
            if (_paragraph.Length > 0 || _later.Length > 0)
            {
                EndParagraph();
            }

            var text = _lines.ToString();
            _lines.Clear();
            return text;
        }
    }
}
