using Membership.Domain.MemberImports;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>The tables of a list in its staging file. Their headings follow each other; a file of an earlier release has those of
/// one table only.</summary>
internal sealed class StagedTables(Func<string, (string Name, object Value)[], SqliteCommand> command)
{
    public const string CreateTables = """
        CREATE TABLE Headings (Position INTEGER PRIMARY KEY, Header TEXT NOT NULL, SheetColumn INTEGER NOT NULL, Field INTEGER, Value TEXT);
        CREATE TABLE Tables (FirstPosition INTEGER PRIMARY KEY, SheetIndex INTEGER NOT NULL, Sheet TEXT NOT NULL, HeaderRow INTEGER NOT NULL);
        CREATE TABLE SkippedSheets (SheetIndex INTEGER PRIMARY KEY, Sheet TEXT NOT NULL, Reason INTEGER NOT NULL)
        """;

    private int _next;

    public void Add(ListTable table)
    {
        Execute(
            "INSERT INTO Tables VALUES (@position, @index, @sheet, @row)",
            ("@position", _next), ("@index", table.SheetIndex), ("@sheet", table.Sheet), ("@row", table.HeaderRow));
        foreach (var column in table.Columns)
        {
            Execute(
                "INSERT INTO Headings VALUES (@position, @header, @column, @field, @value)",
                ("@position", _next++), ("@header", column.Header), ("@column", column.Index),
                ("@field", column.Field is { } field ? (int)field : DBNull.Value), ("@value", (object?)column.Value ?? DBNull.Value));
        }
    }

    public void Add(SkippedSheet sheet) => Execute(
        "INSERT INTO SkippedSheets VALUES (@index, @sheet, @reason)", ("@index", sheet.Index), ("@sheet", sheet.Name), ("@reason", (int)sheet.Reason));

    /// <summary>Sheet by sheet, from the top.</summary>
    public IReadOnlyList<ListTable> Read()
    {
        if (!Has("Tables"))
            return [new ListTable(0, "", 0, Columns("SELECT SheetColumn, Header, Field, NULL FROM Headings ORDER BY Position", 0, 0))];

        var tables = new List<(long First, ListTable Table)>();
        using var read = command("SELECT FirstPosition, SheetIndex, Sheet, HeaderRow FROM Tables ORDER BY FirstPosition", []);
        using (var reader = read.ExecuteReader())
        {
            while (reader.Read())
                tables.Add((reader.GetInt64(0), new ListTable(reader.GetInt32(1), reader.GetString(2), reader.GetInt32(3), [])));
        }

        return [.. tables.Select((table, at) => table.Table with { Columns = ColumnsBetween(table.First, at + 1 < tables.Count ? tables[at + 1].First : long.MaxValue) })];
    }

    /// <summary>In the order of the file; a staging file of an earlier release knows of none.</summary>
    public IReadOnlyList<SkippedSheet> ReadSkipped()
    {
        var skipped = new List<SkippedSheet>();
        if (!Has("SkippedSheets"))
            return skipped;

        using var asked = command("SELECT SheetIndex, Sheet, Reason FROM SkippedSheets ORDER BY SheetIndex", []);
        using var reader = asked.ExecuteReader();
        while (reader.Read())
            skipped.Add(new SkippedSheet(reader.GetInt32(0), reader.GetString(1), (SheetSkipReason)reader.GetInt32(2)));
        return skipped;
    }

    private bool Has(string table)
    {
        using var asked = command("SELECT COUNT(*) FROM sqlite_master WHERE name = @table", [("@table", table)]);
        return asked.ExecuteScalar() is not 0L;
    }

    private List<ListColumn> ColumnsBetween(long first, long end) => Columns(
        "SELECT SheetColumn, Header, Field, Value FROM Headings WHERE Position >= @first AND Position < @end ORDER BY Position", first, end);

    private List<ListColumn> Columns(string sql, long first, long end)
    {
        using var asked = command(sql, [("@first", first), ("@end", end)]);
        using var reader = asked.ExecuteReader();
        var columns = new List<ListColumn>();
        while (reader.Read())
        {
            var field = reader.IsDBNull(2) ? (MemberField?)null : (MemberField)reader.GetInt32(2);
            columns.Add(new ListColumn(reader.GetInt32(0), reader.GetString(1), field, reader.IsDBNull(3) ? null : reader.GetString(3)));
        }

        return columns;
    }

    private void Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var insert = command(sql, parameters);
        insert.ExecuteNonQuery();
    }
}
