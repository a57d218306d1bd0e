namespace Membership.App.Spreadsheets;

/// <summary>Reads the first section of a format code such as <c>dd/mm/yyyy;@</c> or <c>0#########</c>.</summary>
internal sealed class NumberFormatCode
{
    private const int MostDigits = 30;

    private bool _isDate;
    private bool _showsDay;
    private bool _showsMonth;
    private bool _showsYear;
    private bool _isPlain = true;
    private bool _ended;
    private int _digits;
    private string _zeros = "";

    public static NumberFormat Parse(string code)
    {
        var parsed = new NumberFormatCode();
        for (var at = 0; at < code.Length && !parsed._ended;)
            at = parsed.Step(code, at);
        if (parsed._isDate)
            return NumberFormat.General with { IsDate = true, HidesDay = parsed.HidesDay, HidesMonth = parsed.HidesDay && !parsed._showsMonth };
        return parsed._isPlain && parsed._digits <= MostDigits
            ? new NumberFormat(false, parsed._digits, parsed._zeros)
            : NumberFormat.General;
    }

    private bool HidesDay => _showsYear && !_showsDay;

    // Returns where to go on.
    private int Step(string code, int at)
    {
        switch (code[at])
        {
            case '"':
                return Quoted(code, at + 1);
            case '\\':
                Literal(code.AsSpan(Math.Min(at + 1, code.Length), Math.Min(1, code.Length - at - 1)));
                return at + 2;
            case '_' or '*':
                return at + 2;
            case '[':
                return Bracket(code, at + 1);
            default:
                Plain(code[at]);
                return at + 1;
        }
    }

    private int Quoted(string code, int from)
    {
        var end = End(code, from, '"');
        Literal(code.AsSpan(from, end - from));
        return end + 1;
    }

    // A colour, a condition or a locale; [h], [mm] and [ss] are hours, minutes and seconds that run on.
    private int Bracket(string code, int from)
    {
        var end = End(code, from, ']');
        var inside = code.AsSpan(from, end - from);
        if (inside.Length > 0 && inside.TrimStart("hmsHMS").IsEmpty)
            _isDate = true;
        return end + 1;
    }

    private static int End(string code, int from, char mark)
    {
        var end = code.IndexOf(mark, from);
        return end < 0 ? code.Length : end;
    }

    // Zeros before the first digit are part of the number that the officer sees; other text is not.
    private void Literal(ReadOnlySpan<char> text)
    {
        if (_digits == 0 && _zeros.Length + text.Length <= MostDigits && text.TrimStart('0').IsEmpty)
            _zeros += text.ToString();
    }

    private void Plain(char mark)
    {
        switch (mark)
        {
            case ';':
                _ended = true;
                break;
            case 'd' or 'D':
                _isDate = _showsDay = true;
                break;
            case 'm' or 'M':
                _isDate = _showsMonth = true;
                break;
            case 'y' or 'Y':
                _isDate = _showsYear = true;
                break;
            case 'h' or 'H':
                _isDate = true;
                break;
            case '0':
                _digits++;
                break;
            // After the first 0 each place shows, so 0######### has ten digits.
            case '#' or '?' when _digits > 0:
                _digits++;
                break;
            case '.' or ',' or '%' or 'E' or 'e' or '@':
                _isPlain = false;
                break;
        }
    }
}
