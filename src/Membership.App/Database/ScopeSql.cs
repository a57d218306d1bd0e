using System.Text.Json;
using Membership.App.Pipeline;
using Microsoft.Data.Sqlite;

namespace Membership.App.Database;

/// <summary>
/// The filter of <see cref="MembershipDb"/> on people once more, for statements that EF Core cannot write. A test holds the two
/// against each other, and another one lists the files that may read people in SQL.
/// </summary>
internal static class ScopeSql
{
    private static readonly string PairOfUnit = IsPair("u.LocalityId");
    private static readonly string PairOfResidence = IsPair("r.LocalityId");

    /// <summary>True for a person of the alias p who is within the scope.</summary>
    public static string SeesPerson(Scope scope) => IsReached(scope, "1");

    /// <summary>True for a person of the alias p who is within the scope otherwise than by a claim (<see cref="MembershipDb.CoveredPeople"/>).</summary>
    public static string CoversPerson(Scope scope) => IsReached(scope, "NOT m.IsClaim");

    public static SqliteParameter[] Parameters(Scope scope) =>
    [
        new("@scopePlaces", JsonSerializer.Serialize(scope.WholePlaces)),
        new("@scopePairs", JsonSerializer.Serialize(scope.OrganizationPlaces)),
    ];

    private static string IsReached(Scope scope, string whichMembership) => scope.IsEverything
        ? "1"
        : $"""
        (EXISTS (SELECT 1 FROM Residences r WHERE r.PersonId = p.Id AND r.LocalityId IN (SELECT value FROM json_each(@scopePlaces)))
         OR EXISTS (SELECT 1 FROM Memberships m JOIN OrganizationUnits u ON u.Id = m.UnitId
            WHERE m.PersonId = p.Id AND {whichMembership} AND (u.LocalityId IN (SELECT value FROM json_each(@scopePlaces)) OR {PairOfUnit}))
         OR EXISTS (SELECT 1 FROM Memberships m JOIN Residences r ON r.PersonId = m.PersonId
            WHERE m.PersonId = p.Id AND {whichMembership} AND {PairOfResidence}))
        """;

    /// <summary><see cref="Scope.Key"/> in SQL.</summary>
    private static string IsPair(string localityId) => FormattableString.Invariant(
        $"{localityId} * {Scope.OrganizationsAtMost} + m.OrganizationId IN (SELECT value FROM json_each(@scopePairs))");
}
