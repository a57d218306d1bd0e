using System.Data.Common;
using System.Text.Json;
using Membership.App.Database;
using Membership.Domain.Indicators;
using Membership.Domain.Localities;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Indicators;

/// <summary>A person behind a number, and the commune she stands in.</summary>
internal readonly record struct PlacedPerson(long PersonId, long LocalityId);

/// <summary>The people behind a number.</summary>
/// <param name="Communes">Those that the number is made of.</param>
/// <param name="Search">Words that the name has, in any order (<see cref="PersonName.SearchedWords"/>), one alone also within a word; none for everyone.</param>
internal sealed record AskedPeople(AskedFigure Figure, IReadOnlyCollection<long> Communes, CountingReason Reason, IReadOnlyList<string>? Search = null)
{
    public bool IsSearch => Search is { Count: > 0 };
}

/// <summary>Finds who stands where for which reason on a day, in the order of names.</summary>
internal sealed class PlacedPeopleReading(MembershipDb db)
{
    /// <summary>Who is restricted is not found by her name, although she stands in the list that is searched.</summary>
    private static string IsFound(AskedPeople asked) => !asked.IsSearch ? "1 = 1"
        : $"({string.Join(" AND ", asked.Search!.Select((_, word) => $"instr({SearchedName}, @word{word}) > 0"))} AND p.RestrictedAt IS NULL)";

    /// <summary>As <see cref="PersonName.SearchedWords"/> has it, each word behind a blank.</summary>
    private const string SearchedName = "' ' || replace(replace(p.FoldedName, '.', ' '), 'y', 'i')";

    /// <summary>Born in a year of which nothing more is known.</summary>
    private const string IsBornInYear = "length(p.BirthDate) = 4";

    /// <summary>For a commune: only those who have to do with it.</summary>
    private const string IsConcerned = """
        p.Id IN (SELECT PersonId FROM Residences WHERE LocalityId IN (SELECT value FROM json_each(@communes))
                 UNION SELECT m.PersonId FROM OrganizationUnits u JOIN Memberships m ON m.UnitId = u.Id
                 WHERE u.LocalityId IN (SELECT value FROM json_each(@communes)))
        """;

    public Task<List<PlacedPerson>> PageAsync(AskedPeople asked, int skip, int take, CancellationToken cancellationToken) =>
        ReadAsync(
            $"SELECT PersonId, LocalityId FROM ({Placed(asked, IsFound(asked), "ORDER BY p.NameBucket, p.NameOrderKey, p.Id")}) LIMIT @take OFFSET @skip",
            asked,
            [new("@take", take), new("@skip", skip)],
            row => new PlacedPerson(row.GetInt64(0), row.GetInt64(1)),
            cancellationToken);

    public Task<long> CountAsync(AskedPeople asked, CancellationToken cancellationToken) => CountAsync(asked, IsFound(asked), cancellationToken);

    public Task<long> CountBornInYearAsync(AskedPeople asked, CancellationToken cancellationToken) => CountAsync(asked, IsBornInYear, cancellationToken);

    private async Task<long> CountAsync(AskedPeople asked, string filter, CancellationToken cancellationToken) =>
        (await ReadAsync($"SELECT COUNT(*) FROM ({Placed(asked, filter, "")})", asked, [], row => row.GetInt64(0), cancellationToken))[0];

    /// <summary>A city's people are walked along the index of name buckets, sorted within each, until a page is full; a commune's are sorted first.</summary>
    private string Placed(AskedPeople asked, string filter, string order)
    {
        var concerned = asked.Figure.Locality.Kind.IsCommuneLevel() ? $"AND {IsConcerned}" : "";
        var people = $"(SELECT p.Id AS PersonId, p.BirthDate, @day AS Day FROM People p WHERE {filter} {concerned} AND {ScopeSql.SeesPerson(db.Scope)} {order} LIMIT -1)";
        var placements = asked.Reason == CountingReason.LivesElsewhere ? PlacementSql.Elsewhere(people) : PlacementSql.AtHome(people);
        return $"SELECT * FROM ({placements} LIMIT -1) WHERE Reason = @reason AND LocalityId IN (SELECT value FROM json_each(@communes))";
    }

    private async Task<List<T>> ReadAsync<T>(
        string sql, AskedPeople asked, SqliteParameter[] more, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var counted = await db.Organizations
            .Where(organization => asked.Figure.Definition.CountedOrganizations.Contains(organization.Code))
            .Select(organization => organization.Id)
            .ToListAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(PlacementSql.Parameters(asked.Figure.Definition, counted, asked.Figure.OrganizationId));
        command.Parameters.AddRange(ParametersOf(asked));
        command.Parameters.AddRange(more);
        command.Parameters.AddRange(ScopeSql.Parameters(db.Scope));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<T>();
        while (await rows.ReadAsync(cancellationToken))
            found.Add(read(rows));

        return found;
    }

    private static SqliteParameter[] ParametersOf(AskedPeople asked) =>
    [
        new("@day", asked.Figure.AsOf.ToIso()),
        new("@communes", JsonSerializer.Serialize(asked.Communes)),
        new("@reason", (int)asked.Reason),
        .. (asked.Search ?? []).Select((word, at) => new SqliteParameter($"@word{at}", asked.Search!.Count > 1 ? $" {word}" : word)),
    ];
}
