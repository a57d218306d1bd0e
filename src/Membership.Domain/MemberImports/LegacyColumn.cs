namespace Membership.Domain.MemberImports;

/// <summary>What speaks for each encoding in the texts of a column: how many of its words are Vietnamese syllables when read so.</summary>
internal sealed class LegacyColumn
{
    private readonly int[] _readable = new int[(int)LegacyEncoding.Vni + 1];
    private readonly int[] _fonts = new int[(int)LegacyEncoding.Vni + 1];
    private int _words;
    private bool _isTelltale;

    public void Add(Cell cell)
    {
        if (cell.Kind != CellKind.Text)
            return;

        _fonts[(int)EncodingOf(cell.Font)]++;
        if (LegacyText.IsAscii(cell.Text) || DoubleEncoding.Mended(cell.Text) is not null)
            return;

        foreach (var word in LegacyWords.In(cell.Text))
            Add(word);
    }

    public void Add(LegacyColumn other)
    {
        _words += other._words;
        _isTelltale |= other._isTelltale;
        for (var encoding = 0; encoding < _readable.Length; encoding++)
        {
            _readable[encoding] += other._readable[encoding];
            _fonts[encoding] += other._fonts[encoding];
        }
    }

    /// <summary>The encoding that wins clearly, by words and else by fonts; <see cref="LegacyEncoding.Auto"/> when none does.</summary>
    public LegacyEncoding Clear()
    {
        var order = Order();
        var (best, second) = (_readable[(int)order[0]], _readable[(int)order[1]]);
        if (best > 0 && best * 2 >= _words && second * 3 <= best * 2)
            return order[0];

        var byFont = Enumerable.Range(2, 2).Select(encoding => (LegacyEncoding)encoding).FirstOrDefault(encoding => _fonts[(int)encoding] * 2 > _fonts.Sum());
        return byFont != LegacyEncoding.Auto && _readable[(int)byFont] == best ? byFont : LegacyEncoding.Auto;
    }

    /// <summary>Old letters stand in it, some reading makes sense of them, and it is not clear which.</summary>
    public bool IsOpen() => _isTelltale && _readable.Max() * 2 >= _words && Order()[0] != LegacyEncoding.Unicode;

    /// <summary>From the best; Unicode goes before others that are as good.</summary>
    private LegacyEncoding[] Order() =>
        [.. ((LegacyEncoding[])[LegacyEncoding.Unicode, LegacyEncoding.Tcvn3, LegacyEncoding.Vni]).OrderByDescending(encoding => _readable[(int)encoding])];

    private void Add(LegacyWord word)
    {
        if (word.IsPlain)
            return;

        _words++;
        _isTelltale |= word.IsTelltale;
        for (var encoding = LegacyEncoding.Unicode; encoding <= LegacyEncoding.Vni; encoding++)
            _readable[(int)encoding] += word.ReadsIn(encoding) ? 1 : 0;
    }

    private static LegacyEncoding EncodingOf(FontLetters font) => font switch
    {
        FontLetters.Tcvn3 or FontLetters.Tcvn3Capitals => LegacyEncoding.Tcvn3,
        FontLetters.Vni => LegacyEncoding.Vni,
        _ => LegacyEncoding.Unicode,
    };
}
