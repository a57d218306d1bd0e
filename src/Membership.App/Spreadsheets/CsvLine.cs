namespace Membership.App.Spreadsheets;

/// <summary>What can be said of one line of a text list without knowing those around it.</summary>
internal static class CsvLine
{
    /// <summary>No quotation mark of the text closes a field.</summary>
    public const int NotClosed = -1;

    /// <summary>One stands within the text of its field, as in "Sáu Lúa" ấp Thới Hòa.</summary>
    public const int IsText = -2;

    /// <summary>Delimiters outside of fields that are quoted and closed on the line.</summary>
    public static int Delimiters(ReadOnlySpan<char> line, char delimiter)
    {
        var count = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && (at == 0 || line[at - 1] == delimiter) && ClosingQuote(line, at + 1, delimiter) is var close and >= 0)
                at = close;
            else if (line[at] == delimiter)
                count++;
        }

        return count;
    }

    /// <summary>The same where the delimiter is not known yet: any sign that could be one ends a quoted field.</summary>
    public static int Delimiters(ReadOnlySpan<char> line, char delimiter, ReadOnlySpan<char> candidates)
    {
        var count = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && (at == 0 || candidates.Contains(line[at - 1])))
                at = Math.Max(at, Closing(line, at + 1, candidates));
            else if (line[at] == delimiter)
                count++;
        }

        return count;
    }

    private static int Closing(ReadOnlySpan<char> line, int from, ReadOnlySpan<char> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (ClosingQuote(line, from, candidate) is var close and >= 0)
                return close;
        }

        return NotClosed;
    }

    /// <summary>Where the field closes whose inside begins at a place.</summary>
    public static int ClosingQuote(ReadOnlySpan<char> text, int from, char delimiter)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] != '"')
                continue;
            if (at + 1 < text.Length && text[at + 1] == '"')
                at++;
            else
                return IsEndOfField(text[(at + 1)..], delimiter) ? at : IsText;
        }

        return NotClosed;
    }

    /// <summary>Where the text of a field that is not quoted ends.</summary>
    public static int EndOfField(ReadOnlySpan<char> text, int from, char delimiter) =>
        text[from..].IndexOfAny(delimiter, '\r', '\n') is var length and >= 0 ? from + length : text.Length;

    private static bool IsEndOfField(ReadOnlySpan<char> rest, char delimiter)
    {
        rest = rest.TrimStart(' ');
        return rest.IsEmpty || rest[0] == delimiter || rest[0] is '\r' or '\n';
    }
}
