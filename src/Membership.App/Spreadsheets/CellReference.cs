namespace Membership.App.Spreadsheets;

/// <summary>A reference such as AB12: column from 0, row from 1.</summary>
internal static class CellReference
{
    public const int Columns = 16_384; // XFD
    public const int LastRow = 1_048_576;

    private const int Letters = 26;

    /// <summary>False for what no sheet of Excel can hold, such as ZZZZZZ1.</summary>
    public static bool TryParse(ReadOnlySpan<char> reference, out int row, out int column)
    {
        (row, column) = (0, 0);
        var at = 0;
        for (; at < reference.Length && (reference[at] | 0x20) is >= 'a' and <= 'z'; at++)
        {
            column = (column * Letters) + (reference[at] | 0x20) - 'a' + 1;
            if (column > Columns)
                return false;
        }

        var hasColumn = column-- > 0;
        for (var digits = at; at < reference.Length && char.IsAsciiDigit(reference[at]) && at - digits < 8; at++)
            row = (row * 10) + reference[at] - '0';
        return hasColumn && at == reference.Length && row is > 0 and <= LastRow;
    }
}
