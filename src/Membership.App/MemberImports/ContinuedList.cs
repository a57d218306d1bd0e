using Membership.App.Database;
using Membership.App.Localities;
using Membership.Domain;
using Membership.Domain.Localities;
using Membership.Domain.MemberImports;
using Membership.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>Finds the import that an uploaded file, marked by it, continues.</summary>
internal static class ContinuedList
{
    /// <summary>No import for a list of its own. Refused when the file belongs to another organization, place or day.</summary>
    public static async Task<Outcome<Continued>> FindAsync(
        MembershipDb db, LocalityDirectory localities, long? markedOn, (Organization Organization, LocalityFact Locality, DateOnly AsOf) asked,
        CancellationToken cancellationToken)
    {
        var import = markedOn is null
            ? null
            : await db.MemberImports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == markedOn, cancellationToken);
        if (import is not { State: MemberImportState.Checked or MemberImportState.Committed or MemberImportState.Undone })
            return new Continued(null);
        if (import.OrganizationId == asked.Organization.Id && import.LocalityId == asked.Locality.LocalityId && import.AsOf == asked.AsOf)
            return new Continued(import);

        var organization = await db.Organizations.Where(row => row.Id == import.OrganizationId).Select(row => row.ShortName).SingleAsync(cancellationToken);
        return new ContinuesAnotherList(import.Id, organization, localities.FactOf(import.LocalityId, import.AsOf)!.Name, import.AsOf);
    }
}

internal sealed record Continued(MemberImport? Import);
