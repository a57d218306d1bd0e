using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.Domain;
using Membership.Domain.Indicators;
using Membership.Domain.Localities;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Indicators;

/// <summary>What a request's codes mean on its day.</summary>
internal sealed record AskedFigure(IndicatorDefinition Definition, LocalityFact Locality, OrganizationName? Organization, DateOnly AsOf)
{
    public long OrganizationId => Organization?.Id ?? SeriesPoint.AllOrganizations;

    public LocalityName LocalityName => NameOf(Locality);

    public static LocalityName NameOf(LocalityFact fact) => new(fact.LocalityId, fact.Code, fact.Name);

    /// <summary>The numerator of people and memberships, as the definition counts.</summary>
    public long NumeratorOf(long people, long memberships) => Definition.CountingUnit == CountingUnit.Memberships ? memberships : people;
}

/// <summary>Finds what is asked for, or says what does not exist.</summary>
internal sealed class AskedFigureReading(MembershipDb db, LocalityDirectory localities, TimeProvider clock)
{
    public async Task<Outcome<AskedFigure>> FindAsync(
        string indicatorCode, string localityCode, DateOnly asOf, string? organizationCode, CancellationToken cancellationToken)
    {
        if (DayIsInTheFuture.Of(asOf, clock) is { } early)
            return early;
        if (await DefinitionAsync(indicatorCode, asOf, cancellationToken) is not { } definition)
            return new IndicatorNotFound(indicatorCode);
        if (localities.Find(localityCode, asOf) is not { } locality)
            return new LocalityNotFound(localityCode, asOf);
        if (organizationCode is null)
            return new AskedFigure(definition, locality, null, asOf);

        var organization = await OrganizationAsync(organizationCode, cancellationToken);
        return organization is null ? new OrganizationNotFound(organizationCode) : new AskedFigure(definition, locality, organization, asOf);
    }

    /// <summary>The version that answers for the day; for a day before all of them the first.</summary>
    private async Task<IndicatorDefinition?> DefinitionAsync(string code, DateOnly asOf, CancellationToken cancellationToken)
    {
        var versions = await db.IndicatorDefinitions.AsNoTracking()
            .Where(definition => definition.Code == code && definition.IsCounted)
            .OrderByDescending(definition => definition.Version)
            .ToListAsync(cancellationToken);
        return versions.Find(definition => definition.ValidFrom <= asOf) ?? versions.LastOrDefault();
    }

    private Task<OrganizationName?> OrganizationAsync(string code, CancellationToken cancellationToken) =>
        db.Organizations
            .Where(organization => organization.Code == code)
            .Select(organization => new OrganizationName(organization.Id, organization.Code, organization.ShortName, organization.MemberNoun))
            .FirstOrDefaultAsync(cancellationToken)!;
}
