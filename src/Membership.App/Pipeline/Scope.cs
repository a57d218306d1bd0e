namespace Membership.App.Pipeline;

/// <summary>
/// What somebody may reach with one permission: localities, by their own keys and of all times, each with all organizations or with one.
/// </summary>
public sealed class Scope
{
    public static readonly Scope Nothing = new(isEverything: false, new HashSet<long>(), new HashSet<(long, long)>());

    public static readonly Scope Everything = new(isEverything: true, new HashSet<long>(), new HashSet<(long, long)>());

    /// <summary>More organizations than there will ever be: <see cref="Key"/> makes one number of two.</summary>
    public const long OrganizationsAtMost = 1_000;

    private readonly HashSet<long> _wholePlaces;
    private readonly HashSet<(long Locality, long Organization)> _pairs;

    private Scope(bool isEverything, HashSet<long> wholePlaces, HashSet<(long Locality, long Organization)> pairs)
    {
        (IsEverything, _wholePlaces, _pairs) = (isEverything, wholePlaces, pairs);
        OrganizationPlaces = [.. pairs.Select(pair => Key(pair.Locality, pair.Organization))];
        Organizations = [.. pairs.Select(pair => pair.Organization).Distinct()];
        Places = [.. wholePlaces.Union(pairs.Select(pair => pair.Locality))];
    }

    public bool IsEverything { get; }

    /// <summary>Localities with all their organizations.</summary>
    public IReadOnlyCollection<long> WholePlaces => _wholePlaces;

    /// <summary><see cref="Key"/> of each locality with the one organization covered there: a form that queries can compare.</summary>
    public IReadOnlyCollection<long> OrganizationPlaces { get; }

    /// <summary>Organizations covered somewhere without the others.</summary>
    public IReadOnlyCollection<long> Organizations { get; }

    /// <summary>Every locality covered with at least one organization.</summary>
    public IReadOnlyCollection<long> Places { get; }

    public bool IsNothing => !IsEverything && Places.Count == 0;

    /// <summary>Whether everything seen within the scope is seen with all organizations.</summary>
    public bool HasAllOrganizations => IsEverything || _pairs.Count == 0;

    public static long Key(long localityId, long organizationId) => localityId * OrganizationsAtMost + organizationId;

    /// <param name="organizationId">Null: all.</param>
    public static Scope Of(IEnumerable<long> localities, long? organizationId) => organizationId is { } one
        ? new Scope(false, [], localities.Select(locality => (locality, one)).ToHashSet())
        : new Scope(false, localities.ToHashSet(), []);

    public static Scope Union(IReadOnlyCollection<Scope> scopes) => scopes.Any(scope => scope.IsEverything)
        ? Everything
        : new Scope(false, scopes.SelectMany(scope => scope._wholePlaces).ToHashSet(), scopes.SelectMany(scope => scope._pairs).ToHashSet());

    /// <param name="organizationId">Null: all organizations together.</param>
    public bool Covers(long localityId, long? organizationId) =>
        IsEverything || _wholePlaces.Contains(localityId) || (organizationId is { } one && _pairs.Contains((localityId, one)));

    /// <summary>Whether all of another scope is in this one: nobody gives what she does not have.</summary>
    public bool Includes(Scope other) =>
        IsEverything || (!other.IsEverything && other._wholePlaces.All(place => Covers(place, null)) && other._pairs.All(pair => Covers(pair.Locality, pair.Organization)));
}
