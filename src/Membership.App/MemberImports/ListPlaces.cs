using Membership.App.Localities;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>The communes that the addresses of a list may mean, and what its officer said of them.</summary>
internal static class ListPlaces
{
    private static readonly string Addresses = ListChoices.ValueKey(MemberField.Address, "");

    public static PlaceMatcher Matcher(MemberImport import, LocalityDirectory localities) =>
        new(localities.CommuneNames, import.LocalityId, localities.FamilyOf(import.LocalityId), import.AsOf);

    /// <summary>Communes in which people of the list live, beside its own.</summary>
    public static IEnumerable<long> Answered(ListChoices choices, LocalityDirectory localities) =>
        Answers(choices).Select(localities.CommuneNames.IdOf).OfType<long>().Distinct();

    /// <summary>Null when every answer is a commune, or that an address says nothing.</summary>
    public static CommuneNotFound? Problem(ListChoices choices, LocalityDirectory localities) =>
        Answers(choices).Where(answer => answer.Length > 0 && localities.CommuneNames.IdOf(answer) is null).Select(answer => new CommuneNotFound(answer)).FirstOrDefault();

    private static IEnumerable<string> Answers(ListChoices choices) =>
        choices.Values.Where(value => value.Key.StartsWith(Addresses, StringComparison.Ordinal)).Select(value => value.Value);
}
