using System.Globalization;
using System.Xml;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>Makes a cell of the element on which the reader stands.</summary>
internal sealed class XlsxCellReader
{
    private const int ExactDigits = 15;

    private readonly XlsxPart _part;
    private readonly XmlReader _xml;
    private readonly XlsxBook _book;
    private readonly CharBuffer _text;
    private readonly (string R, string S, string T, string V, string F, string Is) _names;

    private string _form = "";
    private NumberFormat _format;
    private FontLetters _font;
    private Strike _strike;
    private bool _hasFormula;
    private bool _hasValue;

    public XlsxCellReader(XlsxPart part, XlsxBook book, int cellLength)
    {
        (_part, _xml, _book) = (part, part.Xml, book);
        _text = new CharBuffer(cellLength);
        _names = (part.Atom("r"), part.Atom("s"), part.Atom("t"), part.Atom("v"), part.Atom("f"), part.Atom("is"));
    }

    /// <summary>Where the cell says it stands; null when it does not say.</summary>
    public string? Reference { get; private set; }

    /// <summary>The cell names a style of its own.</summary>
    public bool HasStyle { get; private set; }

    /// <summary>The pieces of the cell's text, where its fonts draw different letters; else null.</summary>
    public Cell[]? Runs { get; private set; }

    public void ReadAttributes()
    {
        (Reference, _form, _format, _font) = (null, "", NumberFormat.General, FontLetters.Unicode);
        (HasStyle, _strike) = (false, Strike.None);
        while (_xml.MoveToNextAttribute())
        {
            var name = _xml.Name;
            if (name == _names.R)
                Reference = _xml.Value;
            else if (name == _names.S)
                ReadStyle(_xml.Value);
            else if (name == _names.T)
                _form = _xml.Value;
        }

        _xml.MoveToElement();
    }

    public Cell ReadCell()
    {
        Runs = null;
        if (_xml.IsEmptyElement)
            return Cell.Empty;
        ReadContent();
        _text.Measure();
        var cell = _hasValue ? Value() : NoValue();
        return _strike == Strike.None ? cell : cell with { Strike = _strike };
    }

    private void ReadStyle(string value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var style) || style >= _book.Styles.Formats.Length)
            return;

        HasStyle = true;
        _strike = _book.Styles.Strikes is { } strikes && strikes[style] ? Strike.Whole : Strike.None;
        _format = _book.Styles.Formats[style];
        if (_book.Styles.Fonts is { } fonts)
            _font = fonts[style];
    }

    private void ReadContent()
    {
        _text.Clear();
        (_hasFormula, _hasValue) = (false, false);
        var depth = _xml.Depth;
        while (_part.ReadChild(depth))
        {
            var name = _xml.LocalName;
            if (name == _names.V)
            {
                _part.AppendText(_text);
                _hasValue = true;
            }
            else if (name == _names.Is)
            {
                _part.AppendRichText(_text);
                Join(_text.Strike);
                _hasValue = true;
            }
            else
            {
                _hasFormula |= name == _names.F;
                _part.Skip();
            }
        }
    }

    // Libraries that write formulas without counting them leave the value out or empty: nobody knows what stands there.
    private Cell NoValue() => _hasFormula ? new Cell(CellKind.Error, "#VALUE!") : Cell.Empty;

    private Cell Value() => _form switch
    {
        "s" => Shared(),
        "" or "n" => _text.Length == 0 ? NoValue() : Number(),
        "str" or "inlineStr" => Text(_text.ToString(), _text.Runs),
        "b" => new Cell(CellKind.Boolean, _text.Span.Trim() is "1" or "true" ? "TRUE" : "FALSE"),
        "e" => new Cell(CellKind.Error, _text.ToString()),
        "d" => IsoDate(),
        _ => throw _part.Damage(),
    };

    private Cell Text(string text, IReadOnlyList<TextRun>? runs)
    {
        var cell = text.Length == 0 ? Cell.Empty : new Cell(CellKind.Text, text) { Font = _font };
        if (runs is { Count: > 1 } && runs[^1].End == text.Length && !cell.IsEmpty)
            Runs = Pieces(text, runs);
        return cell;
    }

    // Runs that turn out to have the letters of the cell's font are one piece with those beside them.
    private Cell[]? Pieces(string text, IReadOnlyList<TextRun> runs)
    {
        var pieces = new List<Cell>();
        var start = 0;
        for (var at = 0; at < runs.Count; at++)
        {
            var font = runs[at].Font ?? _font;
            if (at + 1 < runs.Count && (runs[at + 1].Font ?? _font) == font)
                continue;
            pieces.Add(new Cell(CellKind.Text, text[start..runs[at].End]) { Font = font });
            start = runs[at].End;
        }

        return pieces.Count > 1 ? [.. pieces] : null;
    }

    // An index that leads nowhere is damage: shown as it is, people would be called 8, 14 and 18.
    private Cell Shared() =>
        int.TryParse(_text.Span, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index)
        && _book.Strings.At(index) is { } text
            ? Text(text, _book.Strings.RunsAt(index), _book.Strings.StrikeAt(index))
            : throw _part.Damage();

    private Cell Text(string text, IReadOnlyList<TextRun>? runs, Strike strike)
    {
        Join(strike);
        return Text(text, runs);
    }

    private void Join(Strike ofRuns) => _strike = _strike > ofRuns ? _strike : ofRuns;

    private Cell Number()
    {
        if (!double.TryParse(_text.Span, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return new Cell(CellKind.Error, _text.ToString());
        if (_format.IsDate)
            return Day(value);
        return new Cell(CellKind.Number, IsPlain() ? _text.ToString() : _format.Show(value), value);
    }

    private Cell Day(double stored)
    {
        var serial = _book.Is1904 ? stored + XlsxBook.From1904 : stored;
        return _format.ShowsDay(serial)
            ? _format.ToCell(serial)
            : new Cell(CellKind.Number, NumberFormat.General.Show(stored), stored);
    }

    // Digits as they stand are the shortest text of the number, unless the format adds zeros.
    private bool IsPlain() =>
        _text.Length <= ExactDigits && _format.Digits <= 1 && _format.Zeros is not { Length: > 0 }
        && !_text.Span.ContainsAnyExceptInRange('0', '9') && (_text.Span[0] != '0' || _text.Length == 1);

    private Cell IsoDate()
    {
        var text = _text.ToString();
        // As written: the zone of this machine must not move a day.
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) || date.Year < 1900)
            return new Cell(CellKind.Error, text);
        var serial = date.DateTime.ToOADate();
        // The 1900 system has a 29/02/1900, so days before it are one less.
        serial = serial < 61 ? serial - 1 : serial;
        return new Cell(CellKind.Date, NumberFormat.Day(serial), serial);
    }
}
