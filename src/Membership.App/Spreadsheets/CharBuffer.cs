using System.Globalization;
using System.Xml;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>The text of one cell while it is gathered; refuses more than a cell may hold.</summary>
internal sealed class CharBuffer(int limit)
{
    private readonly List<TextRun> _runs = [];
    private char[] _chars = new char[256];
    private int _struck;
    private int _blank;
    private int _runStart;

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    /// <summary>The runs of a rich text; neighbours with the same letters are one.</summary>
    public IReadOnlyList<TextRun> Runs => _runs;

    /// <summary>How much of it is struck through, by its own runs.</summary>
    public Strike Strike => _struck == 0 ? Strike.None : _struck >= Length - _blank ? Strike.Whole : Strike.Part;

    public void Clear()
    {
        (Length, _struck, _blank, _runStart) = (0, 0, 0, 0);
        _runs.Clear();
    }

    /// <summary>Before <see cref="EndRun"/>.</summary>
    public void EndStrike(bool isStruck)
    {
        ReadOnlySpan<char> run = _chars.AsSpan(_runStart, Length - _runStart);
        if (isStruck)
            _struck += run.Length;
        else if (run.IsWhiteSpace())
            _blank += run.Length;
        _runStart = Length;
    }

    /// <summary>What was appended since the last run has this font; null for that of the cell.</summary>
    public void EndRun(FontLetters? font)
    {
        if (_runs.Count > 0 && _runs[^1].Font == font)
            _runs[^1] = new TextRun(Length, font);
        else if (Length > (_runs.Count > 0 ? _runs[^1].End : 0))
            _runs.Add(new TextRun(Length, font));
    }

    /// <summary>The text node on which the reader stands.</summary>
    public void Append(XmlReader xml)
    {
        int read;
        while ((read = xml.ReadValueChunk(_chars, Length, _chars.Length - Length)) > 0)
        {
            Length += read;
            if (Length == _chars.Length)
                Grow();
        }
    }

    /// <summary>Turns _x000D_ back into the character it stands for (so Excel writes what XML cannot hold), in what was appended since
    /// the text was as long as this: each run of a rich text is escaped for itself.</summary>
    public void Unescape(int since)
    {
        var first = Span[since..].IndexOf("_x");
        if (first >= 0)
            UnescapeFrom(since + first);
    }

    /// <summary>The text is whole.</summary>
    public void Measure()
    {
        if (Length > limit)
            throw new UnreadableWorkbookException(new CellTooLong(limit));
    }

    public override string ToString() => new(_chars, 0, Length);

    private void UnescapeFrom(int first)
    {
        var to = first;
        for (var from = first; from < Length;)
            _chars[to++] = UnescapeOne(ref from);
        Length = to;
    }

    private char UnescapeOne(ref int from)
    {
        var rest = _chars.AsSpan(from, Length - from);
        if (rest.Length >= 7 && rest.StartsWith("_x") && rest[6] == '_'
            && ushort.TryParse(rest.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            from += 7;
            return (char)code;
        }

        return _chars[from++];
    }

    private void Grow()
    {
        // Escapes are longer than what they stand for, so the measure is taken generously here and exactly in Measure.
        if (Length > limit * 7L)
            throw new UnreadableWorkbookException(new CellTooLong(limit));
        Array.Resize(ref _chars, _chars.Length * 2);
    }
}

/// <summary>A run of a rich text.</summary>
/// <param name="End">Where it ends in the whole.</param>
/// <param name="Font">Null for that of the cell.</param>
internal readonly record struct TextRun(int End, FontLetters? Font);
