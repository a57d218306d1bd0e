using Membership.App.Database;
using Membership.App.Localities;
using Membership.Domain;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Pipeline;

/// <summary>Holds what a request concerns against a scope. What does not exist is the handler's to say.</summary>
internal sealed class ConcernedPlaces(MembershipDb db, LocalityDirectory localities, ScopedPlaces places, ScopeInForce inForce)
{
    public async Task<Refusal?> RefusalAsync(object request, Scope scope, CancellationToken cancellationToken)
    {
        var isWithin = request switch
        {
            IConcernsPlace place => await CoversAsync(scope, place, cancellationToken),
            IConcernsImport import => await CoversImportAsync(scope, import.ImportId, cancellationToken),
            IConcernsPerson person => await CoversPersonAsync(scope, person, cancellationToken),
            _ => !scope.IsNothing,
        };
        return isWithin ? null : new OutOfScope();
    }

    private async Task<bool> CoversAsync(Scope scope, IConcernsPlace place, CancellationToken cancellationToken)
    {
        if (localities.Find(place.LocalityCode, place.AsOf) is not { } locality)
            return true;
        if (place.OrganizationCode is not { } code)
            return places.Covers(scope, locality, place.AsOf, null);

        var organization = await db.Organizations.Where(one => one.Code == code).Select(one => (long?)one.Id).FirstOrDefaultAsync(cancellationToken);
        return organization is null || places.Covers(scope, locality, place.AsOf, organization);
    }

    private async Task<bool> CoversImportAsync(Scope scope, long importId, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.IgnoreQueryFilters().Where(one => one.Id == importId)
            .Select(one => new { one.LocalityId, one.OrganizationId }).SingleOrDefaultAsync(cancellationToken);
        return import is null || scope.Covers(import.LocalityId, import.OrganizationId);
    }

    private async Task<bool> CoversPersonAsync(Scope scope, IConcernsPerson request, CancellationToken cancellationToken)
    {
        using (inForce.Enter(scope))
        {
            var reached = request is IShowsClaimedPerson ? db.People : db.CoveredPeople;
            return await reached.AnyAsync(person => person.Id == request.PersonId, cancellationToken)
                || !await db.People.IgnoreQueryFilters().AnyAsync(person => person.Id == request.PersonId, cancellationToken);
        }
    }
}
