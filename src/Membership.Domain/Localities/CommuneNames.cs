using System.Globalization;
using Membership.Domain.Members;

namespace Membership.Domain.Localities;

/// <summary>
/// The names of all communes of all times. A whole name ("Phường Tân An, Quận Ninh Kiều") means one commune only, so that people can
/// choose by it and files can hold it.
/// </summary>
public sealed class CommuneNames
{
    private readonly Dictionary<CommuneName, string> _whole;
    private readonly Dictionary<string, long> _byWhole;
    private readonly Dictionary<string, long> _byFolded;

    public CommuneNames(IReadOnlyList<CommuneName> all)
    {
        All = all;
        _whole = all.GroupBy(WithParent).SelectMany(Named).ToDictionary(named => named.Commune, named => named.Whole);
        _byWhole = _whole.DistinctBy(named => named.Value).ToDictionary(named => named.Value, named => named.Key.LocalityId);
        _byFolded = _byWhole.DistinctBy(named => PersonName.Fold(named.Key)).ToDictionary(named => PersonName.Fold(named.Key), named => named.Value);
    }

    public IReadOnlyList<CommuneName> All { get; }

    /// <summary>With what it belonged to then and, where that is not enough, with its province and its last day.</summary>
    public string Whole(CommuneName commune) => _whole[commune];

    /// <summary>The commune of a whole name; null when none is called so.</summary>
    public long? IdOf(string whole) =>
        _byWhole.TryGetValue(whole, out var id) || _byFolded.TryGetValue(PersonName.Fold(PersonName.Normalize(whole)), out id) ? id : null;

    private static string WithParent(CommuneName commune) => $"{commune.Name}, {commune.Parent}";

    private static string WithProvince(CommuneName commune) => commune.Province is null ? WithParent(commune) : $"{WithParent(commune)}, {commune.Province}";

    private static IEnumerable<(CommuneName Commune, string Whole)> Named(IGrouping<string, CommuneName> same) => IsOne(same)
        ? same.Select(commune => (commune, same.Key))
        : same.GroupBy(WithProvince).SelectMany(inProvince => inProvince.Select(commune => (commune, IsOne(inProvince) ? inProvince.Key : WithLastDay(inProvince.Key, commune))));

    private static bool IsOne(IEnumerable<CommuneName> communes) => communes.Select(commune => commune.LocalityId).Distinct().Count() == 1;

    private static string WithLastDay(string name, CommuneName commune) =>
        commune.To is { } end ? $"{name} (đến {end.AddDays(-1).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)})" : name;
}
