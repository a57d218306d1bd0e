using Membership.Domain.Indicators;
using Microsoft.Data.Sqlite;

namespace Membership.App.Indicators;

/// <summary>A definition that figures are kept for, with what a pass over the register needs of it.</summary>
internal sealed record CountedDefinition(IndicatorDefinition Definition, IReadOnlySet<long> Organizations)
{
    // By plain SQL: the pass runs on a connection that is in somebody's transaction, without a DbContext.
    private const string Sql = """
        SELECT d.Id, d.Code, d.Version, d.AgeFrom, d.AgeTo, d.AgeReference, d.ResidenceRule, o.Id
        FROM IndicatorDefinitions d
        LEFT JOIN Organizations o ON instr(' ' || d.CountedOrganizations || ' ', ' ' || o.Code || ' ') > 0
        WHERE d.IsCounted
        """;

    public static IReadOnlyList<CountedDefinition> ReadAll(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        using var rows = command.ExecuteReader();
        var found = new List<(IndicatorDefinition Definition, long? Organization)>();
        while (rows.Read())
            found.Add((DefinitionOf(rows), rows.IsDBNull(7) ? null : rows.GetInt64(7)));

        return found.GroupBy(row => row.Definition.Id)
            .Select(group => new CountedDefinition(group.First().Definition, group.Select(row => row.Organization).OfType<long>().ToHashSet()))
            .ToList();
    }

    private static IndicatorDefinition DefinitionOf(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Code = row.GetString(1),
        Version = row.GetInt32(2),
        AgeFrom = row.IsDBNull(3) ? null : row.GetInt32(3),
        AgeTo = row.IsDBNull(4) ? null : row.GetInt32(4),
        AgeReference = (AgeReference)row.GetInt32(5),
        ResidenceRule = (ResidenceRule)row.GetInt32(6),
        Name = "",
        Note = "",
        IsCounted = true,
    };
}
