namespace Membership.Domain.Indicators;

/// <summary>
/// Which counts are withheld from somebody who may see figures but no people: 1 to <c>smallest</c> − 1 would come near to naming
/// someone. Nobody (0) is shown. When a sum is shown beside its parts and one part alone is withheld, the next smallest goes
/// with it, since the sum would give it away.
/// </summary>
public static class SmallCells
{
    /// <param name="smallest">The smallest count that is shown; 1 shows all.</param>
    public static bool IsSmall(long count, int smallest) => count > 0 && count < smallest;

    /// <summary>For each part whether it is withheld.</summary>
    public static IReadOnlyList<bool> Withheld(IReadOnlyList<long> parts, int smallest)
    {
        var withheld = parts.Select(count => IsSmall(count, smallest)).ToArray();
        if (withheld.Count(one => one) == 1 && NextSmallest(parts, withheld) is { } next)
            withheld[next] = true;
        return withheld;
    }

    private static int? NextSmallest(IReadOnlyList<long> parts, bool[] withheld) => Enumerable.Range(0, parts.Count)
        .Where(at => !withheld[at] && parts[at] > 0)
        .Select(at => (int?)at)
        .MinBy(at => parts[at!.Value]);
}
