namespace Membership.Domain.MemberImports;

/// <summary>Where a row stands in its file.</summary>
/// <param name="Sheet">Position among the sheets of the file, from 0, hidden ones counted.</param>
/// <param name="Number">As Excel shows it, from 1.</param>
public readonly record struct ListRow(int Sheet, int Number)
{
    private const int MostRows = 1_048_576;

    /// <summary>One number for both. For a row of the first sheet it is the number Excel shows.</summary>
    public int Key => (Sheet * (MostRows + 1)) + Number;

    public static ListRow OfKey(int key) => new(key / (MostRows + 1), key % (MostRows + 1));
}
