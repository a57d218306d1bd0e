using MediatR;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Localities;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>Which communes the officer can choose from to say what addresses of a list mean.</summary>
/// <param name="Written">What the addresses say, as <see cref="GetUnknownValues"/> gives it.</param>
[Requires(Permission.ImportLists)]
public sealed record GetPlacesToChoose(long ImportId, IReadOnlyList<string> Written) : IRequest<Outcome<PlacesToChoose>>, IConcernsImport;

/// <param name="Own">The list's commune.</param>
/// <param name="Meant">Whole names of the communes that each of the texts can mean; a text that can mean none is not in it.</param>
/// <param name="Communes">Whole names of all communes there were on the day of the list, by name.</param>
public sealed record PlacesToChoose(string Own, IReadOnlyDictionary<string, IReadOnlyList<string>> Meant, IReadOnlyList<string> Communes);

internal sealed class GetPlacesToChooseHandler(MembershipDb db, LocalityDirectory localities) : IRequestHandler<GetPlacesToChoose, Outcome<PlacesToChoose>>
{
    public async Task<Outcome<PlacesToChoose>> Handle(GetPlacesToChoose request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.FindAsync([request.ImportId], cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);

        var matcher = ListPlaces.Matcher(import, localities);
        return new PlacesToChoose(
            localities.FactOf(import.LocalityId, import.AsOf)!.Name,
            request.Written.Distinct().Select(text => (Text: text, matcher.Match(text).Candidates)).Where(one => one.Candidates.Count > 0)
                .ToDictionary(one => one.Text, one => Whole(one.Candidates)),
            Whole(localities.CommuneNames.All.Where(name => name.HoldsOn(import.AsOf) && name.LocalityId != import.LocalityId)));
    }

    private IReadOnlyList<string> Whole(IEnumerable<CommuneName> communes) => [.. communes.Select(localities.CommuneNames.Whole).Order(LocalityDirectory.ByName)];
}
