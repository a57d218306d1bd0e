using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.Texts;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

/// <summary>People behind a number as lists and workbooks show them; of who is restricted or anonymised, only that she is there.</summary>
internal sealed class PersonRowReading(MembershipDb db, LocalityDirectory localities, FieldCipher cipher)
{
    /// <param name="placed">Few enough for one query.</param>
    public async Task<IReadOnlyList<PersonRow>> OfAsync(List<PlacedPerson> placed, DateOnly day, CancellationToken cancellationToken)
    {
        var ids = placed.ConvertAll(person => person.PersonId);
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        var covered = (await db.CoveredPeople.Where(person => ids.Contains(person.Id)).Select(person => person.Id).ToListAsync(cancellationToken)).ToHashSet();
        var organizations = await OrganizationsAsync(ids, day, cancellationToken);
        return placed.ConvertAll(place => RowOf(people[place.PersonId], CommuneOf(place.LocalityId, day), organizations[place.PersonId], covered.Contains(place.PersonId)));
    }

    private async Task<ILookup<long, string>> OrganizationsAsync(List<long> personIds, DateOnly day, CancellationToken cancellationToken)
    {
        var found = await db.Memberships
            .Where(membership => personIds.Contains(membership.PersonId) && membership.From <= day && (membership.To == null || membership.To > day))
            .Join(db.Organizations, membership => membership.OrganizationId, organization => organization.Id, (membership, organization) => new { membership.PersonId, organization.Position, organization.ShortName })
            .OrderBy(row => row.Position)
            .ToListAsync(cancellationToken);
        return found.ToLookup(row => row.PersonId, row => row.ShortName);
    }

    private LocalityName CommuneOf(long localityId, DateOnly day) => AskedFigure.NameOf(localities.FactOf(localityId, day)!);

    /// <param name="isCovered">False: a list alone brought her into the scope.</param>
    private PersonRow RowOf(Person person, LocalityName commune, IEnumerable<string> organizations, bool isCovered) => WithheldText.Of(person) is { } withheld
        ? new(person.Id, withheld, null, null, null, commune, [], IsWithheld: true)
        : new(person.Id, person.FullName, person.BirthDate, person.Sex, isCovered ? person.MaskedCitizenId(cipher) : null, commune, organizations.ToList());
}
