using Membership.Domain.Indicators;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.Indicators;

/// <summary>The counting rule as one would say it, for one person on one day; slow and plain.</summary>
internal static class NaiveReplay
{
    public static List<(long Commune, CountingReason Reason, int Memberships)> On(DateOnly day, long scope, PersonHistory person, IndicatorDefinition definition)
    {
        if (scope != 0 && person.Memberships.All(membership => membership.OrganizationId != scope))
            return [];

        var active = person.Memberships.Where(membership => membership.From <= day && !(membership.To <= day)).OrderBy(membership => membership.From).ThenBy(membership => membership.Id).ToList();
        var counted = active.Count(membership => scope == 0 ? Histories.Counted.Contains(membership.OrganizationId) : membership.OrganizationId == scope);
        var unitCommunes = active.Where(membership => scope == 0 || membership.OrganizationId == scope).Select(membership => membership.LocalityId).OfType<long>().ToList();
        var residence = person.Residences.Where(residence => residence.From <= day && !(residence.To <= day)).Select(residence => (long?)residence.LocalityId).SingleOrDefault();
        return definition.ResidenceRule == ResidenceRule.BelongsToUnitThere
            ? AtHome(unitCommunes.Cast<long?>().FirstOrDefault() ?? residence, ReasonOf(day, active.Count, counted, person.BirthDate, definition), counted)
            : ByResidence(residence, unitCommunes, ReasonOf(day, active.Count, counted, person.BirthDate, definition), counted);
    }

    private static List<(long, CountingReason, int)> ByResidence(long? residence, List<long> unitCommunes, CountingReason reason, int counted)
    {
        if (residence is null)
            return AtHome(unitCommunes.Cast<long?>().FirstOrDefault(), CountingReason.ResidenceUnknown, counted);

        var elsewhere = unitCommunes.Where(commune => commune != residence).Cast<long?>().FirstOrDefault();
        return [.. AtHome(residence, reason, counted), .. AtHome(elsewhere, CountingReason.LivesElsewhere, counted)];
    }

    private static List<(long, CountingReason, int)> AtHome(long? commune, CountingReason reason, int counted) =>
        commune is null ? [] : [(commune.Value, reason, counted)];

    private static CountingReason ReasonOf(DateOnly day, int active, int counted, PartialDate? birth, IndicatorDefinition definition)
    {
        if (active == 0)
            return CountingReason.NoActiveMembership;
        if (counted == 0)
            return CountingReason.OrganizationNotCounted;
        if (definition.AgeFrom is null && definition.AgeTo is null)
            return CountingReason.Counted;
        if (birth is null)
            return CountingReason.BirthDateUnknown;

        var age = AgeOn(day, birth.Value, definition.AgeReference);
        return age < definition.AgeFrom ? CountingReason.BelowAge : age > definition.AgeTo ? CountingReason.AboveAge : CountingReason.Counted;
    }

    /// <summary>By counting birthdays.</summary>
    private static int AgeOn(DateOnly day, PartialDate birth, AgeReference reference)
    {
        if (reference == AgeReference.EndOfYear)
            return day.Year - birth.Year;

        var age = 0;
        while (birth.Earliest.AddYears(age + 1) <= day)
            age++;
        return age;
    }
}
