namespace Membership.Domain.MemberImports;

/// <summary>How many letters were left out, put in, mistaken or exchanged with their neighbour.</summary>
internal static class EditDistance
{
    public static int Between(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var row = 0; row <= one.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
                table[row, column] = row == 0 ? column : column == 0 ? row : Least(table, one, other, row, column);
        }

        return table[one.Length, other.Length];
    }

    private static int Least(int[,] table, string one, string other, int row, int column)
    {
        var least = Math.Min(
            Math.Min(table[row - 1, column], table[row, column - 1]) + 1,
            table[row - 1, column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1));
        var areExchanged = row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
        return areExchanged ? Math.Min(least, table[row - 2, column - 2] + 1) : least;
    }
}
