using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.Members;
using Membership.App.Texts;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>
/// Shows whom the rows of a list may mean. Matching looks at the whole register; of somebody outside the scope it shows a masked
/// name, the birth year and the ward, no more.
/// </summary>
internal sealed class CandidateReading(MembershipDb db, LocalityDirectory localities, FieldCipher cipher, TimeProvider clock)
{
    public async Task<Dictionary<long, Candidate>> ReadAsync(IReadOnlyCollection<long> personIds, CancellationToken cancellationToken)
    {
        var within = await db.People.AsNoTracking().Where(person => personIds.Contains(person.Id) && person.AnonymisedAt == null).ToListAsync(cancellationToken);
        var candidates = within.ToDictionary(person => person.Id, WithinScope);
        var outside = personIds.Except(candidates.Keys).ToArray();
        if (outside.Length == 0)
            return candidates;

        var others = await db.People.IgnoreQueryFilters().AsNoTracking().Where(person => outside.Contains(person.Id) && person.AnonymisedAt == null).ToListAsync(cancellationToken);
        var homes = await HomesAsync(outside, cancellationToken);
        foreach (var person in others)
            candidates.Add(person.Id, Masked(person, homes.GetValueOrDefault(person.Id)));
        return candidates;
    }

    private Candidate WithinScope(Person person) => new(
        person.Id,
        person.FullName,
        ShownDate.Of(person.BirthDate),
        person.Sex switch { Sex.Male => "Nam", Sex.Female => "Nữ", _ => null },
        person.MaskedCitizenId(cipher),
        Elsewhere: null);

    private static Candidate Masked(Person person, string? home) => new(
        person.Id,
        PersonName.Mask(person.FullName),
        person.BirthDate?.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        null,
        null,
        home ?? "nơi khác");

    private async Task<Dictionary<long, string>> HomesAsync(long[] personIds, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var residences = await db.Residences.IgnoreQueryFilters().AsNoTracking()
            .Where(residence => personIds.Contains(residence.PersonId) && residence.From <= today && (residence.To == null || residence.To > today))
            .ToListAsync(cancellationToken);
        return residences
            .Select(residence => (residence.PersonId, localities.FactOf(residence.LocalityId, today)?.Name))
            .Where(home => home.Name is not null)
            .ToDictionary(home => home.PersonId, home => home.Name!);
    }
}
