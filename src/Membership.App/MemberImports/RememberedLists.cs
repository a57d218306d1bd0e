using Membership.App.Database;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>How lists of one unit are read, as its officers answered.</summary>
internal static class RememberedLists
{
    /// <summary>By shape, of the unit that the list is from.</summary>
    public static Task<Dictionary<string, ListChoices>> RememberedListsAsync(this MembershipDb db, MemberImport import, CancellationToken cancellationToken) =>
        OfUnit(db, import).AsNoTracking().ToDictionaryAsync(list => list.ShapeKey, list => list.Choices, cancellationToken);

    /// <summary>From the next list of this shape on; a later answer replaces an earlier one.</summary>
    /// <param name="choices">Null: there is nothing to remember.</param>
    public static async Task RememberAsync(this MembershipDb db, MemberImport import, ListChoices? choices, CancellationToken cancellationToken)
    {
        if (choices is null || import.ShapeKey is not { } shapeKey)
            return;

        var known = await OfUnit(db, import).SingleOrDefaultAsync(list => list.ShapeKey == shapeKey, cancellationToken);
        if (known is not null && ListChoicesConverter.Write(known.Choices) == ListChoicesConverter.Write(choices))
            return;

        if (known is null)
        {
            known = new RememberedList
            {
                OrganizationId = import.OrganizationId,
                LocalityId = import.LocalityId,
                ShapeKey = shapeKey,
                Choices = choices,
                RecordedBy = import.ReceivedBy,
            };
            db.RememberedLists.Add(known);
        }

        (known.Choices, known.RecordedBy, known.RecordedAt) = (choices, import.ReceivedBy, import.ReceivedAt);
    }

    private static IQueryable<RememberedList> OfUnit(MembershipDb db, MemberImport import) =>
        db.RememberedLists.Where(list => list.OrganizationId == import.OrganizationId && list.LocalityId == import.LocalityId);
}
