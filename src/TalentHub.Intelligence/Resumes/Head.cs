using System.Text.RegularExpressions;

namespace TalentHub.Intelligence.Resumes;

/// <summary>
/// The lines around a span of time that name employer and title. The date may share its line with both, with one of them, with
/// an item of the list below (a right-hand column), or stand alone under or over them.
/// </summary>
internal sealed partial class Head(List<Line> lines, int at, Period period)
{
    private Span? _employer;
    private Span? _title;
    private Span? _unknown;
    private Span? _second;
    private Span? _beforePlace;   // "Telefónica, Madrid": what stands before a place is more likely an employer than a title

    /// <summary>Both, or a company by its own words.</summary>
    public readonly record struct Result(Span? Employer, Span? Title, bool Sure);

    public Result Read()
    {
        var line = lines[at];
        var rests = line.IsProse && line.IsBullet ? [] : Rests(line);
        foreach (var rest in rests)
        {
            Take(rest);
        }

        var alone = rests.Count == 0 || (_employer is null && _title is null && _unknown is null);
        if (alone)
        {
            ReadAlone(line);
        }
        else if (!Complete)
        {
            Look([.. new[] { Below(1), Above(1) }.OrderByDescending(Likely)]);
        }

        return Settle();
    }

    private bool Complete => _title is not null && (_employer is not null || _unknown is not null);

    private bool Nothing => _title is null && _employer is null;

    /// <summary>Nothing but the date: the names stand above it, or below when it opens its entry.</summary>
    private void ReadAlone(Line line)
    {
        if (line.IsBullet || lines[at].Text.Length > period.Length + 12)
        {
            // A date in the right-hand column beside a list item: the head is the nearest line above that is no item.
            for (var i = at - 1; i >= 0 && i >= at - 3; i--)
            {
                if (!lines[i].IsProse)
                {
                    Take(lines[i].All);
                    break;
                }
            }

            return;
        }

        var above = Above(1);
        var opens = at == 0 || above is null || (line.AfterBlank && !(at > 0 && lines[at - 1].AfterBlank && !lines[at - 1].IsProse));
        foreach (var near in opens ? [Below(1), Below(2)] : new[] { above, Complete ? null : Above(2) })
        {
            if (near is not null && !Complete)
            {
                Take(near.All);
            }
        }

        if (!Complete)
        {
            Look(opens ? above : Below(1), opens ? Above(2) : Below(2));
        }
    }

    /// <summary>How much a line looks like the other half of a head.</summary>
    private static int Likely(Line? line)
    {
        if (line is null)
        {
            return 0;
        }

        var pieces = Pieces.Of(line.All);
        return pieces.Exists(p => p.Kind is PieceKind.Company) ? 3 : pieces.Exists(p => p.Kind is PieceKind.Place) ? 2 : line.Text.Split(' ').Length <= 5 ? 1 : 0;
    }

    private void Look(params Line?[] others)
    {
        foreach (var other in others)
        {
            if (other is not null && !Complete)
            {
                Take(other.All, onlyMissing: !Nothing);
            }
        }
    }

    private Line? Below(int steps) => Near(steps, 1);

    private Line? Above(int steps) => Near(steps, -1);

