using Membership.App.Pipeline;
using Membership.Domain.Localities;

namespace Membership.App.Localities;

/// <summary>
/// Localities held against a scope. Above a commune, whoever covers all of its communes covers it: nobody is granted the districts and
/// provinces of earlier days.
/// </summary>
public sealed class ScopedPlaces(LocalityDirectory localities)
{
    /// <param name="organizationId">Null: all organizations together.</param>
    public bool Covers(Scope scope, LocalityFact locality, DateOnly day, long? organizationId) =>
        HoldsFor(locality, day, id => scope.Covers(id, organizationId));

    /// <summary>Every locality of the day that the scope covers with at least one organization, by name.</summary>
    public IReadOnlyList<LocalityFact> Within(Scope scope, DateOnly day)
    {
        if (scope.IsEverything)
            return localities.All(day);

        var places = scope.Places.ToHashSet();
        return localities.All(day).Where(locality => HoldsFor(locality, day, places.Contains)).ToList();
    }

    /// <summary>The one that holds the most: a province before a district before a commune. Null when the scope reached nothing on the day.</summary>
    public LocalityFact? Widest(Scope scope, DateOnly day) => Within(scope, day)
        .OrderBy(locality => ListLocalitiesHandler.LevelOf(locality.Kind)).ThenBy(locality => locality.Code, StringComparer.Ordinal)
        .FirstOrDefault();

    private bool HoldsFor(LocalityFact locality, DateOnly day, Func<long, bool> covered)
    {
        if (covered(locality.LocalityId))
            return true;
        if (locality.Kind.IsCommuneLevel())
            return false;

        var communes = localities.CommunesOf(locality.LocalityId, day);
        return communes.Count > 0 && communes.All(commune => covered(commune.LocalityId));
    }
}
