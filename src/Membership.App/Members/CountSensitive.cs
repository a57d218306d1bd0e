using MediatR;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Indicators;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

/// <summary>
/// How many of the people who live at a place on a day are of each ethnicity, or religion: counts only, rare values merged whoever
/// asks, and there is no list of the people behind them. Above a commune they are the sums of what the communes show.
/// </summary>
/// <param name="Field">Ethnicity or religion.</param>
[Requires(Permission.SeeFigures)]
public sealed record CountSensitive(string LocalityCode, DateOnly AsOf, string? OrganizationCode, PersonField Field)
    : IRequest<Outcome<SensitiveCounts>>, IConcernsPlace;

/// <param name="Values">The most frequent first; the merged and who has no value last.</param>
/// <param name="UnitsWithheld">How many communes with people are in no count, because these would be too small there.</param>
public sealed record SensitiveCounts(LocalityName Locality, string? Organization, IReadOnlyList<ValueCount> Values, int UnitsWithheld);

/// <param name="Value">Of the official list; null: not written down.</param>
/// <param name="IsOther">Rare values, and what the official list does not have.</param>
public sealed record ValueCount(string? Value, long People, bool IsOther = false);

internal sealed class CountSensitiveHandler(
    MembershipDb db, LocalityDirectory localities, FieldCipher cipher, FigureSettings settings, WithheldCells withheld, TimeProvider clock)
    : IRequestHandler<CountSensitive, Outcome<SensitiveCounts>>
{
    private const string NotWritten = "";
    private const string Other = "…";
    private static readonly HashSet<string> Merged = [Other];

    public async Task<Outcome<SensitiveCounts>> Handle(CountSensitive request, CancellationToken cancellationToken)
    {
        var found = await new AskedFigureReading(db, localities, clock)
            .FindAsync(IndicatorDefinition.Participation, request.LocalityCode, request.AsOf, request.OrganizationCode, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var asked = found.Value;
        var table = await withheld.TableAsync(asked, cancellationToken);
        var communes = (await ResidentsAsync(request.Field, asked, cancellationToken)).GroupBy(resident => resident.LocalityId)
            .Select(commune => CountsOf(asked, table, commune.Key, commune.ToLookup(resident => ValueOf(request.Field, resident.Value), resident => resident.IsMember)))
            .ToList();
        var values = communes.OfType<Dictionary<string, long>>().SelectMany(counts => counts)
            .GroupBy(value => value.Key, value => value.Value, StringComparer.Ordinal)
            .OrderBy(same => same.Key is NotWritten or Other).ThenByDescending(same => same.Sum()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new ValueCount(same.Key is NotWritten or Other ? null : same.Key, same.Sum(), same.Key == Other))
            .ToList();
        return new SensitiveCounts(asked.LocalityName, asked.Organization?.ShortName, values, communes.Count(counts => counts is null));
    }

    private async Task<List<Resident>> ResidentsAsync(PersonField field, AskedFigure asked, CancellationToken cancellationToken)
    {
        var (day, ofEthnicity, organizationId) = (asked.AsOf, field == PersonField.Ethnicity, asked.Organization?.Id);
        return await (from home in HomesOf(asked)
                      join person in db.People on home.PersonId equals person.Id
                      select new Resident(
                          home.LocalityId,
                          !db.CoveredPeople.Any(one => one.Id == person.Id) ? null : ofEthnicity ? person.Ethnicity : person.Religion,
                          organizationId == null || db.Memberships.Any(membership => membership.PersonId == person.Id && membership.OrganizationId == organizationId
                              && membership.From <= day && (membership.To == null || membership.To > day)))).ToListAsync(cancellationToken);
    }

    private IQueryable<Residence> HomesOf(AskedFigure asked)
    {
        var day = asked.AsOf;
        var communes = localities.CommunesOf(asked.Locality.LocalityId, day).Select(commune => commune.LocalityId).ToList();
        return db.Residences.Where(home => communes.Contains(home.LocalityId) && home.From <= day && (home.To == null || home.To > day));
    }

    private string ValueOf(PersonField field, SealedText? value) =>
        cipher.OpenOrNull(value) is { Length: > 0 } written ? OfficialValues.Find(field, written) ?? Other : NotWritten;

    /// <summary>One commune's counts; null when they would be too small. The values are merged as for everybody who lives there, so that the
    /// counts of two organizations differ in people, not in what is merged.</summary>
    private Dictionary<string, long>? CountsOf(AskedFigure asked, WithheldTable? table, long localityId, ILookup<string, bool> membersByValue)
    {
        if (MergedValues.Own(membersByValue.ToDictionary(same => same.Key, same => same.LongCount()), Merged, settings.SmallestCell) is not { } own)
            return null;

        var counts = membersByValue.GroupBy(same => own.Contains(same.Key) ? same.Key : Other, same => same)
            .Select(same => (Value: same.Key, Everyone: same.Sum(one => one.LongCount()), Members: same.Sum(one => one.LongCount(isMember => isMember))))
            .ToList();
        return counts.Exists(one => IsSmall(one.Members) || IsSmall(one.Everyone - one.Members)) || !IsShown(asked, table, localityId, counts.Sum(one => one.Members))
            ? null
            : counts.Where(one => one.Members > 0).ToDictionary(one => one.Value, one => one.Members);
    }

    /// <summary>Less who is counted, these people are those left out for their age: too few of them must not be told either.</summary>
    private bool IsShown(AskedFigure asked, WithheldTable? table, long localityId, long people) => table is null || (asked.Organization is null
        ? table.ShowsEveryone(localityId)
        : table.ShowsPeople(localityId, asked.OrganizationId) && !IsSmall(people - table.PeopleAt(localityId, asked.OrganizationId)!.Value));

    private bool IsSmall(long count) => count > 0 && count < settings.SmallestCell;

    private sealed record Resident(long LocalityId, SealedText? Value, bool IsMember);
}
