namespace Membership.Domain.Indicators;

/// <summary>
/// Which values of a group of people stand for themselves in a table of counts. The rare ones are merged into "khác", and as many
/// more, from the rarest, as it takes that these together are not too few either.
/// </summary>
public static class MergedValues
{
    /// <param name="counts">People by value.</param>
    /// <param name="merged">Those that never stand for themselves.</param>
    /// <param name="smallest">The smallest count that is shown.</param>
    /// <returns>Null when all of them together are too few.</returns>
    public static IReadOnlySet<T>? Own<T>(IReadOnlyDictionary<T, long> counts, IReadOnlySet<T> merged, int smallest)
        where T : notnull
    {
        var fromRarest = counts.Keys.Where(value => !merged.Contains(value) && counts[value] >= smallest).OrderBy(value => counts[value]).ToList();
        var own = fromRarest.ToHashSet();
        foreach (var rarest in fromRarest)
        {
            if (!AreTooFew(counts, own, smallest))
                return own;
            own.Remove(rarest);
        }

        return AreTooFew(counts, own, smallest) ? null : own;
    }

    private static bool AreTooFew<T>(IReadOnlyDictionary<T, long> counts, HashSet<T> own, int smallest)
        where T : notnull => counts.Where(value => !own.Contains(value.Key)).Sum(value => value.Value) is var others && others > 0 && others < smallest;
}
