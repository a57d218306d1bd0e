using System.Text;

namespace Membership.App.Spreadsheets;

/// <summary>
/// The text of a list in which a quotation mark that closes nowhere is a letter like others: taken as the beginning of a quoted field,
/// it would swallow the rows below with all their numbers into one cell. Lines without quotation marks pass through as they are.
/// </summary>
/// <param name="delimiters">How many the lines of the list have.</param>
/// <param name="firstLine">The number of the line with which the text begins.</param>
/// <param name="cellLength">Characters that a cell may have; a line that is much longer than any of cells is refused.</param>
internal sealed class CsvQuotes(TextReader text, char delimiter, int delimiters, int firstLine, int cellLength) : TextReader
{
    private const int BlockLength = 64 * 1024;
    private const int MostChars = 4 * 1024 * 1024; // of one record
    private const int FewestDelimiters = 2;
    private const int FewestDigits = 9;

    private char[] _buffer = new char[BlockLength];
    private int _from;
    private int _to;
    private bool _hasEnded;
    private int _line = firstLine;
    private string _mended = "";
    private int _mendedAt;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_mendedAt == _mended.Length)
        {
            if (!Advance(out var plain))
                return 0;
            if (plain > 0)
                return Take(plain, buffer);
        }

        var length = Math.Min(buffer.Length, _mended.Length - _mendedAt);
        _mended.AsSpan(_mendedAt, length).CopyTo(buffer);
        _mendedAt += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
        base.Dispose(disposing);
    }

    private int Take(int plain, Span<char> buffer)
    {
        var length = Math.Min(plain, buffer.Length);
        var taken = _buffer.AsSpan(_from, length);
        taken.CopyTo(buffer);
        _line += taken.Count('\n');
        _from += length;
        return length;
    }

    /// <summary>Finds whole lines without quotation marks, or mends the record that begins here. False at the end.</summary>
    private bool Advance(out int plain)
    {
        plain = 0;
        while (true)
        {
            var unread = _buffer.AsSpan(_from, _to - _from);
            var quote = unread.IndexOf('"');
            plain = (quote < 0 ? unread : unread[..quote]).LastIndexOf('\n') + 1;
            if (plain > 0)
                return true;
            if (quote >= 0)
            {
                Mend();
                return true;
            }

            if (_hasEnded)
            {
                plain = unread.Length;
                return plain > 0;
            }

            Fill();
        }
    }

    private void Fill()
    {
        if (_from > 0 && _to == _buffer.Length)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (_from, _to) = (0, _to - _from);
        }

        if (_to == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length < MostChars ? _buffer.Length * 2 : throw new UnreadableWorkbookException(new CellTooLong(cellLength)));

        var read = text.Read(_buffer, _to, _buffer.Length - _to);
        _to += read;
        _hasEnded = read == 0;
    }

    /// <summary>A line, counted from the first that is unread, with its end; null beyond the last.</summary>
    private string? Line(int number)
    {
        var start = 0;
        for (var line = 0; ; line++)
        {
            if (EndOfLine(start) is not { } end)
                return null;
            if (line == number)
                return new string(_buffer, _from + start, end - start);

            start = end;
        }
    }

    private int? EndOfLine(int start)
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_from + start, _to - _from - start);
            if (rest.IndexOf('\n') is var at and >= 0)
                return start + at + 1;
            if (_hasEnded)
                return rest.IsEmpty ? null : start + rest.Length;

            Fill();
        }
    }

    /// <summary>The record that begins with a line in which a quotation mark stands.</summary>
    private void Mend()
    {
        var record = Line(0)!;
        var lines = 1;
        var (mended, at, column) = (new StringBuilder(record.Length), 0, 0);
        while (true)
        {
            if (at < record.Length && record[at] == '"')
                at = Quoted(mended, ref record, ref lines, at, column);
            var end = CsvLine.EndOfField(record, at, delimiter);
            mended.Append(record, at, end - at);
            if (end == record.Length || record[end] != delimiter)
            {
                mended.Append(record, end, record.Length - end);
                break;
            }

            mended.Append(delimiter);
            (at, column) = (end + 1, column + 1);
        }

        var length = Enumerable.Range(0, lines).Sum(line => Line(line)!.Length);
        _from += length;
        _line += lines;
        (_mended, _mendedAt) = (mended.ToString(), 0);
    }

    /// <summary>Appends the field that begins with a quotation mark; where it ends in the record, which may grow by lines.</summary>
    private int Quoted(StringBuilder mended, ref string record, ref int lines, int at, int column)
    {
        var isWholeRow = lines == 1 && CsvLine.Delimiters(record, delimiter) >= delimiters;
        var close = CsvLine.ClosingQuote(record, at + 1, delimiter);
        while (close == CsvLine.NotClosed)
        {
            if (Line(lines) is not { } next || lines * (long)record.Length > MostChars)
                return Unclosed(mended, ref record, ref lines, at, column);

            close = ClosingBelow(next, record.Length);
            // The line that closes a text of several lines holds the rest of its row; a whole row below a whole row is none of it.
            if (LooksLikeRow(next) && (isWholeRow || close == CsvLine.NotClosed))
                return Unclosed(mended, ref record, ref lines, at, column);

            (record, lines) = (record + next, lines + 1);
        }

        if (close == CsvLine.IsText)
            return Literal(mended, record, at, CsvLine.EndOfField(record, at, delimiter));

        mended.Append(record, at, close + 1 - at);
        return CsvLine.EndOfField(record, close + 1, delimiter);
    }

    /// <summary>Where a text closes that began on a line above; a mark within it belongs to it.</summary>
    private int ClosingBelow(string line, int before)
    {
        var from = 0;
        var close = CsvLine.ClosingQuote(line, from, delimiter);
        while (close == CsvLine.IsText)
        {
            from = line.IndexOf('"', from) + 1;
            close = CsvLine.ClosingQuote(line, from, delimiter);
        }

        return close < 0 ? close : before + close;
    }

    /// <summary>The mark is a letter of its text, if its own line is a row, and so is the next; else nobody knows where the text ends.</summary>
    private int Unclosed(StringBuilder mended, ref string record, ref int lines, int at, int column)
    {
        for (; lines > 1; lines--)
        {
            if (!string.IsNullOrWhiteSpace(Line(lines - 1)))
                throw NotClosed();
        }

        record = Line(0)!;
        var more = CsvLine.Delimiters(record, delimiter) - delimiters;
        var isLast = column == delimiters;
        if (more < 0 || (more > 0 && !isLast))
            throw NotClosed();

        return Literal(mended, record, at, isLast ? record.AsSpan().TrimEnd("\r\n").Length : CsvLine.EndOfField(record, at, delimiter));
    }

    private static int Literal(StringBuilder mended, string record, int at, int end)
    {
        mended.Append('"').Append(record[at..end].Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return end;
    }

    /// <summary>As many cells as the others have, or some of them with a day or a long number among them.</summary>
    private bool LooksLikeRow(string line)
    {
        var count = CsvLine.Delimiters(line, delimiter);
        return count == delimiters ? delimiters > 0
            : count >= FewestDelimiters && count * 2 >= delimiters && line.Split(delimiter).Any(IsOfRow);
    }

    private static bool IsOfRow(string cell) => !cell.Any(char.IsLetter)
        && (cell.Count(char.IsAsciiDigit) >= FewestDigits || (cell.Count(letter => letter is '/' or '-' or '.') == 2 && cell.Count(char.IsAsciiDigit) >= 6));

    private UnreadableWorkbookException NotClosed() => new(new QuoteNotClosed(_line));
}
