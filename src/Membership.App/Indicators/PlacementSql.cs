using System.Text.Json;
using Membership.Domain.Indicators;
using Microsoft.Data.Sqlite;

namespace Membership.App.Indicators;

/// <summary>
/// The counting rule a second time, in SQL and for single days: which people make up a figure, and a check of
/// <see cref="ParticipationRule"/> that shares nothing with it. A test holds the two against each other.
/// Parameters: @organization (0 for all), @counted (json array of organization ids), @ageFrom, @ageTo, @endOfYear, @livesThere.
/// </summary>
internal static class PlacementSql
{
    /// <summary>One row (PersonId, Day, LocalityId, Reason, Memberships) for each place where a person stands on a day.</summary>
    /// <param name="people">A table expression with PersonId, BirthDate and Day.</param>
    public static string Placements(string people) => $"{AtHome(people)} UNION ALL {Elsewhere(people)}";

    /// <summary>Where people are counted or left out, in the order in which <paramref name="people"/> gives them.</summary>
    public static string AtHome(string people) => $"""
        SELECT PersonId, Day, COALESCE(Home, Belongs) AS LocalityId, {HomeReason} AS Reason, Memberships FROM ({Standing(people, UnitWhenItDecides)})
        WHERE COALESCE(Home, Belongs) IS NOT NULL
        """;

    /// <summary>Where people belong to a unit without living there, in the same order.</summary>
    public static string Elsewhere(string people) => $"""
        SELECT PersonId, Day, Belongs AS LocalityId, {(int)CountingReason.LivesElsewhere} AS Reason, Memberships FROM ({Standing(people, Unit)})
        WHERE @livesThere AND Home IS NOT NULL AND Belongs IS NOT NULL
        """;

    public static SqliteParameter[] Parameters(IndicatorDefinition definition, IEnumerable<long> countedOrganizations, long organizationId) =>
    [
        new("@organization", organizationId),
        new("@counted", JsonSerializer.Serialize(countedOrganizations)),
        new("@ageFrom", (object?)definition.AgeFrom ?? DBNull.Value),
        new("@ageTo", (object?)definition.AgeTo ?? DBNull.Value),
        new("@endOfYear", definition.AgeReference == AgeReference.EndOfYear),
        new("@livesThere", definition.ResidenceRule == ResidenceRule.LivesThere),
    ];

    private const string Active = """m.PersonId = p.PersonId AND m."From" <= p.Day AND (m."To" IS NULL OR m."To" > p.Day)""";

    private const string Residence = """
        (SELECT r.LocalityId FROM Residences r WHERE r.PersonId = p.PersonId AND r."From" <= p.Day AND (r."To" IS NULL OR r."To" > p.Day))
        """;

    /// <summary>Of the organizations looked at, the oldest active membership in a unit of one commune, other than where she lives.</summary>
    private static readonly string Unit = $"""
        (SELECT u.LocalityId FROM Memberships m JOIN OrganizationUnits u ON u.Id = m.UnitId
         WHERE {Active} AND (@organization = 0 OR m.OrganizationId = @organization)
           AND u.LocalityId IS NOT NULL AND (NOT @livesThere OR u.LocalityId IS NOT {Residence})
         ORDER BY m."From", m.Id LIMIT 1)
        """;

    /// <summary>Who lives somewhere is counted there whatever she belongs to, so most people's units need not be looked for.</summary>
    private static readonly string UnitWhenItDecides = $"CASE WHEN @livesThere AND {Residence} IS NOT NULL THEN NULL ELSE {Unit} END";

    private static readonly string CountedMemberships = $"""
        (SELECT COUNT(*) FROM Memberships m WHERE {Active} AND
         CASE WHEN @organization = 0 THEN m.OrganizationId IN (SELECT value FROM json_each(@counted)) ELSE m.OrganizationId = @organization END)
        """;

    private static readonly string HomeReason = $"""
        CASE WHEN @livesThere AND Home IS NULL THEN {(int)CountingReason.ResidenceUnknown}
             WHEN NOT IsMember THEN {(int)CountingReason.NoActiveMembership}
             WHEN Memberships = 0 THEN {(int)CountingReason.OrganizationNotCounted}
             WHEN BirthDate IS NULL AND COALESCE(@ageFrom, @ageTo) IS NOT NULL THEN {(int)CountingReason.BirthDateUnknown}
             WHEN Day < {Reaches("@ageFrom")} THEN {(int)CountingReason.BelowAge}
             WHEN Day >= {Reaches("@ageTo + 1")} THEN {(int)CountingReason.AboveAge}
             ELSE {(int)CountingReason.Counted} END
        """;

    /// <summary>The day on which somebody born on 29 February completes a common year is 28 February, as in PartialDate.</summary>
    public static string Reaches(string age) => $"""
        (SELECT CASE WHEN @endOfYear THEN printf('%04d-01-01', Year)
                     WHEN substr(Earliest, 6) = '02-29' THEN date(printf('%04d-03-01', Year), '-1 day')
                     ELSE printf('%04d', Year) || substr(Earliest, 5) END
         FROM (SELECT substr(BirthDate || '-01-01', 1, 10) AS Earliest, CAST(substr(BirthDate, 1, 4) AS INTEGER) + {age} AS Year)
         WHERE Year IS NOT NULL)
        """;

    // LIMIT -1 keeps SQLite from writing the subquery's columns out at each use, which would evaluate them again and again.
    private static string Standing(string people, string belongs) => $"""
        SELECT p.PersonId, p.Day, p.BirthDate,
            CASE WHEN @livesThere THEN {Residence} ELSE COALESCE({Unit}, {Residence}) END AS Home,
            {belongs} AS Belongs,
            EXISTS (SELECT 1 FROM Memberships m WHERE {Active}) AS IsMember,
            {CountedMemberships} AS Memberships
        FROM {people} p
        WHERE @organization = 0 OR EXISTS (SELECT 1 FROM Memberships m WHERE m.PersonId = p.PersonId AND m.OrganizationId = @organization)
        LIMIT -1
        """;
}
