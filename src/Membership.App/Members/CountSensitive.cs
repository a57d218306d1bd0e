using MediatR;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

/// <summary>
/// How many of the people who live at a place on a day are of each ethnicity, or religion: counts only, small ones withheld, and
/// there is no list of the people behind them.
/// </summary>
/// <param name="Field">Ethnicity or religion.</param>
[Requires(Permission.SeeFigures)]
public sealed record CountSensitive(string LocalityCode, DateOnly AsOf, string? OrganizationCode, PersonField Field)
    : IRequest<Outcome<SensitiveCounts>>, IConcernsPlace;

/// <param name="Values">The most frequent first; who has no value last.</param>
public sealed record SensitiveCounts(LocalityName Locality, string? Organization, IReadOnlyList<ValueCount> Values);

/// <param name="Value">Null: not written down.</param>
/// <param name="People">Null: too few to be shown.</param>
public sealed record ValueCount(string? Value, long? People);

internal sealed class CountSensitiveHandler(MembershipDb db, LocalityDirectory localities, FieldCipher cipher, FigureSettings settings)
    : IRequestHandler<CountSensitive, Outcome<SensitiveCounts>>
{
    public async Task<Outcome<SensitiveCounts>> Handle(CountSensitive request, CancellationToken cancellationToken)
    {
        if (localities.Find(request.LocalityCode, request.AsOf) is not { } locality)
            return new LocalityNotFound(request.LocalityCode, request.AsOf);

        var organization = await db.Organizations.AsNoTracking().SingleOrDefaultAsync(one => one.Code == request.OrganizationCode, cancellationToken);
        if (request.OrganizationCode is { } code && organization is null)
            return new OrganizationNotFound(code);

        var values = await ValuesAsync(request, locality.LocalityId, organization?.Id, cancellationToken);
        return new SensitiveCounts(AskedFigure.NameOf(locality), organization?.ShortName, Counted(values.ConvertAll(value => cipher.OpenOrNull(value))));
    }

    private Task<List<SealedText?>> ValuesAsync(CountSensitive request, long localityId, long? organizationId, CancellationToken cancellationToken)
    {
        var (day, ofEthnicity) = (request.AsOf, request.Field == PersonField.Ethnicity);
        var communes = localities.CommunesOf(localityId, day).Select(commune => commune.LocalityId).ToList();
        var living = db.Residences.Where(home => communes.Contains(home.LocalityId) && home.From <= day && (home.To == null || home.To > day));
        return (from home in living
                join person in db.People on home.PersonId equals person.Id
                where organizationId == null || db.Memberships.Any(membership => membership.PersonId == person.Id && membership.OrganizationId == organizationId
                    && membership.From <= day && (membership.To == null || membership.To > day))
                select ofEthnicity ? person.Ethnicity : person.Religion).ToListAsync(cancellationToken);
    }

    /// <summary>"Kinh" and "kinh" are one value, written as most write it.</summary>
    private List<ValueCount> Counted(List<string?> values)
    {
        var groups = values.GroupBy(value => value is null ? null : PersonName.Fold(value))
            .OrderBy(same => same.Key is null).ThenByDescending(same => same.LongCount()).ThenBy(same => same.Key, StringComparer.Ordinal).ToList();
        var withheld = SmallCells.Withheld(groups.ConvertAll(same => same.LongCount()), settings.SmallestCell);
        return groups.Zip(withheld, (same, isWithheld) => new ValueCount(MostWritten(same), isWithheld ? null : same.LongCount())).ToList();
    }

    private static string? MostWritten(IEnumerable<string?> spellings) => spellings.GroupBy(value => value).MaxBy(same => same.Count())!.Key;
}