    /// <summary>The line so many steps away, if nothing between ends the head; lines of a form ("industry: …") do not count.</summary>
    private Line? Near(int steps, int direction)
    {
        for (int i = at + direction, looked = 0; i >= 0 && i < lines.Count && looked < 6; i += direction, looked++)
        {
            var line = lines[i];
            if (line.Index != lines[at].Index + (i - at) || line.IsProse || Dates.Find(line.Text) is not null)
            {
                return null;
            }

            if (!FormLine().IsMatch(line.Text) && --steps == 0)
            {
                return line;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?:所属行业|公司性质|公司规模|行业|部\s*门|所在部门|工作地点|工作性质|职位类别|职位级别|职能类别|汇报对象|下属人数|公司简介|公司描述|工作描述|主要职责|工作职责|职责描述|离职原因|月薪|薪资|计算机软件|https?:|www\.)", RegexOptions.None, 1000)]
    private static partial Regex FormLine();

    private List<Span> Rests(Line line)
    {
        var before = line.All.Part(0, period.From).Trim();
        var after = line.All.Part(period.From + period.Length, line.Text.Length - period.From - period.Length).Trim();
        return [.. new[] { before, after }.Where(s => s.Length > 1 && s.Text.Any(char.IsLetter))];
    }

    private void Take(Span span, bool onlyMissing = false)
    {
        var from = Dates.Find(span.Text) is { } date && date.From == 0 ? date.Length : span.From == 0 ? Dates.LeadingEnd(span.Text) : 0;
        Span? last = null;
        foreach (var piece in Pieces.Of(span.Part(from, span.Length - from).Trim()))
        {
            _beforePlace ??= piece.Kind == PieceKind.Place ? last : null;
            last = piece.Kind == PieceKind.Unknown ? piece.Span : null;
            switch (piece.Kind)
            {
                case PieceKind.Title:
                    _title ??= piece.Span;
                    break;
                case PieceKind.Company:
                    TakeCompany(piece.Span);
                    break;
                case PieceKind.Unknown when !onlyMissing || _title is not null || _employer is not null:
                    _second ??= _unknown is null ? null : piece.Span;
                    _unknown ??= piece.Span;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>"某某科技有限公司总经理" is written without a gap.</summary>
    private void TakeCompany(Span span)
    {
        if (Glued().Match(span.Text) is { Success: true } glued && Words.ChineseTitle().IsMatch(glued.Groups["title"].Value))
        {
            _employer ??= span.Part(glued.Groups["company"].Index, glued.Groups["company"].Length);
            _title ??= span.Part(glued.Groups["title"].Index, glued.Groups["title"].Length);
        }

        _employer ??= span;
    }

    [GeneratedRegex(@"^(?:曾?任|在|就职于|于)?(?<company>[^\s,]{2,30}?(?:公司|集团|银行|医院))(?:担?任|的)?(?<title>[\u3400-\u9fff/]{2,10})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Glued();

    private Result Settle()
    {
        var sure = _employer is not null;
        if (_title is null && at + 1 < lines.Count && lines[at + 1] is { IsBullet: true } item && Pieces.Of(item.All) is [{ Kind: PieceKind.Title, Span.Length: < 14 } first, _, ..])
        {
            _title = first.Span;   // "• Sales agent, responsible for …"
        }

        if (_employer is null && _title is not null)
        {
            _employer = _unknown;
        }
        else if (_title is null && _employer is not null)
        {
            // "Company, Something": what stands behind the company may be a title that no list knows; what stands before it is not.
            _title = _unknown is { } other && other.Passage.Start > _employer.Value.Passage.Start ? other : null;
        }
        else if (_title is null && _employer is null && _unknown is not null)
        {
            (_employer, _title) = _beforePlace is not null && _beforePlace == _second ? (_second, _unknown) : (_unknown, _second);
        }

        return new Result(_employer is { Length: > 1 } e ? Bare(e) : null, _title is { Length: > 1 } t ? Bare(t) : null, sure);
    }

    /// <summary>"Company (150-500 people)" is the company.</summary>
    private static Span Bare(Span employer)
    {
        employer = employer.Trim("(.");
        if (Dates.FindAny(employer.Text) is { From: > 3 } date)
        {
            employer = employer.Part(0, date.From).Trim("(");
        }

        var text = employer.Text;
        var open = text.LastIndexOf('(');
        return open > 1 && (text[open..].Any(c => char.IsDigit(c) || c == '人') || Words.IsPlace(text[open..].Trim('(', ')'))) ? employer.Part(0, open).Trim() : employer;
    }
}
