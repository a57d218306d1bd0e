using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Audit;

/// <summary>Where a note belongs that does not say so itself: where its request was about.</summary>
public sealed class AuditPlaces(LocalityDirectory localities, TimeProvider clock)
{
    internal async Task<IReadOnlyList<AuditNote>> PlacedAsync(MembershipDb db, IReadOnlyCollection<WaitingNote> waiting, CancellationToken cancellationToken)
    {
        var placed = new List<AuditNote>(waiting.Count);
        foreach (var ofRequest in waiting.GroupBy(note => note.Request))
        {
            var isAskedFor = ofRequest.Any(one => one.Note.LocalityId is null);
            var (locality, organization) = isAskedFor ? await PlaceOfAsync(db, ofRequest.Key, cancellationToken) : (null, null);
            placed.AddRange(ofRequest.Select(one => one.Note.LocalityId is not null
                ? one.Note
                : one.Note with { LocalityId = locality, OrganizationId = one.Note.OrganizationId ?? organization }));
        }

        return placed;
    }

    private async Task<(long? Locality, long? Organization)> PlaceOfAsync(MembershipDb db, object? request, CancellationToken cancellationToken) => request switch
    {
        IConcernsPlace place => (localities.Find(place.LocalityCode, place.AsOf)?.LocalityId, await OrganizationAsync(db, place.OrganizationCode, cancellationToken)),
        IConcernsImport import => await ImportAsync(db, import.ImportId, cancellationToken),
        IConcernsPerson person => (await HomeAsync(db, person.PersonId, cancellationToken), null),
        _ => (null, null),
    };

    private static async Task<long?> OrganizationAsync(MembershipDb db, string? code, CancellationToken cancellationToken) =>
        code is null ? null : await db.Organizations.Where(one => one.Code == code).Select(one => (long?)one.Id).SingleOrDefaultAsync(cancellationToken);

    private static async Task<(long? Locality, long? Organization)> ImportAsync(MembershipDb db, long id, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.IgnoreQueryFilters().Where(one => one.Id == id)
            .Select(one => new { one.LocalityId, one.OrganizationId }).SingleOrDefaultAsync(cancellationToken);
        return (import?.LocalityId, import?.OrganizationId);
    }

    private async Task<long?> HomeAsync(MembershipDb db, long personId, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        return await db.Residences.IgnoreQueryFilters()
            .Where(home => home.PersonId == personId && home.From <= today && (home.To == null || home.To > today))
            .Select(home => (long?)home.LocalityId).FirstOrDefaultAsync(cancellationToken);
    }
}
