using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>
/// The texts that cells point to. Kept as characters in large pieces, because a hundred thousand names as objects cost the
/// collector more than making a string where one is asked for.
/// </summary>
internal sealed class XlsxSharedStrings
{
    private const int PieceLength = 128 * 1024;
    private const int MostStrings = 16_000_000;
    private const int MostInSeveralFonts = 1_000_000;

    // Excel numbers texts in order of first use, so what repeats (Kinh, Nữ, a commune) comes early.
    private const int Kept = 64 * 1024;

    private readonly List<char[]> _pieces = [];
    private readonly List<long> _ends = [0];
    private readonly string?[] _kept = new string?[Kept];
    private readonly Dictionary<int, TextRun[]> _runs = [];
    private readonly Dictionary<int, Strike> _strikes = [];

    public int Count => _ends.Count - 1;

    public static XlsxSharedStrings Read(XlsxPart part, int cellLength)
    {
        var strings = new XlsxSharedStrings();
        var text = new CharBuffer(cellLength);
        part.ReadRoot("sst");
        while (part.ReadChild(0))
        {
            if (part.Xml.LocalName != "si")
            {
                part.Skip();
                continue;
            }

            text.Clear();
            part.AppendRichText(text);
            text.Measure();
            if (text.Runs.Count > 1)
                strings._runs[strings.Count] = [.. text.Runs];
            if (text.Strike != Strike.None)
                strings._strikes[strings.Count] = text.Strike;
            strings.Add(text.Span);
            if (strings.Count > MostStrings || strings._runs.Count + strings._strikes.Count > MostInSeveralFonts)
                throw part.Damage();
        }

        return strings;
    }

    /// <summary>The text, or null when the index is out of range.</summary>
    public string? At(int index)
    {
        if ((uint)index >= (uint)Count)
            return null;
        return index < Kept ? _kept[index] ??= Make(index) : Make(index);
    }

    /// <summary>The runs of a text in several fonts; null of one in a single font.</summary>
    public IReadOnlyList<TextRun>? RunsAt(int index) => _runs.GetValueOrDefault(index);

    /// <summary>How much of a text its own runs strike through.</summary>
    public Strike StrikeAt(int index) => _strikes.Count == 0 ? Strike.None : _strikes.GetValueOrDefault(index);

    // A text never crosses a piece, so a piece's end may stay unused: starts are kept as piece and place in one number.
    private void Add(ReadOnlySpan<char> text)
    {
        var at = _ends[^1];
        var place = (int)(at % PieceLength);
        if (_pieces.Count == 0 || place + text.Length >= PieceLength)
        {
            _pieces.Add(new char[PieceLength]);
            place = 0;
        }

        text.CopyTo(_pieces[^1].AsSpan(place));
        _ends.Add(((_pieces.Count - 1L) * PieceLength) + place + text.Length);
    }

    private string Make(int index)
    {
        var (start, end) = (_ends[index], _ends[index + 1]);
        var piece = (int)(end / PieceLength);
        var from = (int)Math.Max(start - ((long)piece * PieceLength), 0);
        return new string(_pieces[piece], from, (int)(end % PieceLength) - from);
    }
}
