namespace Membership.Domain.MemberImports;

/// <summary>A stretch of time in one commune: [From, To).</summary>
public sealed record ResidenceStretch(long LocalityId, DateOnly From, DateOnly? To);

/// <summary>
/// Decides what a list proves about where a person lives. A list of a commune says that its people lived there on its day, and
/// since they joined a unit there; it never moves somebody who is known to live elsewhere.
/// </summary>
public static class ResidencePlan
{
    /// <param name="known">The person's residences, by date.</param>
    /// <param name="listed">The list's commune from the first day proved, then the communes its territory went to, without gap.</param>
    /// <returns>The stretches to add; they overlap nothing that is known.</returns>
    public static IReadOnlyList<ResidenceStretch> Decide(
        IReadOnlyList<KnownResidence> known, IReadOnlyList<ResidenceStretch> listed, DateOnly asOf)
    {
        if (known.Count == 0)
            return listed;

        var last = known[^1];
        if (last.To <= asOf)
            return [.. listed.Select(stretch => NotBefore(stretch, asOf)).OfType<ResidenceStretch>()];

        var first = known[0];
        return listed.Any(stretch => stretch.LocalityId == first.LocalityId)
            ? [.. listed.Select(stretch => Until(stretch, first.From)).OfType<ResidenceStretch>()]
            : [];
    }

    /// <summary>The list's commune and its default successors, from a day on.</summary>
    /// <param name="communes">In order; each with the day it ceased, null for the one that exists.</param>
    public static IReadOnlyList<ResidenceStretch> Stretches(IReadOnlyList<(long LocalityId, DateOnly? End)> communes, DateOnly from)
    {
        var stretches = new List<ResidenceStretch>();
        foreach (var (localityId, end) in communes)
        {
            if (end is null || end > from)
                stretches.Add(new ResidenceStretch(localityId, from, end));
            from = end > from ? end.Value : from;
        }

        return stretches;
    }

    private static ResidenceStretch? NotBefore(ResidenceStretch stretch, DateOnly day)
    {
        var from = stretch.From < day ? day : stretch.From;
        return stretch.To <= from ? null : stretch with { From = from };
    }

    private static ResidenceStretch? Until(ResidenceStretch stretch, DateOnly day)
    {
        var to = stretch.To is null || stretch.To > day ? day : stretch.To;
        return to <= stretch.From ? null : stretch with { To = to };
    }
}
