namespace Membership.Domain.Indicators;

/// <summary>
/// Which cells of a table of people are too small to be shown. When a single cell is, it could be reckoned from the total, so the
/// next smallest is withheld with it.
/// </summary>
public static class SmallCells
{
    /// <summary>The smallest count that is shown.</summary>
    public const int Smallest = 5;

    /// <returns>The counts in the same order; null for a withheld one.</returns>
    public static IReadOnlyList<long?> Withhold(IReadOnlyList<long> counts)
    {
        var withheld = counts.Select((count, at) => (count, at)).Where(cell => cell.count < Smallest).Select(cell => cell.at).ToHashSet();
        if (withheld.Count == 1 && counts.Count > 1)
            withheld.Add(counts.Select((count, at) => (count, at)).Where(cell => !withheld.Contains(cell.at)).MinBy(cell => cell.count).at);
        return counts.Select((count, at) => withheld.Contains(at) ? (long?)null : count).ToList();
    }
}
