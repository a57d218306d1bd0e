using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Localities;

/// <summary>Where the pages begin for the actor: at the place named or, without one, at the widest that she may see on the day.</summary>
[Requires(Permission.SeeFigures)]
[ConcernsNothing("gives a place of the actor's own scope")]
public sealed record GetHomePlace(DateOnly AsOf, string? LocalityCode = null) : IRequest<HomePlace?>;

/// <param name="OrganizationCode">The organization to begin with where not all may be seen together; null for all.</param>
public sealed record HomePlace(string LocalityCode, string? OrganizationCode);

internal sealed class GetHomePlaceHandler(MembershipDb db, ScopedPlaces places, ScopeInForce scope) : IRequestHandler<GetHomePlace, HomePlace?>
{
    public async Task<HomePlace?> Handle(GetHomePlace request, CancellationToken cancellationToken)
    {
        var place = request.LocalityCode is { } code
            ? places.Within(scope.Value, request.AsOf).FirstOrDefault(locality => locality.Code == code)
            : places.Widest(scope.Value, request.AsOf);
        if (place is null)
            return null;
        if (places.Covers(scope.Value, place, request.AsOf, null))
            return new HomePlace(place.Code, null);

        var organizations = await db.Organizations.AsNoTracking().OrderBy(one => one.Position).ToListAsync(cancellationToken);
        return new HomePlace(place.Code, organizations.Find(one => places.Covers(scope.Value, place, request.AsOf, one.Id))?.Code);
    }
}
